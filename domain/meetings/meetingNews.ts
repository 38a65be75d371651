import type { News } from '../notices/noticesOf.ts';
import type { NoticeRole } from '../notices/directory.ts';
import type { MeetingFact } from './meetingFact.ts';
import type { MeetingStanding } from './meetingStanding.ts';

const coordinators: readonly NoticeRole[] = ['coordinator', 'administrator'];
const overseers: readonly NoticeRole[] = ['supervisor', 'chair'];
const toChair: News['ladder'] = [['chair'], overseers];
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
    case 'agenciesInvited': {
      // Of an emergency meeting the chair has heard by what called it.
      const chair = kind === 'emergency' ? [] : [{ code: 'meetingInvited', ladder: toChair, ...theAreas } as const];
      return [...toEach('meetingInvited', fact.data.agencyIds), ...chair];
    }
    case 'meetingMoved': {
      const { invitedAgencyIds } = fact.data;
      // Whoever was not invited yet is invited to the new day.
      if (invitedAgencyIds === undefined || invitedAgencyIds.length === 0) return [];
      return [...toEach('meetingMoved', invitedAgencyIds), { code: 'meetingMoved', ladder: toChair, ...theAreas }];
    }
    case 'meetingCancelled':
      return [
        { code: 'meetingCancelled', ladder: toChair, ...theAreas },
        ...toEach('meetingCancelled', fact.data.invitedAgencyIds ?? []),
      ];
    case 'commandParked':
      return [
        { code: 'commandParked', ladder: [['administrator'], coordinators], ...theAreas },
        { code: 'commandParked', ladder: [['systemAdministrator']], ...theAreas },
      ];
    case 'cutOffMoved':
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

/** What concerns everybody who comes is no secret of any case: deny lists are about cases. */
function toEach(code: News['code'], agencyIds: readonly string[]): readonly News[] {
  return agencyIds.map((agencyId) => ({ ...toAgency(code, agencyId), caseIds: [] }));
}

function toAgency(code: News['code'], agencyId: string): News {
  return { code, ladder: [['owner'], ['agencyLead'], coordinators], ownerId: null, agencyId };
}
