import type { MeetingAsk } from '../../domain/meetings/meetingCommand.ts';
import { meetingDutiesOf } from '../../domain/meetings/meetingDuties.ts';
import type { MeetingFact } from '../../domain/meetings/meetingFact.ts';
import { meetingNewsOf } from '../../domain/meetings/meetingNews.ts';
import { type MeetingStanding, meetingStandingAfter } from '../../domain/meetings/meetingStanding.ts';
import type { DutyOwner } from '../../domain/duties/dutyChange.ts';
import type { CaseParts } from '../../domain/notices/caseParts.ts';
import { hiddenCases } from '../../domain/notices/hiddenCases.ts';
import { projectMeetingFact } from '../projection/projectMeetingFact.ts';
import { completeMeeting } from './completeMeeting.ts';
import type { MatterKind } from './matterKind.ts';
import type { OpenMeeting } from './openMeeting.ts';

/** Nobody has the part of an adviser, a service or a referrer in a meeting. */
const nobodysId = '00000000-0000-0000-0000-000000000000';

/** What a meeting brings to the recording that all matters share. */
export const meetingKind: MatterKind<MeetingStanding, MeetingFact, MeetingAsk> = {
  about: 'meeting',
  table: 'meeting',
  newRow: () => ({ parked: false }),
  standingAfter: meetingStandingAfter,
  project: projectMeetingFact,
  dutiesOf: meetingDutiesOf,
  isCaughtUp: () => false,
  forbids: () => null,
  hasChanged: (_tx, open, _proposal, expected) => Promise.resolve(expected !== open.revision),
  complete: completeMeeting,
  newsOf: meetingNewsOf,
  partsOf: (open: OpenMeeting, standing, { caseIds = open.onList, ...owner }) =>
    partsOf(open, standing, owner, caseIds),
  partsForRung: (open: OpenMeeting, standing, { subject }, owner) =>
    partsOf(open, standing, owner, open.asked[subject.id] ?? open.onList),
};

function partsOf(
  { hiddenFrom }: OpenMeeting,
  { areaId }: MeetingStanding,
  { agencyId, ownerId }: DutyOwner,
  caseIds: readonly string[],
): CaseParts {
  return {
    ...hiddenCases(caseIds, hiddenFrom),
    areaId,
    agencyId,
    ownerId,
    adviserId: null,
    idvaServiceId: nobodysId,
    referrerId: nobodysId,
    watchedById: null,
    contactSuspended: false,
    otherAreaId: null,
  };
}
