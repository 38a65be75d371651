/** Spellings of one sound in the names of this country, in the order they are replaced. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^x/, 's'],
  [/^mac(?=[^aeiou])|^mc/, 'mk'],
  [/mp(?=[st])/g, 'm'],
  [/ph|v/g, 'f'],
  [/sch|sh|ch(?=[aeiou])|tch/g, 'x'],
  [/gh(?=t|$|s$)/g, ''],
  [/gh/g, 'g'],
  [/ck|q|ch/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/dg(?=[eiy])|g(?=[eiy])/g, 'j'],
  [/th/g, 't'],
  [/mb$/, 'm'],
];

/**
 * How a name sounds, roughly: Catherine and Kathryn, Stephen and Steven, Mohammed and Muhamad come out the same. It is
 * made to find too many rather than too few; a person looks at what it finds. Takes a name of plain lower-case letters.
 */
export function soundOfName(plain: string): string {
  const respelt = spellings.reduce((name, [spelling, sound]) => name.replace(spelling, sound), plain);
  const first = respelt.slice(0, 1).replace(/[aeiouy]/, 'a');
  return (first + respelt.slice(1).replaceAll(/[aeiouyhw]/g, '')).replaceAll(/(.)\1+/gu, '$1');
}
