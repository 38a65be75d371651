import type { ClockView } from '../../../contracts/views/clockView.ts';
import type { MeetingView } from '../../../contracts/views/officeViews.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { Role } from '../../../domain/access/role.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { chairsDecisions } from '../../../usecases/clocks/chairsDecisions.ts';
import { escalationsReached } from '../../../usecases/clocks/escalationsReached.ts';
import { groupsOfBoard } from '../../../usecases/clocks/overdueBoard.ts';
import type { Dependencies } from '../../../usecases/dependencies.ts';
import { meetingsBoard } from '../../../usecases/meetings/meetingsBoard.ts';
import { postsAway } from '../../../usecases/office/postsAway.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import { listDrafts } from '../../../usecases/referral/referralDrafts.ts';
import { clockLine } from '../../wording/clocks.ts';
import { dayFromNow, momentWords, upTo } from '../../wording/days.ts';
import { meetingStateWords, meetingWhen, placesWords } from '../../wording/meetings.ts';

/** So much of what has climbed to a chair is shown. */
export const mostClimbed = 12;
const meetingsShown = 3;

interface Asking {
  readonly actor: Actor;
  readonly route: string;
  readonly now: IsoInstant;
  readonly names: Names;
}

/** What the start page has for some alone: for chairs, for supervisors, and for those who refer. Null for everybody else. */
export async function ownSections(deps: Dependencies, asking: Asking) {
  const { actor } = asking;
  const [chair, supervisor, referrer] = await Promise.all([
    isChair(actor) ? forChair(deps, asking) : null,
    holds(actor, ['supervisor', 'strategicCoordinator']) ? forSupervisor(deps, asking) : null,
    holds(actor, ['referrer']) ? forReferrer(deps, asking) : null,
  ]);
  return { chair, supervisor, referrer };
}

export function isChair(actor: Actor): boolean {
  return holds(actor, ['chair']);
}

function holds(actor: Actor, roles: readonly Role[]): boolean {
  return actor.appointments.some(({ role }) => roles.includes(role));
}

/** What waits for their decision, what has climbed to them, and the meetings they chair next, with what is on their agenda. */
async function forChair(deps: Dependencies, { actor, route, now, names }: Asking) {
  const [decisions, escalated, meetings] = await Promise.all([
    chairsDecisions(deps, actor, route, mostClimbed),
    escalationsReached(deps, actor, route, mostClimbed),
    meetingsBoard(deps, actor, { past: false, after: null, limit: meetingsShown }),
  ]);
  return {
    decisions: decisions.map((clock) => clockLine(clock, now, names.agency)),
    escalated: escalated.map((clock: ClockView) => clockLine(clock, now, names.agency)),
    meetings: meetings.ok ? meetings.items.map((meeting) => meetingLine(meeting, names, now)) : [],
  };
}

function meetingLine(meeting: MeetingView, names: Names, now: IsoInstant) {
  return {
    area: names.area(meeting.area),
    href: `/meetings/${meeting.meetingId}`,
    agendaHref: `/meetings/${meeting.meetingId}/agenda`,
    when: meetingWhen(meeting, now),
    places: placesWords(meeting.listed + meeting.heard, meeting.capacity),
    state: meetingStateWords(meeting, now),
  };
}

/** Their areas side by side, and who of those that run them is away. */
async function forSupervisor(deps: Dependencies, { actor, route, now, names }: Asking) {
  const [overdue, soon, away] = await Promise.all([
    groupsOfBoard(deps, actor, route, { group: 'area' }),
    groupsOfBoard(deps, actor, route, { group: 'area', daysLate: 5 }),
    postsAway(deps, actor),
  ]);
  const countIn = (counted: typeof overdue, area: string) =>
    (counted.ok && counted.groups.find(({ key }) => key === area)?.count) || 0;
  const late = overdue.ok ? overdue.groups.flatMap(({ key }) => key ?? []) : [];
  return {
    areas: late.map((area) => ({
      name: names.area(area),
      overdue: upTo(countIn(overdue, area)),
      href: `/overdue?area=${area}`,
      long: upTo(countIn(soon, area)),
      longHref: `/overdue?area=${area}&daysLate=5`,
    })),
    away: away.map(({ name, untilDate, cover }) => ({ name, until: dayFromNow(untilDate, now), cover })),
  };
}

/** What they have begun and not sent. */
async function forReferrer(deps: Dependencies, { actor, now }: Asking) {
  const drafts = await listDrafts(deps, actor);
  return {
    drafts: drafts.map(({ id, savedAt, keptUntil }) => ({
      href: `/refer/drafts/${id}`,
      saved: momentWords(savedAt, now),
      keptUntil: dayFromNow(keptUntil, now),
    })),
  };
}
