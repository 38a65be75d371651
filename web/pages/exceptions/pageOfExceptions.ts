import type { ExceptionView } from '../../../contracts/views/officeViews.ts';

/** The exceptions after a place in their order, the longest first, with the place at which the page ends. */
export function pageOfExceptions(
  items: readonly ExceptionView[],
  after: string | null,
  limit: number,
): { readonly items: readonly ExceptionView[]; readonly next: string | null } {
  const rest = items
    .map((item) => ({ item, place: placeOf(item) }))
    .filter(({ place }) => after === null || place > after)
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));
  const shown = rest.slice(0, limit);
  return {
    items: shown.map(({ item }) => item),
    next: rest.length > limit ? (shown.at(-1)?.place ?? null) : null,
  };
}

/** Since when it is stuck comes first; two that began together, one case of two kinds among them, have places of their own. */
function placeOf({ since, kind, reference, meeting, id, post, area }: ExceptionView): string {
  const what = post ? [post.role, post.agency ?? area ?? ''] : [reference ?? meeting?.meetingId ?? '', id ?? ''];
  return [since, kind, ...what].join('_');
}
