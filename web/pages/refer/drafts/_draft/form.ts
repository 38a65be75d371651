import { referralSchema, type ReferralBody } from '../../../../../contracts/referral.ts';
import { dashQuestionCount, dashVersion } from '../../../../../domain/dash/questions.ts';
import { readDate, readMoment, typed } from '../../../../form/dates.ts';
import { faultsOf, type Fault } from '../../../../form/faults.ts';
import { nestFields, type Fields } from '../../../../form/fields.ts';
import { rowOnPage } from '../../../../form/rows.ts';
import { fieldsBelow, linesTyped, readSafeContact, safeContactField } from '../../../../form/safeContact.ts';
import { missingWords } from './missingWords.ts';
import { dashField, mostChildren, mustNotSeeRows } from './questions.ts';
import { whenFields } from '../../../../commandForms/readCommandFields.ts';
import { said } from '../../../../form/identity.ts';

/** The referral that was typed, or everything that is still missing from it, by the field on the page. */
export function completeReferral(
  fields: Fields,
): { readonly ok: true; readonly body: ReferralBody } | { readonly ok: false; readonly faults: readonly Fault[] } {
  const parsed = referralSchema.safeParse(readReferral(fields));
  if (readAnswers(fields) && typed(fields, 'otherForm.tool') !== '') return { ok: false, faults: [twoForms] };
  if (parsed.success) return { ok: true, body: parsed.data };
  const faults = faultsOf(parsed.error, missingWords).map(({ at, text }) => {
    return { at: at === null ? null : fieldOnPage(at, fields), text };
  });
  return { ok: false, faults };
}

/** A referral carries one assessment: which of two counts nobody could say. */
const twoForms: Fault = {
  at: 'otherForm.tool',
  text: 'Give the answers of the checklist or another form, not both. What you do not send can be kept in what happened.',
};

/** What was typed as the body of a referral. A checklist nobody began is left out; one left unfinished is refused. */
export function readReferral(fields: Fields): unknown {
  const { assessment: _answers, otherForm: _form, children: _rows, ...nested } = nestFields(fields);
  const { [whenFields.day]: _day, [whenFields.time]: _time, ...rest } = nested;
  const occurredAt = readMoment(typed(fields, whenFields.day), typed(fields, whenFields.time));
  const assessment = readAssessment(fields);
  const given = typed(fields, 'consent.given');
  return {
    ...rest,
    victim: { ...readPerson(fields, 'victim'), interpreterNeeded: typed(fields, 'victim.interpreterNeeded') === 'yes' },
    perpetrator: readPerson(fields, 'perpetrator'),
    ...(assessment ? { assessment } : {}),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    children: childrenTyped(fields).map((number) => readChild(fields, `children.${number}`)),
    // Why one shares without consent was asked for nothing where there is consent after all.
    consent:
      given === 'no' ? { ...below(fields, 'consent'), given: false } : { given: given === '' ? undefined : true },
    safeContact: readSafeContact(fields, 'safeContact.'),
  };
}

/** The checklist with its answers, or another form as it is; null where nobody began either. */
function readAssessment(fields: Fields): object | null {
  const answers = readAnswers(fields);
  if (answers)
    return { tool: 'DASH', version: dashVersion, answers, ...said('remarks', typed(fields, 'assessment.remarks')) };
  const form = below(fields, 'otherForm');
  if (Object.keys(form).length === 0) return null;
  const [count, lines] = [typed(fields, 'otherForm.count'), typed(fields, 'otherForm.answers')];
  return {
    ...form,
    ...(count === '' ? {} : { count: Number(count) }),
    ...(lines === '' ? {} : { answers: lines.split('\n').flatMap(readLine) }),
  };
}

/** A question and its answer on one line, with an equals sign between them. */
function readLine(line: string): { readonly question: string; readonly answer: string }[] {
  if (line.trim() === '') return [];
  const parted = line.lastIndexOf('=');
  if (parted < 0) return [{ question: line.trim(), answer: '' }];
  return [{ question: line.slice(0, parted).trim(), answer: line.slice(parted + 1).trim() }];
}

/** The answers of the checklist in its order, empty where nobody has chosen yet; null where nobody began it. */
export function readAnswers(fields: Fields): readonly string[] | null {
  const answers = Array.from({ length: dashQuestionCount }, (_, index) => typed(fields, dashField(index)));
  return answers.every((answer) => answer === '') ? null : answers;
}

/** The numbers of the rows in which somebody wrote of a child. */
export function childrenTyped(fields: Fields): readonly number[] {
  const rows = Array.from({ length: mostChildren }, (_, index) => index);
  return rows.filter((number) => Object.keys(below(fields, `children.${number}`)).length > 0);
}

/** The rows of the form in which somebody who must see nothing of it was named. */
export function mustNotSeeTyped(fields: Fields): readonly number[] {
  return mustNotSeeRows.filter((row) => typed(fields, `mustNotSee.${row}`) !== '');
}

/** The field that a part of the referral comes from: rows that were left empty leave no gap in it. */
function fieldOnPage(at: string, fields: Fields): string {
  if (at === 'safeContact') return 'safeContact.media';
  if (at === 'consent') return 'consent.given';
  if (at === 'referringAgencies') return 'referringAgencies.0';
  if (at === 'victim.equality') return 'victim.equality.sex';
  if (at === 'assessment') return dashField(0);
  const ofForm = /^assessment\.(tool|version|count|answers|remarks)/.exec(at)?.[1];
  if (ofForm !== undefined && readAnswers(fields) === null) return `otherForm.${ofForm}`;
  const child = rowOnPage(at, 'children', childrenTyped(fields), 'givenNames');
  return child === at ? safeContactField('safeContact.', at, fields) : child;
}

/** A date of birth or an age, an address by its lines; what belongs to the form alone is left out. */
function readPerson(fields: Fields, who: 'victim' | 'perpetrator') {
  const { address: _address, dateOfBirth: _born, age: _age, otherNames: _names, ...person } = below(fields, who);
  const otherNames = linesTyped(fields, `${who}.otherNames`);
  const [dateOfBirth, age] = [readDate(typed(fields, `${who}.dateOfBirth`)), typed(fields, `${who}.age`)];
  return {
    ...person,
    ...(otherNames.length === 0 ? {} : { otherNames }),
    ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
    ...(age === '' ? {} : { age: Number(age) }),
    ...readAddress(fields, who),
  };
}

function readAddress(fields: Fields, whose: string) {
  const [lines, postcode] = [linesTyped(fields, `${whose}.address.lines`), typed(fields, `${whose}.address.postcode`)];
  return lines.length === 0 && postcode === '' ? {} : { address: { lines, ...(postcode === '' ? {} : { postcode }) } };
}

function readChild(fields: Fields, row: string): unknown {
  const { unborn, dateOfBirth: _born, expectedOn: _expected, address: _address, ...named } = below(fields, row);
  const expectedOn = readDate(typed(fields, `${row}.expectedOn`));
  if (unborn === 'yes') return { unborn: true, ...(expectedOn === undefined ? {} : { expectedOn }) };
  const dateOfBirth = readDate(typed(fields, `${row}.dateOfBirth`));
  return { ...named, unborn: false, dateOfBirth, ...readAddress(fields, row) };
}

/** What was typed below one name: `victim` of `victim.familyName` and `victim.address.postcode`. */
function below(fields: Fields, name: string): Readonly<Record<string, unknown>> {
  return nestFields(fieldsBelow(fields, `${name}.`));
}
