import type { z } from 'zod';
import { adoptionSchema } from '../../contracts/referral.ts';
import { gradingSchema, screeningSchema } from '../../contracts/screening.ts';
import { dashVersion } from '../../domain/dash/questions.ts';
import { columnOf, columns } from './columns.ts';

/** A cell that cannot be taken, named by row and column and never by what stands in it. */
export interface BadCell {
  readonly row: number;
  readonly column: string;
  readonly problem: string;
}

/** One request that a row leads to; `path` below the case, or the adoption itself. */
export interface Step {
  readonly name: 'referral' | 'screening' | 'grade' | 'caughtUp';
  readonly path: string;
  readonly body: object;
  readonly needsVersion: boolean;
}

export interface PlannedRow {
  readonly row: number;
  readonly caseKey: string;
  readonly steps: readonly Step[];
}

type Cells = Readonly<Record<string, string>>;

/** What a row of the file leads to, in order, or every cell of it that is at fault. `today` is a London date. */
export function planRow(row: number, cells: Cells, today: string): PlannedRow | readonly BadCell[] {
  const bad: BadCell[] = [];
  const fault = (column: string, problem: string) => bad.push({ row, column, problem });
  for (const { name, needed } of columns)
    if (needed && (cells[name] ?? '') === '') fault(name, 'Something has to stand here.');
  const caseKey = cells['caseKey'] ?? '';
  if (caseKey !== '' && !/^[A-Za-z0-9-]{1,40}$/.test(caseKey))
    fault('caseKey', 'Letters, figures and hyphens, at most 40.');
  for (const [name, notBefore] of [
    ['referredOn', ''],
    ['acceptedOn', 'referredOn'],
    ['gradedOn', 'acceptedOn'],
  ] as const)
    checkDay(cells, name, notBefore, today, fault);
  const adoption = adoptionOf(cells);
  check(adoptionSchema, adoption, bad, row);
  const steps: Step[] = [{ name: 'referral', path: '/adoptions', body: adoption, needsVersion: false }];
  if (cells['acceptedOn']) {
    const body = { occurredAt: cells['acceptedOn'], outcome: 'accept' };
    check(screeningSchema, body, bad, row, { occurredAt: 'acceptedOn' });
    steps.push({ name: 'screening', path: '/screening', body, needsVersion: false });
  }
  if (cells['gradedOn']) {
    const judgement = cells['judgement'] ? { grade: cells['judgement'], reason: cells['judgementReason'] ?? '' } : null;
    const body = { occurredAt: cells['gradedOn'], ...(judgement ? { judgement } : {}) };
    check(gradingSchema, body, bad, row, { occurredAt: 'gradedOn' });
    steps.push({ name: 'grade', path: '/grade', body, needsVersion: true });
  } else if (cells['judgement']) fault('gradedOn', 'Judgement belongs to a grading: write its day.');
  steps.push({ name: 'caughtUp', path: '/caught-up', body: {}, needsVersion: false });
  return bad.length === 0 ? { row, caseKey, steps } : unique(bad);
}

function checkDay(
  cells: Cells,
  name: string,
  notBefore: string,
  today: string,
  fault: (column: string, problem: string) => void,
): void {
  const day = cells[name] ?? '';
  if (day === '') return;
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return void fault(name, 'Write a day like 2026-03-09.');
  if (day > today) fault(name, 'This day is still to come.');
  if (notBefore === '') return;
  const before = cells[notBefore] ?? '';
  if (before === '') fault(name, `This comes after ${notBefore}, which is empty.`);
  else if (day < before) fault(name, `This lies before ${notBefore}.`);
}

/** The faults that the contract of a request finds, each at the column it came from. */
function check(
  schema: z.ZodType,
  body: object,
  bad: BadCell[],
  row: number,
  elsewhere: Readonly<Record<string, string>> = {},
): void {
  const parsed = schema.safeParse(body);
  if (parsed.success) return;
  for (const { path, message, code } of parsed.error.issues) {
    const at = path.map(String).join('.');
    // What the library says by itself is about types; what the contract says is for people.
    const problem = code === 'invalid_type' || code === 'invalid_union' ? 'This is not what belongs here.' : message;
    bad.push({ row, column: elsewhere[at] ?? columnOf(at), problem });
  }
}

/** A cell that is empty and needed is told of once. */
function unique(bad: readonly BadCell[]): readonly BadCell[] {
  return bad.filter(({ column }, index) => bad.findIndex((other) => other.column === column) === index);
}

function adoptionOf(cells: Cells): object {
  const text = (name: string) => (cells[name] ? cells[name] : undefined);
  const several = (name: string) =>
    (cells[name] ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const yesNo = (name: string) => ({ yes: true, no: false })[cells[name] ?? ''];
  const number = (name: string) => (/^\d{1,3}$/.test(cells[name] ?? '') ? Number(cells[name]) : text(name));
  const asked = (name: string) => text(name) ?? 'notAsked';
  return defined({
    occurredAt: text('referredOn'),
    area: text('area'),
    referringAgencies: several('agencies'),
    route: text('route'),
    victim: defined({
      givenNames: text('victimGivenNames'),
      familyName: text('victimFamilyName'),
      dateOfBirth: text('victimDateOfBirth'),
      age: number('victimAge'),
      language: text('victimLanguage'),
      interpreterNeeded: text('interpreterNeeded') === undefined ? false : yesNo('interpreterNeeded'),
      equality: {
        sex: asked('victimSex'),
        ethnicity: asked('victimEthnicity'),
        sexualOrientation: asked('victimOrientation'),
        genderIdentity: asked('victimGenderIdentity'),
        disability: asked('victimDisability'),
      },
    }),
    perpetrator: defined({
      givenNames: text('perpetratorGivenNames'),
      familyName: text('perpetratorFamilyName'),
      dateOfBirth: text('perpetratorDateOfBirth'),
      age: number('perpetratorAge'),
    }),
    relationship: text('relationship'),
    assessment: text('dash') === undefined ? undefined : dashOf(cells['dash'] ?? ''),
    policeGrade: text('policeGrade'),
    consent: defined({ given: yesNo('consent'), reason: text('consentReason'), legalBasis: text('legalBasis') }),
    safeContact: defined({
      numbers: several('safeNumbers'),
      media: several('safeMedia'),
      mayLeaveMessage: yesNo('mayLeaveMessage'),
      safeTimes: text('safeTimes'),
    }),
    narrative: text('narrative'),
  });
}

const letters: Readonly<Record<string, string>> = { y: 'yes', n: 'no', '?': 'notKnown' };

function dashOf(cell: string): object {
  return { tool: 'DASH', version: dashVersion, answers: [...cell.toLowerCase()].map((letter) => letters[letter]) };
}

function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
