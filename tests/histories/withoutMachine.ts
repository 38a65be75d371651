import { isPayload, openPayload, sealPayload } from './payloads.ts';

/**
 * A piece of a history's JSON without what tells of the machine it was recorded on: process and host names in
 * identities and in a worker's own queue, folders in stack traces. None of it takes part in a replay.
 */
export async function withoutMachine(value: unknown, key = ''): Promise<unknown> {
  if (key === 'identity') return 'recorded';
  if (key === 'stackTrace') return '';
  if (Array.isArray(value)) return Promise.all(value.map((inner: unknown) => withoutMachine(inner)));
  if (typeof value !== 'object' || value === null) return value;
  if (isPayload(value)) return withoutStackTrace(value);
  const inner = Object.entries(value).map(async ([name, part]) => [name, await withoutMachine(part, name)] as const);
  const plain: Record<string, unknown> = Object.fromEntries(await Promise.all(inner));
  return plain['kind'] === 'TASK_QUEUE_KIND_STICKY' ? { ...plain, name: 'sticky', normalName: 'recorded' } : plain;
}

/** Failures keep their message and stack trace in a payload of their own. */
async function withoutStackTrace(sealed: Parameters<typeof openPayload>[0]): Promise<unknown> {
  const opened = await openPayload(sealed);
  if (typeof opened !== 'object' || opened === null || !('stack_trace' in opened)) return sealed;
  return sealPayload({ ...opened, stack_trace: '' });
}
