import { dashQuestionCount, dashVersion } from '../../../domain/dash/questions.ts';
import { readDate, typed } from '../../form/dates.ts';
import { nestFields, type Fields } from '../../form/fields.ts';

/** How many children the form has room for. */
export const childRows = 6;

/** What was typed as the body of a referral. A checklist nobody began is left out; one left unfinished is refused. */
export function readReferral(fields: Fields): unknown {
  const { assessment: _answers, children: _rows, ...rest } = nestFields(fields);
  const answers = readAnswers(fields);
  return {
    ...rest,
    victim: { ...readPerson(fields, 'victim'), interpreterNeeded: typed(fields, 'victim.interpreterNeeded') === 'yes' },
    perpetrator: readPerson(fields, 'perpetrator'),
    ...(answers ? { assessment: { tool: 'DASH', version: dashVersion, answers } } : {}),
    children: readChildren(fields),
    consent: { ...group(fields, 'consent'), given: readYesNo(fields, 'consent.given') },
    safeContact: {
      ...group(fields, 'safeContact'),
      numbers: linesOf(fields, 'safeContact.numbers'),
      media: [fields['safeContact.media'] ?? []].flat(),
      mayLeaveMessage: readYesNo(fields, 'safeContact.mayLeaveMessage'),
    },
  };
}

function readAnswers(fields: Fields): readonly string[] | null {
  const answers = Array.from({ length: dashQuestionCount }, (_, index) =>
    typed(fields, `assessment.answers.${String(index)}`),
  );
  return answers.every((answer) => answer === '') ? null : answers;
}

/** A date of birth or an age, an address by its lines; what belongs to the form alone is left out. */
function readPerson(fields: Fields, who: 'victim' | 'perpetrator') {
  const { address: _address, dateOfBirth: _born, age: _age, ...person } = group(fields, who);
  const [dateOfBirth, age] = [readDate(typed(fields, `${who}.dateOfBirth`)), typed(fields, `${who}.age`)];
  const [lines, postcode] = [linesOf(fields, `${who}.address.lines`), typed(fields, `${who}.address.postcode`)];
  return {
    ...person,
    ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
    ...(age === '' ? {} : { age: Number(age) }),
    ...(lines.length === 0 && postcode === '' ? {} : { address: { lines, ...(postcode === '' ? {} : { postcode }) } }),
  };
}

function readChildren(fields: Fields): readonly unknown[] {
  return Array.from({ length: childRows }, (_, index) => `children.${String(index)}`).flatMap((row) => {
    const child = group(fields, row);
    if (Object.keys(child).length === 0) return [];
    const expectedOn = readDate(typed(fields, `${row}.expectedOn`));
    if (child['unborn'] === 'yes') return [{ unborn: true, ...(expectedOn === undefined ? {} : { expectedOn }) }];
    const { dateOfBirth: _born, expectedOn: _expected, ...named } = child;
    return [{ ...named, unborn: false, dateOfBirth: readDate(typed(fields, `${row}.dateOfBirth`)) }];
  });
}

/** What was typed below one name: `victim` of `victim.familyName` and `victim.address.postcode`. */
function group(fields: Fields, name: string): Readonly<Record<string, unknown>> {
  const own = Object.entries(fields).filter(([field]) => field.startsWith(`${name}.`));
  return nestFields(Object.fromEntries(own.map(([field, value]) => [field.slice(name.length + 1), value])));
}

function linesOf(fields: Fields, name: string): readonly string[] {
  return typed(fields, name)
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function readYesNo(fields: Fields, name: string): boolean | undefined {
  const answer = typed(fields, name);
  return answer === '' ? undefined : answer === 'yes';
}
