import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor, HeldAppointment } from './actor.ts';
import { standings, standingsOf, type CaseAccess, type Standing } from './caseAccess.ts';
import { commandPermission } from './commandPermission.ts';
import { disclosureLevel } from './disclosureLevel.ts';
import { mayDo, mayDoInArea, type About } from './mayDo.ts';
import {
  casePermissions,
  officePermissions,
  type CasePermission,
  type OfficePermission,
  type Permission,
} from './permission.ts';
import { roles, type Role } from './role.ts';

const facts: CaseAccess = {
  areaId: 'medway',
  stage: 'graded',
  victimId: 'victim',
  perpetratorId: 'perpetrator',
  referrerId: 'the-referrer',
  adviserId: 'the-adviser',
  otherAdviserIds: ['the-court-adviser'],
  idvaServiceId: 'medway-idva',
  agencyIds: ['police', 'housing'],
  deniedPractitionerIds: ['the-neighbour'],
  opposingAdviserIds: ['the-other-adviser'],
  askedAreaId: 'swale',
  formerAreaIds: ['dover'],
};
const unallocated: CaseAccess = { ...facts, adviserId: null, otherAdviserIds: [] };

function actor(practitionerId: string, ...appointments: Partial<HeldAppointment>[]): Actor {
  const held = appointments.map((one) => ({ role: 'referrer' as const, areaId: null, agencyId: null, ...one }));
  return { practitionerId, name: 'Someone', appointments: held };
}

/** Somebody who is exactly one thing to the case. */
const whoIs: Record<Standing, [Actor, CaseAccess]> = {
  coordinator: [actor('a', { role: 'coordinator', areaId: 'medway' }), facts],
  administrator: [actor('a', { role: 'administrator', areaId: 'medway' }), facts],
  chair: [actor('a', { role: 'chair', areaId: 'medway', agencyId: 'police' }), facts],
  supervisor: [actor('a', { role: 'supervisor', areaId: 'medway' }), facts],
  strategicCoordinator: [actor('a', { role: 'strategicCoordinator' }), facts],
  adviser: [actor('the-adviser', { role: 'idva', agencyId: 'medway-idva' }), facts],
  dutyQueue: [actor('a', { role: 'idva', agencyId: 'medway-idva' }), unallocated],
  serviceManager: [actor('a', { role: 'idvaServiceManager', agencyId: 'medway-idva' }), facts],
  agencyRepresentative: [actor('a', { role: 'agencyRepresentative', agencyId: 'housing' }), facts],
  agencyLead: [actor('a', { role: 'agencyLead', agencyId: 'housing' }), facts],
  ownReferral: [actor('the-referrer', { role: 'referrer', agencyId: 'education' }), facts],
  governance: [actor('a', { role: 'governance' }), facts],
  receivingCoordinator: [actor('a', { role: 'coordinator', areaId: 'swale' }), facts],
  formerArea: [actor('a', { role: 'chair', areaId: 'dover' }), facts],
};
const ownAgencyOf: Partial<Record<Standing, string>> = {
  adviser: 'medway-idva',
  dutyQueue: 'medway-idva',
  serviceManager: 'medway-idva',
  agencyRepresentative: 'housing',
  agencyLead: 'housing',
};

/** Asks with or without saying whose the thing is, whatever the permission's type would ask for. */
const ask = mayDo as (actor: Actor, permission: Permission, facts: CaseAccess | null, about?: About) => boolean;

describe('who may do what with a case', () => {
  // Y yes · o only for their own agency or service · . no. In the order of the posts in the second line.
  const table: Record<CasePermission, string> = {
    //                     coor admi chai supe stra advi duty mana repr lead ownr gove aske form
    readCase: /*        */ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    Y',
    readAudit: /*       */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    Y    .    Y',
    completeReferral: /**/ 'Y    Y    .    Y    Y    .    .    .    .    .    Y    .    .    .',
    screen: /*          */ 'Y    Y    .    Y    Y    .    .    .    .    .    .    .    .    .',
    grade: /*           */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    decideLikelyMatch: /**/ 'Y    Y    .    Y    Y    .    .    .    .    .    .    .    .    .',
    notifyChildren: /*  */ 'Y    Y    .    Y    Y    Y    Y    Y    .    .    .    .    .    .',
    keepChildren: /*    */ 'Y    Y    Y    Y    Y    Y    Y    Y    .    .    .    .    .    .',
    acknowledge: /*     */ 'Y    Y    .    Y    Y    o    o    o    o    o    .    .    .    .',
    referOn: /*         */ 'Y    Y    Y    Y    Y    Y    Y    Y    .    .    .    .    .    .',
    decideWhatFollows: /**/ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    setAction: /*       */ 'Y    Y    Y    Y    Y    o    o    o    o    o    .    .    .    .',
    endAction: /*       */ 'Y    Y    Y    Y    Y    o    o    o    o    o    .    .    .    .',
    reassignAction: /*  */ 'Y    Y    Y    Y    Y    .    .    o    .    o    .    .    .    .',
    moveAction: /*      */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    listCase: /*        */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    takeOffList: /*     */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    admitLate: /*       */ '.    .    Y    .    .    .    .    .    .    .    .    .    .    .',
    callToEmergency: /* */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    recordHearing: /*   */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    decideDeferral: /*  */ '.    .    Y    Y    .    .    .    .    .    .    .    .    .    .',
    reviewPlan: /*      */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    pauseClock: /*      */ 'Y    Y    .    Y    Y    .    .    Y    .    .    .    .    .    .',
    acknowledgeEscalation: 'Y    Y    Y    Y    Y    Y    Y    Y    o    o    .    .    .    .',
    allocate: /*        */ 'Y    .    .    Y    .    .    .    Y    .    .    .    .    .    .',
    recordContact: /*   */ '.    .    .    .    .    Y    Y    Y    .    .    .    .    .    .',
    decideContact: /*   */ '.    .    .    .    .    .    .    Y    .    .    .    .    .    .',
    decideAttempts: /*  */ '.    .    .    .    .    .    .    Y    .    .    .    .    .    .',
    changeSafeContact: /**/ 'Y    Y    .    Y    Y    Y    Y    Y    .    .    .    .    .    .',
    recordEngagement: /**/ '.    .    .    .    .    Y    Y    Y    .    .    .    .    .    .',
    recordSafetyPlan: /**/ '.    .    .    .    .    Y    Y    Y    .    .    .    .    .    .',
    recordVictimView: /**/ '.    .    .    .    .    Y    Y    Y    .    .    .    .    .    .',
    reviewRisk: /*      */ '.    .    .    .    .    Y    Y    Y    .    .    .    .    .    .',
    tellOutcome: /*     */ '.    .    .    .    .    Y    Y    Y    .    .    .    .    .    .',
    endSupport: /*      */ '.    .    .    .    .    Y    Y    Y    .    .    .    .    .    .',
    tellReferrer: /*    */ 'Y    Y    .    Y    Y    .    .    .    .    .    .    .    .    .',
    addLiveDate: /*     */ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .    .    .    .',
    recordLiveDateOutcome: 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .    .    .    .',
    settleHearingCompany: 'Y    Y    .    Y    Y    Y    Y    Y    .    .    .    .    .    .',
    tellResult: /*      */ 'Y    Y    .    Y    Y    Y    Y    Y    .    .    .    .    .    .',
    reviewLiveDate: /*  */ 'Y    Y    .    Y    Y    Y    Y    Y    .    .    .    .    .    .',
    recordBreach: /*    */ 'Y    Y    Y    Y    Y    Y    Y    Y    Y    Y    .    .    .    .',
    closeCase: /*       */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    reopenCase: /*      */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    recordDeath: /*     */ 'Y    Y    Y    Y    Y    Y    .    Y    .    Y    .    .    .    .',
    decideRetention: /* */ '.    Y    .    Y    .    .    .    .    .    .    .    .    .    .',
    catchUp: /*         */ 'Y    Y    .    .    .    .    .    .    .    .    .    .    .    .',
    manageDenyList: /*  */ 'Y    .    .    Y    .    .    .    .    .    .    .    .    .    .',
    readTransferPack: /**/ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    Y    Y',
    requestTransfer: /* */ 'Y    Y    Y    Y    Y    .    .    .    .    .    .    .    .    .',
    answerTransfer: /*  */ '.    .    .    .    .    .    .    .    .    .    .    .    Y    .',
  };
  const order: Standing[] = [
    ...(['coordinator', 'administrator', 'chair', 'supervisor', 'strategicCoordinator', 'adviser'] as const),
    ...(['dutyQueue', 'serviceManager', 'agencyRepresentative', 'agencyLead', 'ownReferral', 'governance'] as const),
    ...(['receivingCoordinator', 'formerArea'] as const),
  ];
  const cells = Object.entries(table).flatMap(([permission, row]) =>
    row.split(/\s+/).map((cell, column) => [permission as CasePermission, order[column] as Standing, cell] as const),
  );

  test('every permission and everything one can be to a case is in the table', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(casePermissions).sort());
    expect([...order].sort()).toEqual([...standings].sort());
    expect(cells).toHaveLength(Object.keys(casePermissions).length * standings.length);
  });

  test.each(cells)('%s by the %s: %s', (permission, standing, cell) => {
    const [who, which] = whoIs[standing];
    expect(standingsOf(who, which)).toEqual([standing]);
    const own = ownAgencyOf[standing];
    expect(ask(who, permission, which)).toBe(cell === 'Y');
    expect(ask(who, permission, which, { agencyIds: ['probation'] })).toBe(cell === 'Y');
    expect(ask(who, permission, which, { agencyIds: [] })).toBe(cell === 'Y');
    if (own) {
      expect(ask(who, permission, which, { agencyIds: [own] })).toBe(cell !== '.');
      expect(ask(who, permission, which, { agencyIds: [own, 'probation'] })).toBe(cell === 'Y');
    }
  });

  test.each(Object.keys(casePermissions) as CasePermission[])('%s needs a case, whoever asks', (permission) => {
    for (const [who] of Object.values(whoIs)) expect(ask(who, permission, null)).toBe(false);
  });
});

describe('who may see a case, and how much of it', () => {
  const level = (who: Actor, which: CaseAccess = facts) => disclosureLevel(who, which);

  test('the posts that run the MARAC see all cases of their areas and none of another', () => {
    for (const role of ['coordinator', 'administrator', 'chair', 'supervisor', 'strategicCoordinator'] as const) {
      expect(level(actor('a', { role, areaId: 'medway' }))).toBe('full');
      expect(level(actor('a', { role, areaId: 'thanet' }))).toBe('none');
      expect(level(actor('a', { role, areaId: 'thanet' }, { role, areaId: 'medway' }))).toBe('full');
    }
  });

  test('an appointment without an area counts for all of them only in posts that are county-wide', () => {
    for (const role of ['supervisor', 'strategicCoordinator'] as const)
      expect(level(actor('a', { role }))).toBe('full');
    for (const role of ['coordinator', 'administrator', 'chair'] as const)
      expect(level(actor('a', { role }))).toBe('none');
  });

  test('an IDVA sees the cases assigned to her and the unallocated ones of her service', () => {
    const idva = actor('the-adviser', { role: 'idva', agencyId: 'medway-idva' });
    expect(level(idva)).toBe('full');
    expect(level({ ...idva, practitionerId: 'a-colleague' })).toBe('none');
    expect(level({ ...idva, practitionerId: 'a-colleague' }, unallocated)).toBe('full');
    expect(level(actor('a', { role: 'idva', agencyId: 'kent-idva' }), unallocated)).toBe('none');
  });

  test('who no longer is an IDVA sees no case for having been its adviser once', () => {
    expect(level(actor('the-adviser', { role: 'referrer', agencyId: 'medway-idva' }))).toBe('none');
  });

  test('where the roles are reversed, the other victim’s adviser sees nothing, assigned or queued', () => {
    const other = actor('the-other-adviser', { role: 'idva', agencyId: 'medway-idva' });
    expect(level(other, unallocated)).toBe('none');
    expect(level(other, { ...facts, adviserId: 'the-other-adviser' })).toBe('none');
  });

  test('a service manager sees the service’s cases and no other service’s', () => {
    expect(level(actor('a', { role: 'idvaServiceManager', agencyId: 'medway-idva' }))).toBe('full');
    expect(level(actor('a', { role: 'idvaServiceManager', agencyId: 'kent-idva' }))).toBe('none');
  });

  test('an agency sees its share of the cases it has a part in, and not those it has none in', () => {
    for (const role of ['agencyRepresentative', 'agencyLead'] as const) {
      expect(level(actor('a', { role, agencyId: 'housing', areaId: 'thanet' }))).toBe('agency');
      expect(level(actor('a', { role, agencyId: 'probation', areaId: 'medway' }))).toBe('none');
      expect(level(actor('a', { role, areaId: 'medway' }))).toBe('none');
    }
  });

  test('a referrer sees what became of an own referral, and nothing of a colleague’s', () => {
    expect(level(actor('the-referrer', { role: 'referrer', agencyId: 'police' }))).toBe('outcome');
    expect(level(actor('a-colleague', { role: 'referrer', agencyId: 'police' }))).toBe('none');
  });

  test('governance sees references alone, a system administrator sees no case', () => {
    expect(level(actor('a', { role: 'governance' }))).toBe('reference');
    expect(level(actor('a', { role: 'governance', areaId: 'thanet' }))).toBe('none');
    expect(level(actor('a', { role: 'systemAdministrator' }))).toBe('none');
    expect(level(actor('a', { role: 'systemAdministrator', areaId: 'medway', agencyId: 'police' }))).toBe('none');
  });

  test('who is several things to a case sees the most that one of them shows', () => {
    const both = actor('the-referrer', { role: 'governance' }, { role: 'agencyLead', agencyId: 'police' });
    expect(level(both)).toBe('agency');
  });

  test('the deny list beats every role and every permission', () => {
    const all = roles.flatMap((role) =>
      ['medway-idva', 'police'].map((agencyId) => ({ role, areaId: 'medway', agencyId })),
    );
    const denied = actor('the-neighbour', ...all);
    const involved = { ...facts, referrerId: 'the-neighbour', adviserId: 'the-neighbour' };
    expect(standingsOf({ ...denied, practitionerId: 'someone-else' }, unallocated).length).toBeGreaterThan(9);
    expect(standingsOf(denied, involved)).toEqual([]);
    expect(level(denied, involved)).toBe('none');
    for (const permission of Object.keys(casePermissions) as CasePermission[]) {
      expect(ask(denied, permission, involved, { agencyIds: ['police'] })).toBe(false);
    }
  });

  test('nobody may do anything to a case they may not see', () => {
    const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
    const appointments = fc.array(
      fc.record({
        role: some(roles),
        areaId: some(['medway', 'thanet', null]),
        agencyId: some(['medway-idva', 'kent-idva', 'police', null]),
      }),
      { maxLength: 3 },
    );
    const ids = some(['the-adviser', 'the-referrer', 'the-neighbour', 'the-other-adviser', 'a']);
    fc.assert(
      fc.property(ids, appointments, fc.boolean(), (id, held, allocated) => {
        const who = actor(id, ...held);
        const which = allocated ? facts : unallocated;
        const sees = disclosureLevel(who, which) !== 'none';
        expect(mayDo(who, 'readCase', which)).toBe(sees);
        for (const permission of Object.keys(casePermissions) as CasePermission[]) {
          if (ask(who, permission, which, { agencyIds: ['police'] })) expect(sees).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a transfer', () => {
  test('is for the coordinator of the area that is asked, and for nobody else there', () => {
    for (const role of roles.filter((each) => !['coordinator', 'referrer'].includes(each)))
      expect(standingsOf(actor('a', { role, areaId: 'swale' }), facts)).toEqual([]);
    expect(standingsOf(actor('the-neighbour', { role: 'coordinator', areaId: 'swale' }), facts)).toEqual([]);
    const answered = { ...facts, askedAreaId: null };
    expect(standingsOf(actor('a', { role: 'coordinator', areaId: 'swale' }), answered)).toEqual([]);
  });

  test('shows neither side more of the case than its reference: what was sent is in the pack', () => {
    expect(disclosureLevel(...whoIs.receivingCoordinator)).toBe('reference');
    expect(disclosureLevel(...whoIs.formerArea)).toBe('reference');
  });
});

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
    readCourtDiary: /* */ '.    Y    Y    Y    Y    Y    Y    Y    .    .    .    .',
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
      'noteSearch',
      'endCase',
    ]);
    for (const [, permission] of asked) if (permission) expect(known).toContain(permission);
  });
});
