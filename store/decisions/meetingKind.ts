import type { MeetingAsk } from '../../domain/meetings/meetingCommand.ts';
import { meetingDutiesOf } from '../../domain/meetings/meetingDuties.ts';
import type { MeetingFact } from '../../domain/meetings/meetingFact.ts';
import { meetingNewsOf } from '../../domain/meetings/meetingNews.ts';
import { type MeetingStanding, meetingStandingAfter } from '../../domain/meetings/meetingStanding.ts';
import type { DutyOwner } from '../../domain/duties/dutyChange.ts';
import type { CaseParts } from '../../domain/notices/caseParts.ts';
import { projectMeetingFact } from '../projection/projectMeetingFact.ts';
import { completeMeeting } from './completeMeeting.ts';
import type { MatterKind } from './matterKind.ts';

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
  partsOf: (_open, standing, owner) => partsOf(standing, owner),
  partsForRung: (_open, standing, _clock, owner) => partsOf(standing, owner),
};

function partsOf({ areaId }: MeetingStanding, { agencyId, ownerId }: DutyOwner): CaseParts {
  return {
    areaId,
    agencyId,
    ownerId,
    adviserId: null,
    idvaServiceId: nobodysId,
    referrerId: nobodysId,
    deniedPractitionerIds: [],
    watchedById: null,
    contactSuspended: false,
    otherAreaId: null,
  };
}
