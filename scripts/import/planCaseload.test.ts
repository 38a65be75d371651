import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  badCells as badIn,
  caseloadExamples as examples,
  lookedAtOn as today,
  plannedCaseload as planned,
  stepsOf as steps,
  tableOfFile as table,
  templateNames,
  templateOf,
} from '../../tests/builders/aCaseload.ts';
import { caseloadFiles } from './caseloadFile.ts';
import { columnsOf } from './columns.ts';
import { leftSilent } from './planCase.ts';
import { planCaseload } from './planCaseload.ts';

const [graded = {}, heard = {}] = examples.cases;
const [child = {}, unborn = {}] = examples.children;
const [action = {}] = examples.actions;
const [hearing = {}] = examples.hearings;
const [order = {}] = examples.dates;
const anId = '0198c0de-0000-7000-8000-000000000001';
const adviserHere = { practitionerId: anId, posts: [{ service: 'idva-kent', area: null }] };

describe('the templates', () => {
  it('have every column, and examples that can be taken', () => {
    for (const file of caseloadFiles)
      expect(Object.keys(examples[file][0] ?? {})).toEqual(columnsOf[file].map(({ name }) => name));
    const texts = Object.fromEntries(caseloadFiles.map((file) => [file, templateOf(file)]));
    const outcome = planCaseload(texts, today, 'unknown');
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.bad));
    expect(outcome.cases.map((each) => [each.row, ...each.steps.map(({ name }) => name)])).toEqual([
      [2, 'referral', 'screening', 'grade', 'caughtUp'],
      [
        ...[3, 'referral', 'screening', 'heardElsewhere', 'child/1/notified', 'allocation', 'firstAttempt', 'spoke'],
        ...['engagement', 'safetyPlan', 'riskReview', 'victimTold', 'action/1', 'action/2', 'action/2/end', 'action/3'],
        ...['action/3/end', 'proceeding/1', 'proceeding/1/charge/2026-09-28', 'proceeding/1/firstHearing/2026-10-12'],
        ...['proceeding/1/plea/2026-10-12', 'proceeding/2', 'proceeding/2/specialMeasuresDecided/2026-10-15'],
        ...['hearing/1', 'hearing/1/adjourned', 'hearing/1/told', 'hearing/3', 'hearing/3/outcome', 'hearing/3/told'],
        ...['proceeding/2/end', 'date/1', 'date/2', 'date/2/told', 'referrerTold', 'caughtUp'],
      ],
    ]);
  });
});

describe('the list of columns in docs/import.md', () => {
  const page = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/import.md'), 'utf8');
  const sections = page.split('\n## ').slice(1);

  it.each(caseloadFiles)('is that of the file of %s, with what belongs in each', (file) => {
    const section = sections.find((each) => each.includes(`(${templateNames[file]}.csv)`)) ?? '';
    const listed = section
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) =>
        line
          .split('|')
          .slice(1, 4)
          .map((cell) => cell.trim()),
      );
    expect(listed).toEqual(
      columnsOf[file].map(({ name, needed, holds }) => [`\`${name}\``, needed ? 'yes' : '', holds]),
    );
  });
});

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

  it('names an adviser whom the product has, once and only once', () => {
    const texts = { cases: table('cases', [heard]) };
    const office = {
      areas: new Map([['maidstone', { idvaService: 'idva-kent' }]]),
      agencies: new Set(['police', 'housing']),
      advisers: new Map([['joanna pike', adviserHere]]),
    };
    const taken = planCaseload(texts, today, office);
    expect(taken.ok && taken.cases[0]?.steps.find(({ name }) => name === 'allocation')?.body).toMatchObject({
      adviser: anId,
    });
    const nobody = { ...office, advisers: new Map<string, typeof adviserHere>() };
    expect(planCaseload(texts, today, nobody)).toMatchObject({ ok: false, bad: [{ row: 2, column: 'adviser' }] });
  });

  it('names codes that the product does not know, wherever they stand, before anything is sent', () => {
    const codes = {
      areas: new Map([['dover', { idvaService: 'idva-kent' }]]),
      agencies: new Set<string>(),
      advisers: new Map([['joanna pike', adviserHere]]),
    };
    const texts = {
      cases: table('cases', [heard]),
      children: table('children', [{ ...child, childrensServices: 'childrens-services-kent' }]),
      actions: table('actions', [action]),
      dates: table('dates', [{ ...order, agency: 'police' }]),
    };
    const outcome = planCaseload(texts, today, codes);
    expect(outcome.ok ? [] : outcome.bad.map(({ file, row, column }) => `${file} ${String(row)} ${column}`)).toEqual([
      ...['cases 2 area', 'cases 2 agencies', 'children 2 childrensServices', 'actions 2 agency', 'dates 2 agency'],
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

describe('a child', () => {
  it.each([
    ['caseKey', 'old-0009'],
    ['childKey', ''],
    ['unborn', 'perhaps'],
    ['givenNames', ''],
    ['familyName', ''],
    ['dateOfBirth', '2014-02-30'],
    ['dateOfBirth', ''],
    ['expectedOn', '2027-01-01'],
    ['childrensServices', 'No Such Code'],
    ['notifiedOn', '2026-10-04'],
    ['notifiedOn', '2026-12-01'],
  ])('with %s holding "%s" names that cell', (column, cell) => {
    const named = column === 'expectedOn' ? 'the row as a whole' : column;
    expect(badIn({}, { children: [{ ...child, [column]: cell }] })).toContain(`children 2 ${named}`);
  });

  it('is told of with the referral, and noted as notified by the id it has got by then', () => {
    const sent = steps({}, { children: [child, unborn] });
    expect(sent[0]).toMatchObject({
      body: {
        children: [
          { unborn: false, givenNames: 'Ottilie', dateOfBirth: '2016-04-11' },
          { unborn: true, expectedOn: '2027-02-14' },
        ],
      },
      makes: ['child/1', 'child/2'],
    });
    const noted = sent.filter((step) => step.path === '/child-notifications');
    expect(noted).toMatchObject([{ of: 'child/1', body: { occurredAt: '2026-10-06', alreadySent: true } }]);
    expect(noted[0]?.naming?.('the-id-of-the-child')).toEqual({ children: ['the-id-of-the-child'] });
  });

  it('of whom nothing is owed at its grade was not notified', () => {
    const standard = { dash: `${'y'.repeat(5)}${'n'.repeat(19)}`, policeGrade: '', route: 'potentialEscalation' };
    expect(badIn(standard, { children: [child] })).toEqual(['children 2 notifiedOn']);
    expect(badIn(standard, { children: [{ ...unborn, notifiedOn: '2026-10-06' }] })).toEqual([]);
    const adult = { ...child, dateOfBirth: '2007-04-11' };
    expect(badIn({}, { children: [adult] })).toEqual(['children 2 notifiedOn']);
  });

  it('stands among twenty at most', () => {
    const many = Array.from({ length: 21 }, (_, at) => ({ ...child, childKey: String(at) }));
    expect(badIn({}, { children: many })).toEqual(['cases 2 caseKey']);
    expect(badIn({}, { children: many.slice(1) })).toEqual([]);
  });
});

describe('an action', () => {
  it.each([
    ['caseKey', 'old-0009'],
    ['actionKey', ''],
    ['agency', 'No Such Code'],
    ['risk', 'weather'],
    ['description', ''],
    ['urgent', 'very'],
    ['setOn', '2026-10-04'],
    ['setOn', '2026-12-01'],
    ['dueOn', '2026-11-04'],
    ['dueOn', 'soon'],
    ['outcome', 'done'],
    ['note', 'What came of it.'],
  ])('with %s holding "%s" names that cell', (column, cell) => {
    expect(badIn({}, { actions: [{ ...action, [column]: cell }] })).toContain(`actions 2 ${column}`);
  });

  it('that is over says when, and why where it was not done', () => {
    expect(badIn({}, { actions: [{ ...action, outcome: 'completed' }] })).toEqual(['actions 2 endedOn']);
    const early = { ...action, outcome: 'completed', endedOn: '2026-11-04' };
    expect(badIn({}, { actions: [early] })).toEqual(['actions 2 endedOn']);
    const notDone = { ...action, outcome: 'notDone', endedOn: '2026-11-20' };
    expect(badIn({}, { actions: [notDone] })).toEqual(['actions 2 note']);
  });

  it('that is urgent has its hour and no day', () => {
    expect(badIn({}, { actions: [{ ...action, urgent: 'yes' }] })).toEqual(['actions 2 dueOn']);
    expect(badIn({}, { actions: [{ ...action, urgent: 'yes', dueOn: '' }] })).toEqual([]);
  });

  it('stands once in its case', () => {
    expect(badIn({}, { actions: [action, action] })).toEqual(['actions 3 actionKey']);
    expect(badIn({}, { actions: [action, { ...action, actionKey: '2' }] })).toEqual([]);
  });
});

describe('a caseload as a whole', () => {
  it('names every cell at fault at once, and takes none of the rows', () => {
    const cases = table('cases', [
      graded,
      { ...graded, caseKey: 'other', area: '', route: '' },
      { ...heard, narrative: '' },
    ]);
    const actions = table('actions', [{ ...action, risk: '' }]);
    const outcome = planCaseload({ cases, actions }, today, 'unknown');
    expect(outcome.ok ? [] : outcome.bad.map(({ file, row, column }) => `${file} ${String(row)} ${column}`)).toEqual([
      'cases 3 area',
      'cases 3 route',
      'cases 4 narrative',
      'actions 2 risk',
    ]);
  });

  it('has each case once, no strange column and none missing', () => {
    const texts = (cases: string) => planCaseload({ cases }, today, 'unknown');
    expect(texts(table('cases', [graded, graded]))).toMatchObject({ ok: false, bad: [{ row: 3, column: 'caseKey' }] });
    const strange = texts(`${table('cases', [])},secret\n`);
    expect(strange).toMatchObject({
      ok: false,
      bad: [{ row: 1, column: `column ${String(columnsOf.cases.length + 1)}` }],
    });
    expect(JSON.stringify(strange)).not.toContain('secret');
    expect(texts('caseKey\n1').ok).toBe(false);
    expect(texts('').ok).toBe(false);
  });
});
