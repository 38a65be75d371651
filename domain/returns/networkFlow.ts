/** A quantity on its way from one node to another: how much may still be added to it, and taken from it. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  readonly more: number;
  readonly less: number;
}

/**
 * The most that can be sent from one node to another by changing the arcs, each within what it still takes: adding runs
 * along an arc, taking away against it. Stops counting at `enough`. Whole numbers; Infinity is allowed on arcs only.
 */
export function mostThatFlows(arcs: readonly Arc[], from: string, to: string, enough: number): number {
  const links = arcs.flatMap(({ from: a, to: b, more, less }) => {
    const along: Link = { to: b, room: more, back: null };
    const against: Link = { to: a, room: less, back: along };
    along.back = against;
    return [
      { at: a, link: along },
      { at: b, link: against },
    ];
  });
  const leaving = new Map<string, Link[]>();
  for (const { at, link } of links) leaving.set(at, [...(leaving.get(at) ?? []), link]);
  let sent = 0;
  while (sent < enough) {
    const path = shortestPath(leaving, from, to);
    if (!path) break;
    const amount = Math.min(enough - sent, ...path.map(({ room }) => room));
    for (const link of path) {
      link.room -= amount;
      if (link.back) link.back.room += amount;
    }
    sent += amount;
  }
  return sent;
}

interface Link {
  readonly to: string;
  room: number;
  back: Link | null;
}

function shortestPath(leaving: ReadonlyMap<string, readonly Link[]>, from: string, to: string): Link[] | null {
  const reached = new Map<string, { readonly before: string; readonly link: Link } | null>([[from, null]]);
  const waiting = [from];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (node === to) return pathTo(reached, to);
    for (const link of leaving.get(node) ?? []) {
      if (link.room <= 0 || reached.has(link.to)) continue;
      reached.set(link.to, { before: node, link });
      waiting.push(link.to);
    }
  }
  return null;
}

function pathTo(
  reached: ReadonlyMap<string, { readonly before: string; readonly link: Link } | null>,
  to: string,
): Link[] {
  const path: Link[] = [];
  for (let step = reached.get(to); step; step = reached.get(step.before)) path.unshift(step.link);
  return path;
}
