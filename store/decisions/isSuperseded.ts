/**
 * Whether a workflow may no longer write: a rebuilt one of a newer epoch has taken over, or it has seen facts that
 * Postgres does not hold, because the database was restored to an earlier moment. It ends, and its matter is started
 * again from what Postgres remembers.
 */
export function isSuperseded(
  open: { readonly epoch: number; readonly seq: number },
  seen: { readonly epoch: number; readonly version: number },
): boolean {
  return open.epoch > seen.epoch || open.seq < seen.version;
}
