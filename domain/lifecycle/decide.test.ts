import { describe, expect, it } from 'vitest';
import { aCase, anAction, type CaseBuilder } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { everyCommand } from '../../tests/builders/everyCommand.ts';
import { happened } from '../../tests/builders/world.ts';
import type { CommandType } from './command.ts';
import type { RefusalCode } from './refusal.ts';
import { safeguardingCommands } from './safeguardingCommands.ts';
import { stages, type Stage } from './stage.ts';

/** A case at every stage, with one child, one open action and one order that stands, as far as the stage allows. */
const at: Record<Stage, () => CaseBuilder> = {
  new: () => aCase(aReferral().withChildren(1)),
  received: () => furnished(aReferral().withChildren(1)),
  returned: () => at.received().returned(),
  accepted: () => at.received().accepted(),
  graded: () => at.received().graded(),
  listed: () => at.received().listed(),
  heard: () => at.received().heard(),
  closed: () => at.received().closed([{ liveDateId: 'date-1', disposal: 'watched', watchedById: 'supervisor-1' }]),
  handedOver: () => at.received().handedOver(),
  declined: () =>
    furnished(aReferral().standardRisk().withChildren(1)).must('screenReferral', {
      ...{ outcome: 'decline', reason: 'notDomesticAbuse', adviceId: 'advice-1' },
      disposals: [{ liveDateId: 'date-1', disposal: 'watched', watchedById: 'supervisor-1' }],
    }),
  transferred: () =>
    at.received().graded().askedOutside().must('recordOutsideAnswer', { outcome: 'accept', noteId: null }),
  merged: () => aCase(aReferral().withChildren(1)).received().withAction('action-1').merged(),
  ended: () => at.new().ended(),
};

function furnished(referral: ReturnType<typeof aReferral>): CaseBuilder {
  return aCase(referral).received().withAction('action-1').withLiveDate('date-1', 'nonMolestation', null);
}

const legend: Record<string, RefusalCode> = {
  st: 'NOT_IN_THIS_STAGE',
  ex: 'CASE_EXISTS',
  en: 'CASE_ENDED',
  na: 'NOT_ADOPTED',
  aa: 'ALREADY_ACCEPTED',
  nm: 'NOTHING_MISSING',
  no: 'CHILD_NOT_OWED',
  an: 'ALREADY_NOTIFIED',
  uh: 'UNKNOWN_HANDOVER',
  ae: 'ACTION_ENDED',
  al: 'ALREADY_LISTED',
  nl: 'NOT_LISTED',
  em: 'NOT_AN_EMERGENCY',
  my: 'MEETING_NOT_YET',
  np: 'NO_PLAN_TO_REVIEW',
  uc: 'UNKNOWN_CLOCK',
  cp: 'CLOCK_NOT_PAUSABLE',
  cn: 'CLOCK_NOT_PAUSED',
  od: 'NOT_OVERDUE',
  nd: 'NEXT_DATE_TOO_FAR',
  cs: 'CONTACT_NOT_SUSPENDED',
  ne: 'NOT_ENGAGED',
  nt: 'OUTCOME_NOT_DUE',
  at: 'ALREADY_TOLD',
  dm: 'DISPOSITIONS_MISSING',
  up: 'UNKNOWN_PROCEEDING',
  nh: 'NOT_A_HEARING',
  rd: 'RESULT_NOT_DUE',
  wm: 'WATCHER_MISSING',
  nc: 'NOT_CLOSED',
  ul: 'UNKNOWN_PLAN',
  vl: 'VIEW_TOO_LATE',
  tr: 'NO_TRANSFER',
  nr: 'NOT_REFUSED',
  rn: 'REPORT_NOT_HERE',
  fg: 'NO_FLAG_TO_SET',
  nq: 'NO_CONSENT_DECISION',
  ni: 'NO_INTERIM_DECISION',
  nf: 'NO_DEFERRAL_DECISION',
  mg: 'CASE_MERGED',
  ng: 'NOT_MERGED',
  gf: 'GONE_FURTHER',
  lm: 'NO_LIKELY_MATCH',
  ha: 'HEARD_ALREADY',
  xd: 'NOT_DIED',
  rr: 'NO_RETENTION_REVIEW',
  pe: 'PLACE_ENDED',
  ey: 'ERASED_TOO_EARLY',
};

/** What becomes of each command at each stage, in the order of `stages`: ✓ accepted, or the refusal of the legend. */
const table = `
                           new rec ret acc gra lis hea clo han dec tra mer end
  submitReferral           ✓   ex  ex  ex  ex  ex  ex  ex  ex  ex  ex  mg  en
  caughtUp                 st  na  na  na  na  na  na  na  na  na  na  na  na
  screenReferral           st  ✓   ✓   aa  aa  aa  aa  aa  aa  st  aa  mg  en
  completeReferral         st  nm  ✓   nm  nm  nm  nm  nm  nm  nm  nm  mg  en
  gradeRisk                st  st  st  ✓   ✓   ✓   st  st  ✓   st  st  mg  en
  notifyChildrensServices  st  ✓   ✓   ✓   ✓   ✓   ✓   an  ✓   no  ✓   mg  en
  setChildServices         st  ✓   ✓   ✓   ✓   ✓   ✓   an  ✓   ✓   ✓   mg  en
  tellSchools              st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  addChild                 st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   st  st  mg  en
  putChildRight            st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   st  st  mg  en
  takeOutChild             st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   st  st  mg  en
  recordAcknowledgement    st  uh  uh  uh  uh  uh  uh  uh  ✓   uh  uh  uh  en
  refuseHandover           st  uh  uh  uh  uh  uh  uh  uh  ✓   uh  uh  uh  en
  referOn                  st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  settleRefusal            st  uh  uh  uh  uh  uh  uh  uh  nr  uh  uh  uh  en
  decideOnConsent          st  nq  nq  nq  nq  nq  nq  nq  nq  nq  nq  mg  en
  allocateAdviser          st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  endAllocation            st  pe  pe  pe  pe  pe  pe  pe  pe  pe  pe  mg  en
  setAction                st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  completeAction           st  ✓   ✓   ✓   ✓   ✓   ✓   ae  ✓   ✓   ✓   ✓   en
  recordActionNotPossible  st  ✓   ✓   ✓   ✓   ✓   ✓   ae  ✓   ✓   ✓   ✓   en
  recordActionNotDone      st  ✓   ✓   ✓   ✓   ✓   ✓   ae  ✓   ✓   ✓   ✓   en
  reassignAction           st  ✓   ✓   ✓   ✓   ✓   ✓   ae  ✓   ✓   ✓   ✓   en
  moveActionDue            st  ✓   ✓   ✓   ✓   ✓   ✓   ae  ✓   ✓   ✓   ✓   en
  listCase                 st  st  st  st  ✓   al  ha  st  st  st  st  mg  en
  takeOffList              st  nl  nl  nl  nl  ✓   nl  nl  nl  nl  nl  mg  en
  admitLate                st  st  st  st  ✓   al  ✓   st  st  st  st  mg  en
  callToEmergency          st  st  st  st  em  al  em  st  st  st  st  mg  en
  relistCase               st  nl  nl  nl  nl  ✓   nl  nl  nl  nl  nl  mg  en
  noteTwoAreas             st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  noteReversedPair         st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  noteLikelyMatch          st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  decideLikelyMatch        st  lm  lm  lm  lm  lm  lm  lm  lm  lm  lm  lm  en
  noteMatchDecision        st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  noteAssessment           st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  mergeReferral            st  gf  gf  gf  gf  gf  st  st  st  st  st  mg  en
  undoMerge                st  ng  ng  ng  ng  ng  ng  ng  ng  ng  ng  ✓   en
  joinReferral             st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  partReferral             st  ng  ng  ng  ng  ng  ng  ng  ng  ng  ng  mg  en
  planClocksAnew           st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓
  recordHearing            st  nl  nl  nl  nl  my  nl  nl  nl  nl  nl  mg  en
  recordHeardElsewhere     st  na  na  na  na  na  na  na  na  na  na  mg  en
  recordPlanReview         st  np  np  np  np  np  np  np  np  np  np  mg  en
  decideInterim            st  ni  ni  ni  ni  ni  ni  ni  ni  ni  ni  mg  en
  decideDeferral           st  nf  nf  nf  nf  nf  nf  nf  nf  nf  nf  mg  en
  pauseClock               st  ✓   ✓   ✓   ✓   ✓   cp  uc  ✓   ✓   ✓   ✓   en
  resumeClock              st  cn  cn  cn  cn  cn  cn  uc  cn  cn  cn  cn  en
  acknowledgeEscalation    st  od  od  od  od  od  nd  uc  od  od  od  od  uc
  recordContactAttempt     st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  changeSafeContact        st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  noteSafeContactProposal  st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  settleSafeContactProposal st ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  decideContact            st  cs  cs  cs  cs  cs  cs  cs  cs  cs  cs  cs  en
  decideAttempts           st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  recordEngagement         st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  recordSafetyPlan         st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  reviewSafetyPlan         st  ul  ul  ul  ul  ul  ul  ul  ul  ul  ul  mg  en
  recordVictimView         st  ✓   ✓   ✓   ✓   ✓   vl  vl  ✓   ✓   ✓   mg  en
  recordRiskReview         st  ne  ne  ne  ne  ne  ne  ne  ne  ne  ne  mg  en
  tellOutcome              st  nt  nt  nt  nt  nt  ✓   at  nt  nt  nt  mg  en
  tellReferrer             st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  endSupport               st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  openProceeding           st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  recordMilestone          st  up  up  up  up  up  up  up  up  up  up  mg  en
  endProceeding            st  up  up  up  up  up  up  up  up  up  up  mg  en
  adjournHearing           st  nh  nh  nh  nh  nh  nh  nh  nh  nh  nh  mg  en
  setHearingCompany        st  nh  nh  nh  nh  nh  nh  nh  nh  nh  nh  mg  en
  tellResult               st  rd  rd  rd  rd  rd  rd  rd  rd  rd  rd  mg  en
  moveLiveDate             st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  reviewLiveDate           st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  recordBreach             st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  addLiveDate              st  ✓   ✓   ✓   ✓   ✓   ✓   wm  ✓   wm  ✓   mg  en
  recordLiveDateOutcome    st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  closeCase                st  st  st  st  dm  st  dm  st  st  st  st  mg  en
  reopenCase               st  nc  nc  nc  nc  nc  nc  ✓   nc  nc  nc  mg  en
  reportFurtherAbuse       st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  takeOutReport            st  rn  rn  rn  rn  rn  rn  rn  rn  rn  rn  rn  rn
  takeBackRepeat           st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   mg  en
  setFlagAgain             st  fg  fg  ✓   ✓   ✓   ✓   ✓   ✓   fg  ✓   fg  en
  recordDeath              st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓
  takeBackDeath            st  xd  xd  xd  xd  xd  xd  xd  xd  xd  xd  xd  en
  noteSearch               st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   en
  endCase                  st  st  st  st  st  st  st  st  st  st  st  st  en
  requestTransfer          st  ✓   ✓   ✓   ✓   ✓   ✓   ✓   ✓   st  st  mg  en
  keepRecord               st  rr  rr  rr  rr  rr  rr  rr  rr  rr  rr  mg  ✓
  eraseRecord              st  rr  rr  rr  rr  rr  rr  rr  rr  rr  rr  mg  ey
  answerTransfer           st  tr  tr  tr  tr  tr  tr  tr  tr  tr  tr  mg  en
  recordOutsideAnswer      st  tr  tr  tr  tr  tr  tr  tr  tr  tr  tr  mg  en
  withdrawTransfer         st  tr  tr  tr  tr  tr  tr  tr  tr  tr  tr  mg  en
`;

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [type = '', ...signs] = line.trim().split(/\s+/);
    return { type: type as CommandType, signs };
  });

function answer(about: CaseBuilder, type: CommandType): string {
  const outcome = about.send(type, everyCommand(about)[type]);
  return outcome.ok ? '✓' : outcome.code;
}

describe('every command at every stage', () => {
  it.each(stages)('meets cases that stand where the table says: %s', (stage) => {
    expect(at[stage]().state.stage).toBe(stage);
  });

  const cells = rows.flatMap(({ type, signs }) =>
    signs.map((sign, index) => {
      const expected = sign === '✓' ? sign : (legend[sign] ?? `unknown sign ${sign}`);
      return { type, stage: stages[index] ?? 'new', expected };
    }),
  );

  it('has an answer in the table', () => {
    expect(rows.map(({ type }) => type).toSorted()).toEqual(Object.keys(everyCommand(aCase())).toSorted());
    expect(cells).toHaveLength(rows.length * stages.length);
  });

  it.each(cells)('$type where the case is $stage: $expected', ({ type, stage, expected }) => {
    expect(answer(at[stage](), type)).toBe(expected);
  });
});

describe('a case whose victim has died', () => {
  const stillRecorded: readonly CommandType[] = [
    'notifyChildrensServices',
    'completeAction',
    'recordActionNotPossible',
    'recordActionNotDone',
    'recordLiveDateOutcome',
    'moveLiveDate',
    'reviewLiveDate',
    'planClocksAnew',
    'reportFurtherAbuse',
    ...safeguardingCommands,
  ];

  /** Courts go on; these need proceedings or a hearing, which the case here has not. */
  const furtherCourt: readonly CommandType[] = ['recordMilestone', 'endProceeding', 'adjournHearing'];

  it.each(stillRecorded)('still takes %s', (type) => {
    expect(answer(at.heard().dead(), type)).toBe('✓');
  });

  it.each(
    rowsBut(
      ...stillRecorded,
      ...furtherCourt,
      'recordAcknowledgement',
      'refuseHandover',
      'settleRefusal',
      'acknowledgeEscalation',
      'takeOffList',
      'relistCase',
      'noteSearch',
      'noteReversedPair',
      'noteLikelyMatch',
      'decideLikelyMatch',
      'noteMatchDecision',
      'noteAssessment',
      'joinReferral',
      'partReferral',
      'takeOutReport',
      'takeBackRepeat',
      'setFlagAgain',
    ),
  )('is frozen against %s', (type) => {
    expect(answer(at.heard().dead(), type)).toBe('CASE_FROZEN');
  });

  it('still hears that a hand-over has arrived', () => {
    expect(answer(at.handedOver().dead(), 'recordAcknowledgement')).toBe('✓');
    expect(answer(at.handedOver().dead(), 'refuseHandover')).toBe('✓');
  });

  it('still lets people answer for an action that is overdue', () => {
    const late = at.received().at('2026-03-20 10:00').dead();
    const clockId = late.clock('action')?.id ?? '';
    const outcome = late.send('acknowledgeEscalation', { clockId, until: '2026-03-24', reasonId: 'reason-1' });
    expect(outcome.ok).toBe(true);
  });

  it('can be taken off the list and closed, at whatever stage death met it', () => {
    for (const stage of ['received', 'returned', 'accepted', 'graded', 'heard'] as const) {
      const dead = at[stage]().dead().settledAfterDeath();
      expect(answer(dead, 'closeCase'), stage).toBe('✓');
      expect(dead.state.stage).toBe('closed');
    }
    const listed = at.listed().dead().settledAfterDeath();
    expect(answer(listed, 'closeCase')).toBe('NOT_IN_THIS_STAGE');
    expect(answer(listed, 'takeOffList')).toBe('✓');
    expect(answer(listed, 'closeCase')).toBe('✓');
  });

  it('is told of a second death only that it knows', () => {
    expect(answer(at.heard().dead(), 'recordDeath')).toBe('ALREADY_DIED');
  });

  it('can be declared caught up, so that the outcomes of its actions are chased', () => {
    expect(answer(aCase(aReferral().adopted()).received().dead(), 'caughtUp')).toBe('✓');
  });

  function rowsBut(...others: readonly CommandType[]): readonly CommandType[] {
    const allowed: readonly CommandType[] = [
      ...others,
      'closeCase',
      'recordDeath',
      'takeBackDeath',
      'caughtUp',
      'endCase',
    ];
    return rows.map(({ type }) => type).filter((type) => !allowed.includes(type));
  }
});

describe('what happened before the referral', () => {
  it('cannot be recorded as part of the case', () => {
    const outcome = aCase().received().send('setAction', anAction('action-1'), happened('2026-03-01 23:59'));
    expect(outcome).toEqual({ ok: false, code: 'HAPPENED_BEFORE' });
  });

  it('counts by the London day: the same day is not before, though the hour is earlier', () => {
    const outcome = aCase().received('2026-03-02 22:00').send('setAction', anAction('a'), happened('2026-03-02 09:00'));
    expect(outcome.ok).toBe(true);
  });

  it('counts by London in summer too, where a day begins an hour earlier than in UTC', () => {
    const received = () => aCase().received('2026-06-11 00:30');
    expect(received().send('setAction', anAction('a'), happened('2026-06-10 23:30')).ok).toBe(false);
    expect(received().send('setAction', anAction('a'), happened('2026-06-11 00:05')).ok).toBe(true);
  });

  it('may be abuse that is told later', () => {
    const report = { reportId: 'report-1', newCaseId: null, withinFlag: false };
    expect(aCase().received().send('reportFurtherAbuse', report, happened('2026-02-20 12:00')).ok).toBe(true);
  });

  it('may be the death of a victim that another case learned of first', () => {
    expect(aCase().received().send('recordDeath', { contentId: null }, happened('2026-02-28 12:00')).ok).toBe(true);
  });
});
