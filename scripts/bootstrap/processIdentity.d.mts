export function processIdentity(pid: number): string | undefined;
export function commandLine(pid: number): string;
export function workingFolder(pid: number): string | undefined;
