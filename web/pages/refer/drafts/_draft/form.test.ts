import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../../form/fields.ts';
import { completeReferral } from './form.ts';
import { dashField } from './questions.ts';

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
});
