/** The n-th part that comes of one thing: its id with the last two bytes replaced, so that a rebuild gives the same. */
export function partId(id: string, index: number): string {
  return id.slice(0, -4) + index.toString(16).padStart(4, '0');
}
