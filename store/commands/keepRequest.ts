import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { asJson } from './asJson.ts';
import { findCommand } from './findCommand.ts';
import type { CommandKey } from './storedCommand.ts';

/** A request that is no command to a case, and is done in the very transaction that keeps it. */
export interface DoneRequest extends CommandKey {
  readonly id: string;
  readonly type:
    | 'retryDelivery'
    | 'settleDelivery'
    | 'settleReport'
    | 'retryCommand'
    | 'handOverCaseload'
    | 'enterAbsence'
    | 'removeAbsence'
    | 'setAdviserProfile'
    | 'addPerson'
    | 'changePerson'
    | 'endAccess'
    | 'addPost'
    | 'endPost'
    | 'addAgency'
    | 'changeAgency'
    | 'addArea'
    | 'changeArea'
    | 'addAuthority'
    | 'changeAuthority'
    | 'enterSchoolYear'
    | 'announceHoliday'
    | 'changePolicy'
    | 'withdrawPolicyChange'
    | 'addDenyEntry'
    | 'removeDenyEntry'
    | 'makeCalendarFeed'
    | 'removeView'
    | 'giveUpReferral';
  readonly bodyHash: string;
  /** What it is about: the meeting, the message. */
  readonly subjectId: string;
  /** What was done, where it is worth keeping: ids, codes and dates. */
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly at: IsoInstant;
}

export type KeptRequest =
  { readonly was: 'new' } | { readonly was: 'repeated'; readonly subjectId: string } | { readonly was: 'another' };

/** Keeps a request under its key: `repeated` where the same came before, `another` where the key was for something else. */
export async function keepRequest(tx: Tx, request: DoneRequest): Promise<KeptRequest> {
  const { subjectId, at, payload = {}, ...columns } = request;
  const now = fromInstant(at);
  const { count } = await tx.command.createMany({
    data: {
      ...columns,
      caseId: subjectId,
      payload: asJson(payload),
      occurredAt: now,
      occurredPrecision: 'minute',
      status: 'resolved',
      answer: { ok: true, revision: 1 },
      stagedAt: now,
      resolvedAt: now,
    },
    skipDuplicates: true,
  });
  if (count === 1) return { was: 'new' };
  const known = await findCommand(tx, request);
  if (known?.bodyHash !== request.bodyHash) return { was: 'another' };
  return { was: 'repeated', subjectId: known.caseId };
}
