import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { OwnedClock } from '../../domain/duties/applyDuties.ts';
import type { Fact } from '../../domain/lifecycle/caseFact.ts';
import type { AnyFact, MatterStanding } from '../../domain/matters/matter.ts';
import type { Recipient } from '../../domain/notices/directory.ts';
import { rungData } from '../../domain/notices/noticeData.ts';
import { resolveRecipients } from '../../domain/notices/resolveRecipients.ts';
import { rolesPassedOver } from '../../domain/notices/rolesPassedOver.ts';
import { rolesUpward } from '../../domain/notices/rolesUpward.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { directoryFor } from '../practitioners/directoryFor.ts';
import type { Tx } from '../prismaClient.ts';
import type { WriteSet } from '../projection/writeSet.ts';
import type { OpenMatter } from './matterKind.ts';
import { directoryWanted, newNotice } from './noticesForFacts.ts';
import type { RecordingTools } from './recordInMatter.ts';

/** The rung of a clock that fires, and those below it that were never sent. */
export interface Fired {
  readonly rung: number;
  readonly noted: readonly number[];
}

/**
 * Who is told by a rung, looked up now: absent, denied or missing people are climbed past at once, and nobody whose duty it is
 * is passed over.
 */
export async function recipientsOfRung<S extends MatterStanding, F extends AnyFact>(
  tx: Tx,
  open: OpenMatter<S, F, unknown>,
  { clock, owner }: OwnedClock,
  { rung, noted }: Fired,
  when: { readonly now: IsoInstant; readonly policy: AreaPolicy },
): Promise<readonly Recipient[]> {
  const { standing } = open;
  if (!standing) throw new Error('A clock needs a matter.');
  const parts = open.kind.partsForRung(open, standing, clock, owner);
  const directory = await directoryFor(tx, directoryWanted([parts], standing.areaId));
  const ladder = when.policy.ladders[when.policy.clocks[clock.kind].ladder];
  const roles = { ladder: rolesUpward(ladder, rung), besides: rolesPassedOver(ladder, noted) };
  return resolveRecipients({ ...roles, kind: clock.kind, parts, directory, on: londonDate(when.now) }).recipients;
}

/** Writes the notices of a rung that fired, one for each recipient, under a key of clock, round and rung. */
export function noticesForRung<S extends MatterStanding, F extends AnyFact>(
  open: OpenMatter<S, F, unknown>,
  { clock }: OwnedClock,
  { data }: Fact<'rungFired'>,
  { now, tools }: { readonly now: IsoInstant; readonly tools: RecordingTools },
  writes: WriteSet,
): void {
  for (const { practitionerId, role } of data.recipients) {
    const key = `rung/${clock.id}/${data.round}/${data.rung}/${practitionerId}`;
    writes.add('notice', {
      ...newNotice(tools.deriveId(clock.id, key), now, tools),
      key,
      code: 'rung',
      about: open.kind.about,
      caseId: open.id,
      clockId: clock.id,
      recipientId: practitionerId,
      asRole: role,
      data: rungData(clock, data.label),
    });
  }
}
