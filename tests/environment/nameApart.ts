/**
 * A name for a number that sounds like the name for no other: whoever is about nobody in particular in a test is to be
 * taken for nobody else either, and names are compared by how they sound.
 */
export function nameApart(number: number): string {
  return [...String(number)].map((digit) => `${'bdfklmnprt'[Number(digit)] ?? ''}as`).join('');
}
