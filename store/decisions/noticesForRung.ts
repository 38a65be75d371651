import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar.ts';
import type { OwnedClock } from '../../domain/duties/applyDuties.ts';
import type { Fact } from '../../domain/lifecycle/caseFact.ts';
import type { Recipient } from '../../domain/notices/directory.ts';
import { rungData } from '../../domain/notices/noticeData.ts';
import { resolveRecipients } from '../../domain/notices/resolveRecipients.ts';
import { rolesUpward } from '../../domain/notices/rolesUpward.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { directoryFor } from '../practitioners/directoryFor.ts';
import type { Tx } from '../prismaClient.ts';
import type { WriteSet } from '../projection/writeSet.ts';
import { newNotice, partsOf } from './noticesForFacts.ts';
import type { OpenCase } from './openCase.ts';
import type { RecordingTools } from './recordDecision.ts';

/** Who is told by a rung, looked up now: absent, denied or missing people are climbed past at once. */
export async function recipientsOfRung(
  tx: Tx,
  open: OpenCase,
  { clock, owner }: OwnedClock,
  rung: number,
  when: { readonly now: IsoInstant; readonly policy: AreaPolicy; readonly calendar: WorkingCalendar },
): Promise<readonly Recipient[]> {
  const { standing } = open;
  if (!standing) throw new Error('A clock needs a case.');
  const isDate = clock.subject.type === 'liveDate' || clock.subject.type === 'hearing';
  const watched = isDate && standing.closedAt !== null;
  const parts = partsOf(standing, open, { ...owner, watchedById: watched ? owner.ownerId : null });
  const directory = await directoryFor(tx, {
    areaId: standing.areaId,
    agencyIds: [owner.agencyId, standing.idvaServiceId],
    practitionerIds: [standing.adviserId, standing.referrerId, owner.ownerId],
  });
  const ladder = when.policy.ladders[when.policy.clocks[clock.kind].ladder];
  const on = londonDate(when.now);
  return resolveRecipients({ ladder: rolesUpward(ladder, rung), kind: clock.kind, parts, directory, on }).recipients;
}

/** Writes the notices of a rung that fired, one for each recipient, under a key of clock, round and rung. */
export function noticesForRung(
  open: OpenCase,
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
      caseId: open.caseId,
      clockId: clock.id,
      recipientId: practitionerId,
      asRole: role,
      data: rungData(clock, data.label),
    });
  }
}
