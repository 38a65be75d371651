export type LockOutcome =
  { readonly ok: true; shareWith(pid: number): void; release(): void } | { readonly ok: false; readonly pid: number };
export function takeLock(file: string): LockOutcome;
export function lockHolder(file: string): number | undefined;
