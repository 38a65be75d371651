import type { News } from '../notices/noticesOf.ts';
import type { NoticeRole } from '../notices/directory.ts';
import type { MeetingFact } from './meetingFact.ts';
import type { MeetingStanding } from './meetingStanding.ts';

const coordinators: readonly NoticeRole[] = ['coordinator', 'administrator'];
const overseers: readonly NoticeRole[] = ['supervisor', 'chair'];
const theAreas = { ownerId: null, agencyId: null };

/** The news that a fact of a meeting brings beside the rungs of clocks; none of a meeting that is history. */
export function meetingNewsOf(fact: MeetingFact, { silent, kind, quorate }: MeetingStanding): readonly News[] {
  if (silent) return [];
  switch (fact.type) {
    case 'meetingCalled':
      return kind === 'emergency'
        ? [
            { code: 'emergencyMeeting', ladder: [['chair'], overseers], ...theAreas },
            { code: 'emergencyMeeting', ladder: [coordinators, overseers], ...theAreas },
          ]
        : [];
    case 'researchAsked':
      return [{ ...toAgency('researchAsked', fact.data.agencyId), caseIds: fact.data.caseIds }];
    case 'researchSilent': {
      const { agencyId, caseIds } = fact.data;
      return [
        { code: 'researchSilent', ladder: [['agencyLead'], coordinators], ownerId: null, agencyId, caseIds },
        { code: 'researchSilent', ladder: [coordinators, overseers], ...theAreas, caseIds },
      ];
    }
    case 'meetingHeld':
      return quorate === false || fact.data.missingServices.length > 0
        ? [{ code: 'meetingShort', ladder: [['chair'], overseers], ...theAreas }]
        : [];
    case 'minutesSent':
      return fact.data.agencyIds.map((agencyId) => toAgency('minutesSent', agencyId));
    case 'meetingCancelled':
      return [{ code: 'meetingCancelled', ladder: [['chair'], overseers], ...theAreas }];
    case 'commandParked':
      return [
        { code: 'commandParked', ladder: [['administrator'], coordinators], ...theAreas },
        { code: 'commandParked', ladder: [['systemAdministrator']], ...theAreas },
      ];
    case 'meetingMoved':
    case 'listLocked':
    case 'caseAdmitted':
    case 'caseLeft':
    case 'researchReturned':
    case 'researchComplete':
    case 'agendaSent':
    case 'attendanceRecorded':
    case 'caseTaken':
    case 'minutesConfirmed':
    case 'minutesCorrected':
    case 'meetingEnded':
      return [];
  }
}

function toAgency(code: News['code'], agencyId: string): News {
  return { code, ladder: [['owner'], ['agencyLead'], coordinators], ownerId: null, agencyId };
}
