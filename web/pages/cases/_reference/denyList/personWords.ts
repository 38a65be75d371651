/** Somebody a case is about, by what they are in it and by name. */
export function personWords(of: string, name: string): string {
  return `${of === 'victim' ? 'Victim' : of === 'perpetrator' ? 'Perpetrator' : 'Child'}: ${name}`;
}
