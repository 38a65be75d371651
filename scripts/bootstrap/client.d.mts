/** Generates the database client unless it is there for this schema; undefined, or why it cannot be done. */
export function ensureClient(root: string, node: string, say: (line: string) => void): string | undefined;
