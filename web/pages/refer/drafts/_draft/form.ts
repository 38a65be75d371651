import { referralSchema, type ReferralBody } from '../../../../../contracts/referral.ts';
import { dashQuestionCount, dashVersion } from '../../../../../domain/dash/questions.ts';
import { readDate, typed } from '../../../../form/dates.ts';
import { faultsOf, type Fault } from '../../../../form/faults.ts';
import { nestFields, type Fields } from '../../../../form/fields.ts';
import { rowOnPage } from '../../../../form/rows.ts';
import { fieldsBelow, linesTyped, readSafeContact, safeContactField } from '../../../../form/safeContact.ts';
import { missingWords } from './missingWords.ts';
import { childRows, dashField } from './questions.ts';

/** The referral that was typed, or everything that is still missing from it, by the field on the page. */
export function completeReferral(
  fields: Fields,
): { readonly ok: true; readonly body: ReferralBody } | { readonly ok: false; readonly faults: readonly Fault[] } {
  const parsed = referralSchema.safeParse(readReferral(fields));
  if (parsed.success) return { ok: true, body: parsed.data };
  const faults = faultsOf(parsed.error, missingWords).map(({ at, text }) => {
    return { at: at === null ? null : fieldOnPage(at, fields), text };
  });
  return { ok: false, faults };
}

/** What was typed as the body of a referral. A checklist nobody began is left out; one left unfinished is refused. */
export function readReferral(fields: Fields): unknown {
  const { assessment: _answers, children: _rows, ...rest } = nestFields(fields);
  const answers = readAnswers(fields);
  const given = typed(fields, 'consent.given');
  return {
    ...rest,
    victim: { ...readPerson(fields, 'victim'), interpreterNeeded: typed(fields, 'victim.interpreterNeeded') === 'yes' },
    perpetrator: readPerson(fields, 'perpetrator'),
    ...(answers ? { assessment: { tool: 'DASH', version: dashVersion, answers } } : {}),
    children: childrenTyped(fields).map((number) => readChild(fields, `children.${number}`)),
    // Why one shares without consent was asked for nothing where there is consent after all.
    consent:
      given === 'no' ? { ...below(fields, 'consent'), given: false } : { given: given === '' ? undefined : true },
    safeContact: readSafeContact(fields, 'safeContact.'),
  };
}

/** The answers of the checklist in its order, empty where nobody has chosen yet; null where nobody began it. */
export function readAnswers(fields: Fields): readonly string[] | null {
  const answers = Array.from({ length: dashQuestionCount }, (_, index) => typed(fields, dashField(index)));
  return answers.every((answer) => answer === '') ? null : answers;
}

/** The numbers of the rows in which somebody wrote of a child. */
export function childrenTyped(fields: Fields): readonly number[] {
  const rows = Array.from({ length: childRows }, (_, index) => index);
  return rows.filter((number) => Object.keys(below(fields, `children.${number}`)).length > 0);
}

/** The field that a part of the referral comes from: rows that were left empty leave no gap in it. */
function fieldOnPage(at: string, fields: Fields): string {
  if (at === 'safeContact') return 'safeContact.media';
  if (at === 'consent') return 'consent.given';
  if (at === 'victim.equality') return 'victim.equality.sex';
  if (at === 'assessment') return dashField(0);
  const child = rowOnPage(at, 'children', childrenTyped(fields), 'givenNames');
  return child === at ? safeContactField('safeContact.', at, fields) : child;
}

/** A date of birth or an age, an address by its lines; what belongs to the form alone is left out. */
function readPerson(fields: Fields, who: 'victim' | 'perpetrator') {
  const { address: _address, dateOfBirth: _born, age: _age, ...person } = below(fields, who);
  const [dateOfBirth, age] = [readDate(typed(fields, `${who}.dateOfBirth`)), typed(fields, `${who}.age`)];
  return {
    ...person,
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
