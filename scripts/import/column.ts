/** One column of a file: its name in the first row, and what belongs in it. */
export interface Column {
  readonly name: string;
  readonly needed: boolean;
  readonly holds: string;
}

/** A column that may be left empty unless something has to stand in it. */
export const column = (name: string, holds: string, needed = false): Column => ({ name, holds, needed });
/** A cell with one of these codes. */
export const oneOf = (values: readonly string[]) => `one of: ${values.join(', ')}`;
/** A cell with any of these codes. */
export const some = (values: readonly string[]) => `any of: ${values.join(', ')}; several with ";" between them`;
/** The name by which the old list knows a thing. */
export const key = (what: string) => `what the old list calls ${what}: letters, figures and hyphens`;
/** The case a row beside the cases belongs to. */
export const ofCase = column('caseKey', 'the key of the case it belongs to', true);
