import { describe, expect, test } from 'vitest';
import { ask, whoIs } from '../../tests/builders/accessToACase.ts';
import { standings, standingsOf, type Standing } from './caseAccess.ts';
import { casePermissions, type CasePermission } from './permission.ts';

const ownAgencyOf: Partial<Record<Standing, string>> = {
  adviser: 'medway-idva',
  dutyQueue: 'medway-idva',
  serviceManager: 'medway-idva',
  agencyRepresentative: 'housing',
  agencyLead: 'housing',
};

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
    takeBackDeath: /*   */ 'Y    Y    .    Y    Y    .    .    .    .    .    .    .    .    .',
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
