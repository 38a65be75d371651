/** Installs what package-lock.json asks for unless exactly that is installed; undefined, or why it cannot be done. */
export function ensureInstalled(root: string, say: (line: string) => void): Promise<string | undefined>;
