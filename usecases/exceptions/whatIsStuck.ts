import type { ExceptionView } from '../../contracts/views/officeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { asOverseer } from '../../domain/access/overseers.ts';
import { endOfLondonDay } from '../../domain/calendar/london.ts';
import { findAssessments } from '../../store/assessments/findAssessments.ts';
import { parkedCommands } from '../../store/commands/parkedCommands.ts';
import { caseExceptions } from '../../store/exceptions/caseExceptions.ts';
import { meetingExceptions } from '../../store/exceptions/meetingExceptions.ts';
import { undeliveredNotices } from '../../store/notices/undelivered.ts';
import type { Dependencies } from '../dependencies.ts';
import { parkedFor } from '../parked/parkedFor.ts';
import { postExceptions } from './postExceptions.ts';
import { reportExceptions } from './reportExceptions.ts';
import { sealerStopped } from './sealerStopped.ts';

/** Something that is stuck, and where: what belongs to no area has none. */
export interface Stuck extends Pick<ExceptionView, 'kind' | 'since'> {
  readonly areaId: string | null;
  readonly reference?: string | null;
  readonly meeting?: ExceptionView['meeting'];
  readonly id?: string | null;
  readonly post?: Pick<NonNullable<ExceptionView['post']>, 'role'> & { readonly agencyId: string | null };
}

/** Everything that is stuck and that the actor may see, in one area or (null) anywhere; of each kind of source at most so many. */
export async function whatIsStuck(
  deps: Dependencies,
  actor: Actor,
  areaId: string | null,
  most: number,
): Promise<readonly Stuck[]> {
  const stuck: readonly Stuck[] = [
    ...(await caseExceptions(deps.store.reads, actor, areaId, most)),
    ...(await stuckMeetings(deps, actor, areaId, most)),
    ...(await parkedReferrals(deps, actor, most)),
    ...(await stuckMessages(deps, actor, most)),
    ...(await stuckAssessments(deps, actor, most)),
    ...(await endingPosts(deps, actor)),
    ...(await reportExceptions(deps, actor, most)),
    ...(await stoppedSealer(deps, actor)),
  ];
  return areaId === null ? stuck : stuck.filter((each) => each.areaId === areaId);
}

async function stuckMeetings(
  { store, clock }: Dependencies,
  actor: Actor,
  area: string | null,
  most: number,
): Promise<Stuck[]> {
  const found = await meetingExceptions(store.reads, actor, area, clock.now(), most);
  return found.map(({ kind, meetingId, on, areaId, since }) => ({ kind, meeting: { meetingId, on }, areaId, since }));
}

/** A referral that was parked has no case yet that could stand here for it. */
async function parkedReferrals({ store }: Dependencies, actor: Actor, most: number): Promise<Stuck[]> {
  const by = parkedFor(actor);
  const parked = by ? await parkedCommands(store.prisma, by, null, most) : [];
  return parked
    .filter(({ type }) => type === 'submitReferral')
    .map(({ id, reference, areaId, since }) => ({ kind: 'parked', id, reference, areaId, since }));
}

async function stuckMessages({ store }: Dependencies, actor: Actor, limit: number): Promise<Stuck[]> {
  if (!asOverseer(actor)) return [];
  const found = await undeliveredNotices(store.prisma, actor, { after: null, limit });
  return found.map(({ id, reference, meeting, areaId, createdAt: since }) => {
    return { kind: 'undelivered', id, reference, meeting, areaId, since };
  });
}

/** Assessments that nobody refers, and those a service does not take on. */
async function stuckAssessments({ store }: Dependencies, actor: Actor, limit: number): Promise<Stuck[]> {
  const page = { after: null, limit };
  const open = await findAssessments(store.prisma, actor, { status: 'open', ...page });
  const refused = await findAssessments(store.prisma, actor, { status: 'handoverRefused', ...page });
  return [
    ...open.map(({ id, areaId, takenAt: since }): Stuck => ({ kind: 'highNotReferred', id, areaId, since })),
    ...refused.map(({ id, areaId, takenAt, answeredAt }): Stuck => {
      return { kind: 'assessmentRefused', id, areaId, since: answeredAt ?? takenAt };
    }),
  ];
}

async function endingPosts(deps: Dependencies, actor: Actor): Promise<Stuck[]> {
  const found = await postExceptions(deps, actor);
  return found.map(({ role, agencyId, areaId, lastDay }) => {
    return { kind: 'postEnds', post: { role, agencyId }, areaId, since: endOfLondonDay(lastDay) };
  });
}

async function stoppedSealer(deps: Dependencies, actor: Actor): Promise<Stuck[]> {
  const since = await sealerStopped(deps, actor);
  return since === null ? [] : [{ kind: 'sealerStopped', areaId: null, since }];
}
