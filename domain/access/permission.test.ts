import { describe, expect, test } from 'vitest';
import { actor, ask } from '../../tests/builders/accessToACase.ts';
import { commandPermission } from './commandPermission.ts';
import { mayDoInArea } from './mayDo.ts';
import { casePermissions, officePermissions, type OfficePermission } from './permission.ts';
import { roles, type Role } from './role.ts';

describe('what is not about one case', () => {
  // In the order of `roles`.
  const table: Record<OfficePermission, string> = {
    //                 refe coor admi chai supe stra idva mana repr lead gove syst
    submitReferral: /* */ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .    .',
    recordAssessment: /**/ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .    .',
    readAssessments: /**/ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .    .',
    settleAssessment: /**/ '.    Y    Y    Y    Y    Y    .    .    .    Y    .    .',
    answerAssessment: /**/ '.    Y    Y    Y    Y    Y    .    Y    Y    Y    .    .',
    searchPeople: /*   */ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .    .',
    readOwnReferrals: /**/ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .    .',
    reportFurtherAbuse: 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y',
    adoptCase: /*      */ '.    Y    Y    .    .    .    .    .    .    .    .    .',
    readOverdue: /*    */ '.    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .',
    readCourtDiary: /* */ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y',
    readDatesOfCases: /**/ '.    Y    Y    Y    Y    Y    Y    Y    .    .    .    .',
    readTasks: /*      */ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .    .',
    readExceptions: /* */ '.    Y    Y    Y    Y    Y    .    Y    .    Y    .    Y',
    readFurtherAbuse: /**/ '.    Y    Y    Y    Y    Y    .    Y    .    .    .    .',
    readAuditTrail: /* */ '.    Y    .    .    Y    Y    .    .    .    .    Y    .',
    readReports: /*    */ '.    Y    Y    Y    Y    Y    .    Y    .    .    Y    .',
    readTransfers: /*  */ '.    Y    Y    Y    Y    Y    .    .    .    .    .    .',
    readMeetings: /*   */ '.    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .',
    manageMeetings: /* */ '.    Y    Y    .    Y    Y    .    .    .    .    .    .',
    readMeetingList: /**/ '.    Y    Y    Y    Y    Y    Y    Y    Y    Y    .    .',
    returnResearch: /* */ '.    .    .    .    .    .    Y    Y    Y    Y    .    .',
    runMeeting: /*     */ '.    Y    Y    Y    Y    Y    .    .    .    .    .    .',
    retryCommand: /*   */ '.    .    Y    .    .    .    .    .    .    .    .    Y',
    settleReport: /*   */ '.    Y    Y    .    .    .    .    .    .    .    .    .',
    settleDelivery: /* */ '.    Y    Y    .    Y    Y    .    .    .    .    .    Y',
    manageService: /*  */ '.    .    .    .    .    .    .    Y    .    .    .    .',
    readPeople: /*     */ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y',
    managePeople: /*   */ '.    .    .    .    .    .    .    .    .    .    .    Y',
    manageAreas: /*    */ '.    .    .    .    .    .    .    .    .    .    .    Y',
    changePolicy: /*   */ '.    .    .    .    .    .    .    .    .    .    .    Y',
    readPolicyChanges: /**/ '.    Y    Y    Y    Y    Y    .    .    .    .    Y    Y',
  };
  const cells = Object.entries(table).flatMap(([permission, row]) =>
    row.split(/\s+/).map((cell, column) => [permission as OfficePermission, roles[column] as Role, cell] as const),
  );

  test('every permission and every role is in the table', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(officePermissions).sort());
    expect(cells).toHaveLength(Object.keys(officePermissions).length * roles.length);
  });

  test.each(cells)('%s by a %s: %s', (permission, role, cell) => {
    expect(ask(actor('a', { role }), permission, null)).toBe(cell === 'Y');
  });

  test('somebody without an appointment in force may do nothing at all', () => {
    for (const permission of Object.keys(officePermissions) as OfficePermission[]) {
      expect(ask(actor('a'), permission, null)).toBe(false);
    }
  });

  test('what is done for an area is done by those who hold the post for it', () => {
    expect(mayDoInArea(actor('a', { role: 'coordinator', areaId: 'medway' }), 'manageMeetings', 'medway')).toBe(true);
    expect(mayDoInArea(actor('a', { role: 'coordinator', areaId: 'medway' }), 'manageMeetings', 'thanet')).toBe(false);
    expect(mayDoInArea(actor('a', { role: 'supervisor' }), 'manageMeetings', 'thanet')).toBe(true);
    expect(mayDoInArea(actor('a', { role: 'coordinator' }), 'manageMeetings', 'thanet')).toBe(false);
    expect(mayDoInArea(actor('a', { role: 'chair', areaId: 'thanet' }), 'manageMeetings', 'thanet')).toBe(false);
  });

  test('every command asks for a permission that exists, but for what the product itself sends', () => {
    const known = [...Object.keys(casePermissions), ...Object.keys(officePermissions)];
    const asked = Object.entries(commandPermission);
    expect(asked.filter(([, permission]) => permission === null).map(([command]) => command)).toEqual([
      'endAllocation',
      'relistCase',
      'noteTwoAreas',
      'noteReversedPair',
      'noteLikelyMatch',
      'noteMatchDecision',
      'noteAssessment',
      'joinReferral',
      'partReferral',
      'planClocksAnew',
      'noteSafeContactProposal',
      'takeBackRepeat',
      'setFlagAgain',
      'noteSearch',
      'endCase',
    ]);
    for (const [, permission] of asked) if (permission) expect(known).toContain(permission);
  });
});
