import { z } from 'zod';
import { pendingView, recordedView } from '../contracts/views/commandView.ts';
import { createdIds } from '../usecases/createdIds.ts';
import type { CommandResult } from '../usecases/sendCommand.ts';
import { cursorOf, readCursor, type Position } from '../contracts/cursor.ts';
import type { Reply } from './defineRoute.ts';
import { problem, type RequestProblem } from '../contracts/problemCode.ts';

/** How many entries a page has, and at most. */
const usual = 50;
const most = 200;

/** What every list may be asked. */
export const pageQuery = {
  after: z.string().max(500).optional().meta({ description: 'The `next` of the page before.' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'A page has 1 to 200 entries.')
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= most, 'A page has 1 to 200 entries.')
    .optional()
    .meta({ description: `How many, ${usual} if left out, ${most} at most.`, example: '50' }),
};

/** The position and size of the page asked for. */
export function readPage(query: {
  after?: string | undefined;
  limit?: number | undefined;
}): { readonly ok: true; readonly after: Position | null; readonly limit: number } | RequestProblem {
  const after = query.after === undefined ? null : readCursor(query.after);
  if (query.after !== undefined && after === null) return problem('CURSOR_NOT_VALID');
  return { ok: true, after, limit: query.limit ?? usual };
}

/** A page as it goes out. */
export function pageReply(page: { items: readonly unknown[]; next: Position | null }): Reply {
  return { ok: true, status: 200, body: { items: page.items, next: page.next && cursorOf(page.next) } };
}

/** One thing, or a list that needs no pages. */
export function found(body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { ok: true, status: 200, body, headers };
}

/** The answer to a command: decided, or kept with the address at which to look again. */
export function commandReply(result: CommandResult, decided: { reference: string | null; created: boolean }): Reply {
  if (!result.ok) return result;
  const { command } = result;
  const created = createdIds(command);
  const reference = typeof created['reference'] === 'string' ? created['reference'] : decided.reference;
  const body = { status: result.status, commandId: command.id, reference, created };
  if (result.status === 'pending') {
    const headers = { Location: `/api/v1/commands/${command.id}`, 'Retry-After': '2' };
    return { ok: true, status: 202, body, headers };
  }
  const headers = {
    ETag: `"${result.revision}"`,
    ...(command.type === 'submitReferral' && reference ? { Location: `/api/v1/cases/${reference}` } : {}),
  };
  return { ok: true, status: decided.created ? 201 : 200, body: { ...body, revision: result.revision }, headers };
}

/** What the two kinds of answer to a command look like. */
export function commandAnswers(created: boolean) {
  return [
    { status: created ? 201 : 200, description: 'Recorded.', schema: recordedView },
    { status: 202, description: 'Kept, and not decided within 5 seconds. Look at Location.', schema: pendingView },
  ];
}
