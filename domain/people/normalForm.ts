/** Letters that taking off accents does not bring down to plain ones. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * The words of a name, plain and in lower case: accents gone, apostrophes closed up (O’Brien is obrien), hyphens and
 * every other sign taken for a gap. Letters of other scripts stay as they are.
 */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/['’‘ʼ`´]/g, '')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
}

/** A whole name whatever order its words stand in: given and family names are often swapped, and so are middle names. */
export function nameInAnyOrder(...names: readonly string[]): string {
  return names.flatMap(nameWords).sort().join(' ');
}

/** One name closed up: Anne-Marie, Anne Marie and Annemarie are the same. */
export function nameClosedUp(name: string): string {
  return nameWords(name).join('');
}

/** A postcode without its gap, `ME44AA`; null where nothing of it is left. */
export function plainPostcode(postcode: string): string | null {
  return postcode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '') || null;
}
