export function processIdentity(pid: number): string | undefined;
export function commandLine(pid: number): string;
