import { createHash } from 'node:crypto';
import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { MatterType } from '../../domain/matters/matter.ts';
import type { WriteSet } from '../projection/writeSet.ts';

/** A command that a decision leads to in another matter. */
export interface FollowUp {
  readonly about: MatterType;
  /** The matter it is for. */
  readonly matterId: string;
  readonly type: string;
  readonly payload: object;
  readonly occurred: Occurred;
  /** What tells it apart from others of its type to the same matter, where a decision leads to several. */
  readonly distinguishedBy?: string;
}

/** Where a follow-up comes from: the route under which its row is found, whoever sent the command that led to it. */
export const followUpRoute = 'follow-up';

/**
 * Stages the follow-ups of a decision in the very transaction that records it: each is a row like any other command,
 * under an id that derives from the decision's, so that none is missing and none is there twice, whatever dies in
 * between. They are delivered afterwards, and by the reconciler if nobody else does.
 */
export function stageFollowUps(
  followUps: readonly FollowUp[],
  from: {
    readonly causeId: string;
    readonly actorId: string;
    readonly stagedAt: IsoInstant;
    readonly deriveId: (from: string, name: string) => string;
  },
  writes: WriteSet,
): void {
  const { causeId, actorId, stagedAt, deriveId } = from;
  for (const { about, matterId, type, payload, occurred, distinguishedBy } of followUps) {
    const name = ['followUp', type, matterId, ...(distinguishedBy === undefined ? [] : [distinguishedBy])].join('/');
    const id = deriveId(causeId, name);
    writes.add('command', {
      id,
      actorId,
      route: followUpRoute,
      key: id,
      bodyHash: createHash('sha256').update(JSON.stringify(payload)).digest('hex'),
      about,
      caseId: matterId,
      causeId,
      type,
      payload,
      occurredAt: occurred.at,
      occurredPrecision: occurred.precision,
      status: 'staged',
      attempt: 1,
      stagedAt,
    });
  }
}
