import { describe, expect, it } from 'vitest';
import {
  badCells as badIn,
  caseloadExamples as examples,
  plannedCaseload as planned,
  stepsOf as steps,
} from '../../tests/builders/aCaseload.ts';
import { leftSilent } from './planCase.ts';

const [action = {}] = examples.actions;
const [hearing = {}] = examples.hearings;
const [order = {}] = examples.dates;

describe('a row of a case', () => {
  it.each([
    ['area', ''],
    ['area', 'No Such Code'],
    ['referredOn', '9/3/2026'],
    ['referredOn', '2026-02-30'],
    ['referredOn', '2027-01-01'],
    ['acceptedOn', '2026-01-01'],
    ['gradedOn', '2026-01-01'],
    ['gradedOn', '2026-11-06'],
    ['route', 'by chance'],
    ['victimGivenNames', ''],
    ['victimSex', 'unsure'],
    ['victimAge', 'thirty'],
    ['victimPostcode', 'ME14 1XXX'],
    ['dash', 'yyy'],
    ['dash', 'x'.repeat(24)],
    ['policeGrade', 'severe'],
    ['consent', 'perhaps'],
    ['interpreterNeeded', 'perhaps'],
    ['safeMedia', 'pigeon'],
    ['mayLeaveMessage', 'maybe'],
    ['relationship', 'stranger'],
    ['caseKey', 'not a key!'],
    ['heardOn', '2026-10-05'],
    ['heardOn', '2026-12-03'],
    ['heardSource', ''],
    ['referrerToldOn', '2026-11-04'],
    ['adviser', ''],
    ['allocatedOn', '2026-10-04'],
    ['firstAttemptOn', '5 October'],
    ['firstAttemptResult', 'perhaps'],
    ['contactMedium', ''],
    ['spokeOn', '2026-10-06'],
    ['engagement', 'willing'],
    ['engagedOn', ''],
    ['safetyPlan', ''],
    ['reviewedOn', '2026-10-07'],
    ['reviewDash', 'yyy'],
    ['reviewDash', ''],
    ['victimToldOn', '2026-11-04'],
    ['supportEnd', 'planned'],
  ])('with %s holding "%s" names that cell, by row and column alone', (column, cell) => {
    // The day of a meeting that lies elsewhere puts what follows it in the wrong place too.
    const named = column === 'supportEnd' ? 'supportEndedOn' : column;
    expect(badIn({ [column]: cell })).toContain(`cases 2 ${named}`);
    if (cell.length > 5) expect(JSON.stringify(planned({ [column]: cell }))).not.toContain(cell);
  });

  it.each([
    [{ acceptedOn: '' }, ['heardOn', 'gradedOn']],
    [{ judgement: 'severe', judgementReason: 'Because' }, ['judgement']],
    [{ judgement: 'high' }, ['judgementReason']],
    [{ consent: 'no', consentReason: 'Risk of harm', legalBasis: 'none' }, ['legalBasis']],
    [{ heardOn: '', gradedOn: '', judgement: 'high', judgementReason: 'Because' }, ['gradedOn']],
    [{ firstAttemptResult: 'spoke' }, ['spokeOn']],
    [{ engagement: 'declined' }, ['reviewedOn']],
    [{ victimToldOn: '', noSafeWay: 'He listens' }, ['noSafeWay']],
  ])('with %j names %j', (more, named) => {
    expect(badIn(more)).toEqual(expect.arrayContaining(named.map((column) => `cases 2 ${column}`)));
  });

  it('is heard with its grading, so that it is put on no list; before its meeting it is graded by itself', () => {
    const names = steps().map(({ name }) => name);
    expect(names).not.toContain('grade');
    expect(steps().find(({ name }) => name === 'heardElsewhere')?.body).toMatchObject({
      occurredAt: '2026-11-05',
      gradedOn: '2026-10-06',
    });
    const notYet = { heardOn: '', heardSource: '', heardDecided: '', referrerToldOn: '', victimToldOn: '' };
    expect(steps(notYet).map(({ name }) => name)).toContain('grade');
  });

  it('has each thing sent with the day on which it happened', () => {
    const life = steps({ supportEndedOn: '2026-11-18', supportEnd: 'planned' }, { actions: examples.actions });
    expect(life.map(({ name, body }) => [name, (body as { occurredAt?: string }).occurredAt])).toEqual([
      ['referral', '2026-10-05'],
      ['screening', '2026-10-06'],
      ['heardElsewhere', '2026-11-05'],
      ['allocation', '2026-10-06'],
      ['firstAttempt', '2026-10-07'],
      ['spoke', '2026-10-08'],
      ['engagement', '2026-10-08'],
      ['safetyPlan', '2026-10-13'],
      ['riskReview', '2026-11-04'],
      ['victimTold', '2026-11-06'],
      ['supportEnd', '2026-11-18'],
      ['action/1', '2026-11-05'],
      ['action/2', '2026-11-05'],
      ['action/2/end', '2026-11-16'],
      ['action/3', '2026-11-05'],
      ['action/3/end', '2026-11-11'],
      ['referrerTold', '2026-11-09'],
      ['caughtUp', undefined],
    ]);
    expect(life.find(({ name }) => name === 'action/1')?.body).toMatchObject({ agency: 'housing', due: '2026-11-10' });
    expect(life.find(({ name }) => name === 'action/3/end')).toMatchObject({
      path: '/actions/:made/not-possible',
      of: 'action/3',
      body: { reason: 'Why it was not possible.' },
    });
  });

  it('may stay silent, so that the rest is entered before anybody is reminded', () => {
    const outcome = planned();
    const [silent] = outcome.ok ? outcome.cases.map(leftSilent) : [];
    expect(silent?.steps.map(({ name }) => name)).toEqual(
      steps()
        .map(({ name }) => name)
        .slice(0, -1),
    );
  });

  it('has what the service did sent by the service, everything else by whoever takes it over', () => {
    const byService = steps().filter(({ by }) => by === 'service');
    expect(byService.map(({ name }) => name)).toEqual([
      'firstAttempt',
      'spoke',
      'engagement',
      'safetyPlan',
      'riskReview',
      'victimTold',
    ]);
  });
});

describe('a case that was closed', () => {
  const closed = { closedOn: '2026-11-20', closedReason: 'Everything agreed was done.' };

  it('is closed after everything else, and then speaks', () => {
    expect(
      steps(closed)
        .map(({ name }) => name)
        .slice(-2),
    ).toEqual(['closure', 'caughtUp']);
  });

  it.each([
    ['an action is open', {}, { actions: [action] }],
    ['a date stands', {}, { dates: [order] }],
    [
      'a hearing is to come',
      {},
      { hearings: [{ ...hearing, proceedingKey: '', outcome: '', outcomeOn: '', adjournedBecause: '', toldOn: '' }] },
    ],
    ['the victim was not told', { victimToldOn: '' }, {}],
    ['nobody reached the victim', { spokeOn: '', engagement: '', engagedOn: '' }, {}],
    [
      'nobody recorded whether the victim engages',
      { engagement: '', engagedOn: '', reviewedOn: '', reviewDash: '' },
      {},
    ],
    ['a plan is owed', { safetyPlanOn: '', safetyPlan: '' }, {}],
    ['contact is suspended', { firstAttemptResult: 'unsafe', spokeOn: '' }, {}],
    [
      'it was never heard',
      { heardOn: '', heardSource: '', heardDecided: '', referrerToldOn: '', victimToldOn: '' },
      {},
    ],
    ['it was closed before it was heard', { closedOn: '2026-11-04' }, {}],
  ])('cannot be taken so where %s', (_what, more, beside) => {
    expect(badIn({ ...closed, ...more }, beside)).toContain('cases 2 closedOn');
  });
});
