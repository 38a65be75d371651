import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../../form/fields.ts';
import { completeReferral } from './form.ts';
import { presentReferral } from './present.ts';
import { dashField, mustNotSeeRows } from './questions.ts';

const typed: Fields = {
  area: 'medway',
  'referringAgencies.0': 'police',
  'referringAgencies.1': '',
  route: 'professionalJudgement',
  narrative: 'What happened.',
  'victim.givenNames': 'Elowenna',
  'victim.familyName': 'Willowmere',
  'victim.dateOfBirth': '14/6/1989',
  'victim.address.lines': '3 Nightjar Terrace\nGillingham',
  'victim.address.postcode': 'me7 1xx',
  'victim.equality.sex': 'female',
  'victim.equality.ethnicity': 'notAsked',
  'victim.equality.sexualOrientation': 'notAsked',
  'victim.equality.genderIdentity': 'notAsked',
  'victim.equality.disability': 'notAsked',
  'perpetrator.givenNames': 'Tobin',
  'perpetrator.familyName': 'Harrowgate',
  relationship: 'formerPartner',
  'consent.given': 'yes',
  'safeContact.media': 'phone',
  'safeContact.mayLeaveMessage': 'no',
};

function bodyOf(more: Fields) {
  const complete = completeReferral({ ...typed, ...more });
  return complete.ok ? complete.body : complete.faults;
}

function faultsAt(more: Fields): readonly (string | null)[] {
  const complete = completeReferral({ ...typed, ...more });
  return complete.ok ? [] : complete.faults.map(({ at }) => at);
}

describe('a referral as it was typed', () => {
  it('is complete without what was left out: no checklist, no children, no times', () => {
    expect(bodyOf({})).toMatchObject({
      victim: {
        dateOfBirth: '1989-06-14',
        address: { lines: ['3 Nightjar Terrace', 'Gillingham'], postcode: 'ME7 1XX' },
      },
      referringAgencies: ['police'],
      children: [],
      safeContact: { numbers: [], media: ['phone'], mayLeaveMessage: false },
    });
  });

  it('says where a child lives who does not live with the victim, and nothing where that was left out', () => {
    const child = {
      'children.1.givenNames': 'Rowan',
      'children.1.familyName': 'Ash',
      'children.1.dateOfBirth': '1/2/2015',
    };
    const born = { unborn: false, givenNames: 'Rowan', familyName: 'Ash', dateOfBirth: '2015-02-01' };
    expect(bodyOf({ ...child, 'children.1.address.lines': '' })).toMatchObject({ children: [born] });
    const elsewhere = { 'children.1.address.lines': '9 Tern Close', 'children.1.address.postcode': 'tn1 1aa' };
    expect(bodyOf({ ...child, ...elsewhere })).toMatchObject({
      children: [{ ...born, address: { lines: ['9 Tern Close'], postcode: 'TN1 1AA' } }],
    });
    expect(faultsAt({ ...child, 'children.1.address.postcode': 'Kent' })).toContain('children.1.address.postcode');
  });

  it('has safe times by day and hour, as people write hours', () => {
    const row = 'safeContact.safeWindows.2';
    const body = bodyOf({ [`${row}.days`]: ['monday', 'friday'], [`${row}.from`]: '9.30am', [`${row}.until`]: '2pm' });
    expect(body).toMatchObject({
      safeContact: { safeWindows: [{ days: ['monday', 'friday'], from: '09:30', until: '14:00' }] },
    });
  });

  it('names what is missing by the row in which it was typed, however many rows before it are empty', () => {
    expect(faultsAt({ 'children.3.givenNames': 'Rowan' })).toEqual(['children.3.familyName', 'children.3.dateOfBirth']);
    expect(faultsAt({ 'safeContact.safeWindows.1.days': 'monday' })).toEqual([
      'safeContact.safeWindows.1.from',
      'safeContact.safeWindows.1.until',
    ]);
  });

  it('names the questions of a checklist that was begun and not finished', () => {
    const begun = Object.fromEntries(Array.from({ length: 22 }, (_, index) => [dashField(index), 'no']));
    expect(faultsAt(begun)).toEqual([dashField(22), dashField(23)]);
  });

  it('by visible high risk says at the checklist that there is none', () => {
    expect(faultsAt({ route: 'visibleHighRisk' })).toEqual([dashField(0)]);
  });

  it('without consent needs why and on what ground, and with it keeps neither', () => {
    expect(faultsAt({ 'consent.given': 'no' })).toEqual(['consent.reason', 'consent.legalBasis']);
    const changed = { 'consent.reason': 'The risk is high.', 'consent.legalBasis': 'vitalInterests' };
    expect(bodyOf(changed)).toMatchObject({ consent: { given: true } });
    expect(bodyOf({ ...changed, 'consent.given': 'no' })).toMatchObject({
      consent: { given: false, reason: 'The risk is high.', legalBasis: 'vitalInterests' },
    });
  });

  it('says where an answer is missing that others follow from', () => {
    expect(faultsAt({ 'consent.given': '' })).toEqual(['consent.given']);
    expect(bodyOf({ 'safeContact.media': [], 'safeContact.mayLeaveMessage': '' })).toEqual([
      { at: 'safeContact.media', text: 'Choose at least one way in which the victim can be reached safely.' },
      { at: 'safeContact.mayLeaveMessage', text: 'Say whether a message may be left.' },
    ]);
  });

  it('names every agency of a joint referral, and who must see nothing of it', () => {
    const agencies = { 'referringAgencies.1': 'housing', 'referringAgencies.4': 'probation' };
    const hidden = { 'mustNotSee.0': '', 'mustNotSee.1': '0190a0c4-0000-7000-8000-000000000001' };
    expect(bodyOf({ ...agencies, ...hidden })).toMatchObject({
      referringAgencies: ['police', 'housing', 'probation'],
      mustNotSee: ['0190a0c4-0000-7000-8000-000000000001'],
    });
    expect(faultsAt({ 'referringAgencies.2': 'police' })).toEqual(['referringAgencies.0']);
  });

  it('has room for as many who must see nothing of it as the interface takes, four more than were named at a time', () => {
    const id = (row: number) => `0190a0c4-0000-7000-8000-0000000000${String(row + 10)}`;
    const all = Object.fromEntries(mustNotSeeRows.map((row) => [`mustNotSee.${row}`, id(row)]));
    expect(bodyOf(all)).toMatchObject({ mustNotSee: mustNotSeeRows.map(id) });
    expect(mustNotSeeRows).toHaveLength(20);
    const rows = (answers: Fields) => {
      const { mustNotSee, mayNameMore } = presentReferral([], [], answers);
      return [mustNotSee.length, mayNameMore];
    };
    expect(rows({})).toEqual([4, true]);
    expect(rows({ 'mustNotSee.3': id(3) })).toEqual([8, true]);
    expect(rows({ 'mustNotSee.17': id(17) })).toEqual([20, true]);
    expect(rows(all)).toEqual([20, false]);
  });

  it('says under which names and where the person causing harm is known', () => {
    const known = {
      'perpetrator.otherNames': 'Toby\nT. Harrow',
      'perpetrator.age': '41',
      'perpetrator.address.lines': '7 Curlew Way',
      'perpetrator.phone': '01632 960777',
    };
    expect(bodyOf(known)).toMatchObject({
      perpetrator: {
        otherNames: ['Toby', 'T. Harrow'],
        age: 41,
        address: { lines: ['7 Curlew Way'] },
        phone: '01632 960777',
      },
    });
  });

  it('carries another form as it is, in place of the checklist and never beside it', () => {
    const form = {
      'otherForm.tool': 'DARA',
      'otherForm.version': '2',
      'otherForm.count': '11',
      'otherForm.answers': 'Has it become worse? = Yes\n\nA = B? = No',
    };
    expect(bodyOf(form)).toMatchObject({
      assessment: {
        tool: 'DARA',
        version: '2',
        count: 11,
        answers: [
          { question: 'Has it become worse?', answer: 'Yes' },
          { question: 'A = B?', answer: 'No' },
        ],
      },
    });
    expect(faultsAt({ ...form, 'otherForm.version': '' })).toEqual(['otherForm.version']);
    expect(faultsAt({ ...form, 'otherForm.answers': 'Has it become worse?' })).toEqual(['otherForm.answers']);
    expect(faultsAt({ ...form, 'otherForm.tool': '' })).toEqual(['otherForm.tool']);
    expect(faultsAt({ ...form, [dashField(0)]: 'yes' })).toEqual(['otherForm.tool']);
  });

  it('was made when somebody says it was', () => {
    expect(bodyOf({ occurredAtDay: '2/3/2026', occurredAtTime: '10am' })).toMatchObject({
      occurredAt: { at: '2026-03-02T10:00:00.000Z' },
    });
    expect(faultsAt({ occurredAtDay: '45/3/2026' })).toEqual(['occurredAt']);
  });
});
