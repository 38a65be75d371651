/** So many results are kept; a year of dates and moments fits, and memory stays small in a process that runs for months. */
const kept = 20_000;

/**
 * A pure function of a text and perhaps a second argument that keeps what it worked out: the same few dates are asked for
 * again and again, and reading one out of text is most of the cost of counting days.
 */
export function remember<A extends string | number, R>(
  work: (text: string, more: A) => R,
): (text: string, more: A) => R {
  const known = new Map<string, R>();
  return (text, more) => {
    const key = `${text}|${more}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = work(text, more);
    if (known.size >= kept) known.clear();
    known.set(key, result);
    return result;
  };
}
