import { describe, expect, it } from 'vitest';
import { aCase } from '../../tests/builders/aCase.ts';
import { answer, at } from '../../tests/builders/atEveryStage.ts';
import { everyCommand } from '../../tests/builders/everyCommand.ts';
import type { CommandType } from './command.ts';
import type { RefusalCode } from './refusal.ts';
import { stages } from './stage.ts';

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
