import { fieldId } from '../../../../../form/formState.ts';
import type { Fields } from '../../../../../form/fields.ts';
import { typed } from '../../../../../form/dates.ts';
import { labelOf } from '../../../../../wording/labels.ts';
import { windowInWords } from '../../../../../../usecases/people/safeContactInWords.ts';
import { safeContactQuestions } from '../../../../../wording/safeContact.ts';
import { equalityLabels } from '../../../../../wording/equality.ts';
import type { Names } from '../../../../../../usecases/office/readNames.ts';
import { dashQuestions } from '../../../../../../domain/dash/questions.ts';
import { childrenTyped, mustNotSeeTyped, readAnswers } from '../form.ts';
import { answerLabels, dashField, otherAgencies, otherFormFields, questionWords } from '../questions.ts';
import { whenFields } from '../../../../../commandForms/readCommandFields.ts';
import { linesTyped, windowsTyped } from '../../../../../form/safeContact.ts';

interface Given {
  readonly names: Names;
  readonly nameOf: (practitionerId: string) => string | null;
  /** The address of the form, to whose fields the answers lead back. */
  readonly here: string;
}

interface Answer {
  readonly key: string;
  readonly value: string;
  readonly href: string;
}

/** Everything that was typed, in the order and the words of the form; what was left out is said to be. */
export function presentAnswers(answers: Fields, given: Given) {
  const rows = (names: readonly string[]) => names.map((name) => answerTo(name, answers, given));
  const ifGiven = (names: readonly string[]) => names.filter((name) => typed(answers, name) !== '');
  return [
    { title: 'Why you refer', rows: [...rows([...why, ...ifGiven(together), ...more]), ...whenRows(answers, given)] },
    { title: 'The victim', rows: rows([...person('victim', ['age', ...address, ...speaks]), ...equality]) },
    { title: 'How the victim can be reached safely', rows: safeContactRows(answers, given) },
    {
      title: 'The person causing harm',
      rows: rows([...person('perpetrator', ['age', 'sex', ...address, 'phone', 'email']), 'relationship']),
    },
    { title: 'Children', rows: childrenTyped(answers).map((number) => childRow(number, answers, given)) },
    { title: 'DASH checklist', isDash: true, rows: dashRows(answers, given) },
    { title: 'Consent', rows: rows(typed(answers, 'consent.given') === 'no' ? consent : consent.slice(0, 1)) },
    { title: 'Who must not see it', rows: mustNotSee(answers, given) },
  ];
}

const why = ['area', 'referringAgencies.0'];
const together = otherAgencies.map((row) => `referringAgencies.${row}`);
const more = ['route', 'narrative'];
const address = ['address.lines', 'address.postcode'];
const speaks = ['language', 'interpreterNeeded'];
const equality = Object.keys(equalityLabels).map((name) => `victim.equality.${name}`);
const consent = ['consent.given', 'consent.reason', 'consent.legalBasis'];

function person(who: string, more: readonly string[]): readonly string[] {
  return ['givenNames', 'familyName', 'otherNames', 'dateOfBirth', ...more].map((name) => `${who}.${name}`);
}

function answerTo(name: string, answers: Fields, { names, here }: Given): Answer {
  const given = isTick(name) && typed(answers, name) === '' ? 'no' : (answers[name] ?? []);
  const words = [given].flat().map((answer) => wordsOf(name, answer, names));
  return { key: questionWords[name] ?? '', value: words.join(', '), href: `${here}#${fieldId(name)}` };
}

/** A box that is left empty is an answer: nobody can be asked to tick a no. */
function isTick(name: string): boolean {
  return name === 'victim.interpreterNeeded';
}

/** When it was referred, where somebody said that it was not just now. */
function whenRows(answers: Fields, { here }: Given): readonly Answer[] {
  const value = `${typed(answers, whenFields.day)} ${typed(answers, whenFields.time)}`.trim();
  return value === '' ? [] : [{ key: questionWords['occurredAt'] ?? '', value, href: `${here}#occurredAt` }];
}

/** By name: whoever is meant has to be seen to be the one. */
function mustNotSee(answers: Fields, { here, nameOf }: Given): readonly Answer[] {
  const chosen = mustNotSeeTyped(answers).map((row) => `mustNotSee.${row}`);
  return chosen.map((name) => {
    const id = typed(answers, name);
    return { key: questionWords[name] ?? '', value: nameOf(id) ?? id, href: `${here}#${fieldId(name)}` };
  });
}

function wordsOf(name: string, answer: string, names: Names): string {
  if (answer === '') return '';
  if (name === 'area') return names.area(answer);
  if (name.startsWith('referringAgencies.')) return names.agency(answer) ?? answer;
  const labels = answerLabels[name];
  return labels ? labelOf(labels, answer) : answer;
}

function safeContactRows(answers: Fields, given: Given): readonly Answer[] {
  const at = 'safeContact.';
  return Object.keys(safeContactQuestions).map((name) => {
    const row = answerTo(`${at}${name}`, answers, given);
    if (name !== 'safeWindows') return row;
    const windows = windowsTyped(answers, at).map((number) => windowTyped(`${at}safeWindows.${number}`, answers));
    return { ...row, value: windows.join('\n') };
  });
}

function windowTyped(row: string, answers: Fields): string {
  const days = [answers[`${row}.days`] ?? []].flat();
  return windowInWords({ days, from: typed(answers, `${row}.from`), until: typed(answers, `${row}.until`) });
}

function childRow(number: number, answers: Fields, { names, here }: Given): Answer {
  const at = `children.${number}`;
  const of = (name: string) => typed(answers, `${at}.${name}`);
  const elsewhere = [...linesTyped(answers, `${at}.address.lines`), of('address.postcode')].filter(Boolean).join(', ');
  const services = of('childrensServices') && names.agency(of('childrensServices'));
  const name = `${of('givenNames')} ${of('familyName')}`.trim();
  const born = [
    name,
    of('dateOfBirth'),
    of('school'),
    services && `for ${services}`,
    elsewhere && `lives at ${elsewhere}`,
  ];
  const unborn = ['Not born yet', of('expectedOn') && `expected on ${of('expectedOn')}`];
  const value = (of('unborn') === 'yes' ? unborn : born).filter((part) => part !== '').join(', ');
  return { key: `Child ${number + 1}`, value, href: `${here}#${fieldId(`${at}.givenNames`)}` };
}

/** The grade of the police, and each question with its answer where the checklist was begun. */
function dashRows(answers: Fields, given: Given): readonly Answer[] {
  const begun = readAnswers(answers) === null ? [] : dashQuestions.map((_text, index) => dashField(index));
  const form = otherFormFields.filter((name) => typed(answers, name) !== '');
  const remarks = typed(answers, 'assessment.remarks') === '' ? [] : ['assessment.remarks'];
  return [...begun, ...remarks, ...form, 'policeGrade'].map((name) => answerTo(name, answers, given));
}
