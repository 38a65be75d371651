import type { IsoInstant } from '../../calendar/time.ts';
import type { CaseStanding } from '../caseStanding.ts';
import type { MeetingFacts } from '../facts/meeting.ts';
import { actionsEnded } from './actions.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

const offTheList = { meetingId: null, meetingOn: null } as const;

export const meetingStanding: StandingChanges<keyof MeetingFacts> = {
  caseListed: ({ listedAt }, { data, occurred }) => ({
    listedAt: listedAt ?? occurred.at,
    meetingId: data.meetingId,
    meetingOn: data.meetingOn,
  }),
  standsAsHeard: nothing,
  takenOffList: () => offTheList,
  caseHeard: (standing, { data, occurred }) =>
    heard(standing, occurred.at, { ...offTheList, heardMeetingId: data.meetingId }),
  heardElsewhere: (standing, { data, occurred }) => heard(standing, occurred.at, { heardElsewhereId: data.contentId }),
  caseDeferred: ({ deferrals }) => ({ ...offTheList, deferrals: deferrals + 1 }),
  planReviewed: () => ({ planReviewed: true }),
  interimDecided: nothing,
  deferralDecided: nothing,
};

/** Where it is heard again the first hearing counts; another area that has taken it over has a first one of its own. */
function heard(standing: CaseStanding, heardAt: IsoInstant, where: Partial<CaseStanding>): Partial<CaseStanding> {
  const { heardAt: before, transferredAt } = standing;
  if (before !== null && (transferredAt === null || transferredAt < before))
    return { ...offTheList, actionsEndedAt: actionsEnded(standing) };
  return { ...where, heardAt, actionsEndedAt: actionsEnded({ ...standing, heardAt }) };
}
