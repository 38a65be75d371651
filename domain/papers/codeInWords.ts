/** A code as words, for what has no label of its own: `physicalHarm` becomes `Physical harm`. */
export function codeInWords(code: string): string {
  const words = code.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
