/** So many results are kept; a year of dates and moments fits, and memory stays small in a process that runs for months. */
const kept = 20_000;

/**
 * A pure function of a text and perhaps a second argument that keeps what it worked out: the same few dates are asked for
 * again and again, and reading one out of text is most of the cost of counting days. Found again without making a key of both.
 */
export function remember<A extends string | number, R>(
  work: (text: string, more: A) => R,
): (text: string, more: A) => R {
  const known = new Map<A, Map<string, R>>();
  let count = 0;
  return (text, more) => {
    const before = known.get(more)?.get(text);
    if (before !== undefined) return before;
    const result = work(text, more);
    if (count >= kept) known.clear();
    count = count >= kept ? 1 : count + 1;
    const withMore = known.get(more);
    if (withMore) withMore.set(text, result);
    else known.set(more, new Map([[text, result]]));
    return result;
  };
}
