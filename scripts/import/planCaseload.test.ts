import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  caseloadExamples as examples,
  lookedAtOn as today,
  tableOfFile as table,
  templateNames,
  templateOf,
} from '../../tests/builders/aCaseload.ts';
import { caseloadFiles } from './caseloadFile.ts';
import { columnsOf } from './columns.ts';
import { planCaseload } from './planCaseload.ts';

const [graded = {}, heard = {}] = examples.cases;
const [child = {}] = examples.children;
const [action = {}] = examples.actions;
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
