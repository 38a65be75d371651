import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder, grading } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import type { CaseFactType } from './caseFact.ts';
import { stageMeanings, stages, type Stage } from './stage.ts';
import { diagram, endedAs, next, transitions } from './transitions.ts';

type Way = readonly [from: Stage, fact: CaseFactType, to: Stage, story: () => CaseBuilder];

const aRepeat = () => aCase(aReferral().standardRisk()).where({ meetings: [] }).repeated();
const withMeetings = (repeat: CaseBuilder) => {
  const { meetings } = aCase().around;
  return repeat.where({ meetings });
};

const told = { about: 'meeting', contentId: null } as const;
const endedOverDeath = (begun: CaseBuilder) => {
  const closed = close(begun.dead().settledAfterDeath());
  return (closed.state.flagEndsOn === null ? closed : closed.at('2027-03-03 00:00').flagRunsOut()).must('endCase', {});
};
const livesAfterAll = (closed: CaseBuilder) => closed.must('takeBackDeath', { reasonId: 'reason-1' });

/** Every way from stage to stage, each with a case that goes it. */
const ways: readonly Way[] = [
  ['new', 'referralReceived', 'received', () => aCase().received()],
  ['received', 'referralAccepted', 'accepted', () => aCase().received().accepted()],
  ['received', 'referralReturned', 'returned', () => aCase().received().returned()],
  ['received', 'referralDeclined', 'declined', () => aCase(aReferral().standardRisk()).received().declined()],
  ['received', 'caseListed', 'listed', () => aCase().repeated()],
  ['received', 'safeguardingHandedOver', 'handedOver', () => aCase(aReferral().under16()).received()],
  ['received', 'caseClosed', 'closed', () => close(aCase().received().dead())],
  [
    'returned',
    'referralCompleted',
    'received',
    () => aCase().returned().must('completeReferral', { contentId: 'supplied-1', assessment: null }),
  ],
  ['returned', 'referralAccepted', 'accepted', () => aCase().returned().accepted()],
  ['returned', 'referralDeclined', 'declined', () => aCase(aReferral().standardRisk()).returned().declined()],
  ['returned', 'caseListed', 'listed', () => list(withMeetings(aRepeat().returned()))],
  ['returned', 'caseClosed', 'closed', () => close(aCase().returned().dead())],
  ['accepted', 'riskGraded', 'graded', () => aCase().accepted().graded()],
  ['accepted', 'caseListed', 'listed', () => list(withMeetings(aRepeat().accepted()))],
  ['accepted', 'heardElsewhere', 'heard', () => aCase(aReferral().adopted()).accepted().heardElsewhere()],
  ['accepted', 'caseClosed', 'closed', () => close(aCase().accepted().dead())],
  ['graded', 'caseListed', 'listed', () => aCase().graded().listed()],
  ['graded', 'handedOver', 'handedOver', () => aCase(aReferral().mediumRisk()).handedOver()],
  ['graded', 'referralDeclined', 'declined', () => offList(judgedHigh()).declined()],
  ['graded', 'heardElsewhere', 'heard', () => aCase(aReferral().adopted()).graded().heardElsewhere()],
  ['graded', 'caseClosed', 'closed', () => close(aCase().graded().spokenToAndDeclined())],
  ['listed', 'takenOffList', 'graded', () => offList(aCase().listed())],
  ['listed', 'caseDeferred', 'graded', () => aCase().listed().where({ meetings: [] }).deferred()],
  ['listed', 'caseHeard', 'heard', () => aCase().listed().heard()],
  ['heard', 'caseListed', 'listed', () => again()],
  ['graded', 'standsAsHeard', 'heard', () => again().must('takeOffList', { decisionId: 'decision-1' })],
  ['heard', 'caseClosed', 'closed', () => aCase().heard().closed()],
  ['closed', 'caseReopened', 'heard', () => aCase().closed().must('reopenCase', { reasonId: 'reason-1' })],
  [
    'closed',
    'caseReopenedUnheard',
    'graded',
    () => close(aCase().graded().spokenToAndDeclined()).must('reopenCase', { reasonId: 'reason-1' }),
  ],
  ['closed', 'caseReopenedUngraded', 'accepted', () => livesAfterAll(close(aCase().accepted().dead()))],
  ['closed', 'caseReopenedUnscreened', 'received', () => livesAfterAll(close(aCase().received().dead()))],
  ['ended', 'caseReopened', 'heard', () => livesAfterAll(endedOverDeath(aCase().heard().must('tellReferrer', told)))],
  ['ended', 'caseReopenedUnheard', 'graded', () => livesAfterAll(endedOverDeath(aCase().graded()))],
  ['ended', 'caseReopenedUngraded', 'accepted', () => livesAfterAll(endedOverDeath(aCase().accepted()))],
  ['ended', 'caseReopenedUnscreened', 'received', () => livesAfterAll(endedOverDeath(aCase().received()))],
  ['closed', 'caseEnded', 'ended', () => aCase().closed().ended()],
  ['handedOver', 'riskGraded', 'graded', () => withMeetings(regraded(aCase(aReferral().mediumRisk()).handedOver()))],
  [
    'handedOver',
    'caseEnded',
    'ended',
    () =>
      aCase(aReferral().under16())
        .received()
        .must('recordAcknowledgement', { handoverId: 'safeguarding-1' })
        .must('endCase', {}),
  ],
  ['declined', 'caseEnded', 'ended', () => aCase(aReferral().standardRisk()).declined().must('endCase', {})],
  ['received', 'transferredOutside', 'transferred', () => leave(aCase().received())],
  ['returned', 'transferredOutside', 'transferred', () => leave(aCase().returned())],
  ['accepted', 'transferredOutside', 'transferred', () => leave(aCase().accepted())],
  ['graded', 'transferredOutside', 'transferred', () => leave(aCase().listed())],
  ['heard', 'transferredOutside', 'transferred', () => leave(aCase().heard())],
  ['closed', 'transferredOutside', 'transferred', () => leave(aCase().closed())],
  ['handedOver', 'transferredOutside', 'transferred', () => leave(aCase(aReferral().mediumRisk()).handedOver())],
  ['heard', 'transferAccepted', 'graded', () => move(aCase().heard())],
  ['closed', 'transferAccepted', 'graded', () => move(aCase().closed())],
  ['received', 'referralMerged', 'merged', () => aCase().received().merged()],
  ['returned', 'referralMerged', 'merged', () => aCase().returned().merged()],
  ['accepted', 'referralMerged', 'merged', () => aCase().accepted().merged()],
  ['graded', 'referralMerged', 'merged', () => aCase().listed().merged()],
  ['merged', 'mergeUndoneUnscreened', 'received', () => apart(aCase().received().merged())],
  ['merged', 'mergeUndoneUngraded', 'accepted', () => apart(aCase().accepted().merged())],
  ['merged', 'mergeUndone', 'graded', () => apart(aCase().graded().merged())],
  ['merged', 'caseEnded', 'ended', () => aCase().received().merged().at('2027-03-03 00:00').must('endCase', {})],
  ['received', 'referralTakenBack', 'declined', () => takenBack(aRepeat())],
  ['returned', 'referralTakenBack', 'declined', () => takenBack(aRepeat().returned())],
  ['accepted', 'referralTakenBack', 'declined', () => takenBack(aRepeat().accepted())],
  ['graded', 'referralTakenBack', 'declined', () => takenBack(aCase().listed())],
  ['transferred', 'caseEnded', 'ended', () => leave(aCase().received()).must('endCase', {})],
];

/** A child who was handed to safeguarding unscreened, and then judged to be at high risk: on a list, and not accepted yet. */
function judgedHigh(): CaseBuilder {
  const about = aCase(aReferral().standardRisk().under16()).received();
  return about.must('gradeRisk', grading({ judgement: 'high', reasonId: 'reason-1' }));
}

/** The report for which it was opened is about other people. */
function takenBack(about: CaseBuilder): CaseBuilder {
  return about.must('takeBackRepeat', { reportId: 'report-1', ofCaseId: 'case-0', reasonId: 'reason-1' });
}

function apart(about: CaseBuilder): CaseBuilder {
  return about.where({ meetings: [] }).must('undoMerge', { reasonId: 'reason-1' });
}

function leave(about: CaseBuilder): CaseBuilder {
  return about.askedOutside().must('recordOutsideAnswer', { outcome: 'accept', noteId: null });
}

/** Another area takes it over that has no meeting to come. */
function move(about: CaseBuilder): CaseBuilder {
  return about.where({ meetings: [] }).asked().must('answerTransfer', { outcome: 'accept', noteId: null });
}

function list(about: CaseBuilder): CaseBuilder {
  return about.must('listCase', { meetingId: null, reasonId: null });
}

/** To be heard again. */
function again(): CaseBuilder {
  return aCase().heard().at('2026-03-30 10:00').must('listCase', { meetingId: null, reasonId: 'reason-1' });
}

function offList(about: CaseBuilder): CaseBuilder {
  return about.must('takeOffList', { decisionId: 'decision-1' });
}

function close(about: CaseBuilder): CaseBuilder {
  return about.must('closeCase', { reasonId: null, disposals: [] });
}

function regraded(about: CaseBuilder): CaseBuilder {
  const grading = { count: null, policeGrade: 'high', judgement: null, reasonId: null, handOverTo: null } as const;
  return about.where({ meetings: [] }).must('gradeRisk', { ...grading, handoverId: 'handover-2' });
}

describe('the ways of a case from stage to stage', () => {
  it.each(ways)('%s –%s→ %s', (from, fact, to, story) => {
    expect(next(from, fact)).toBe(to);
    const lived = story();
    expect(lived.state.stage).toBe(to);
    expect(lived.standing?.stage).toBe(to);
    expect(lived.last(fact)).toBeDefined();
  });

  it('are these and no others', () => {
    const inTable = Object.entries(transitions).flatMap(([from, row]) =>
      Object.entries(row).map(([fact, to]) => `${from} ${fact} ${to}`),
    );
    expect(ways.map(([from, fact, to]) => `${from} ${fact} ${to}`).toSorted()).toEqual(inTable.toSorted());
  });

  it('lead from the first stage to every other, and from every stage to the end', () => {
    expect(reachableFrom('new').toSorted()).toEqual(stages.filter((stage) => stage !== 'new').toSorted());
    for (const stage of stages.filter((each) => each !== 'ended'))
      expect(reachableFrom(stage), stage).toContain('ended');
  });

  it('never lead back to the beginning, and out of the end only where a death was taken back', () => {
    expect(stages.filter((stage) => reachableFrom(stage).includes('new'))).toEqual([]);
    const out = Object.keys(transitions.ended);
    expect(out.filter((fact) => !fact.startsWith('caseReopened'))).toEqual([]);
    expect(aCase().closed().ended().send('reopenCase', { reasonId: 'reason-1' })).toMatchObject({ code: 'CASE_ENDED' });
  });

  it('say from where a case came to its end', () => {
    expect(endedAs(['referralReceived', 'referralDeclined', 'contactAttempted', 'caseEnded', 'recordKept'])).toBe(
      'declined',
    );
    expect(endedAs(['referralReceived', 'caseClosed', 'caseEnded', 'deathTakenBack', 'caseReopened'])).toBeNull();
    expect(endedAs(['referralReceived', 'referralDeclined'])).toBeNull();
  });

  it('leave the stage as it is for every fact they do not name', () => {
    expect(next('listed', 'referralAccepted')).toBe('listed');
    expect(next('heard', 'actionSet')).toBe('heard');
    expect(next('ended', 'referralReceived')).toBe('ended');
  });
});

describe('the diagram of the stages', () => {
  it('has one line for every way, a beginning and an end', () => {
    const lines = diagram().trim().split('\n');
    expect(lines[0]).toBe('stateDiagram-v2');
    expect(lines).toContain('  [*] --> received: referralReceived');
    expect(lines.at(-1)).toBe('  ended --> [*]');
    expect(lines).toHaveLength(ways.length + 2);
  });

  it('is of stages whose meaning is written down', () => {
    for (const stage of stages) expect(stageMeanings[stage]).toMatch(/^[A-Z].{8,}$/);
  });
});

function reachableFrom(stage: Stage): readonly Stage[] {
  const reached = new Set<Stage>();
  const open: Stage[] = [stage];
  for (let from = open.pop(); from; from = open.pop()) {
    for (const to of Object.values(transitions[from]) as Stage[]) {
      if (!reached.has(to)) open.push(to);
      reached.add(to);
    }
  }
  return [...reached];
}
