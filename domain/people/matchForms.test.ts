import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonIdentity } from './identity.ts';
import { exactForm, formsToKeep, formsToLookFor, type MatchReason } from './matchForms.ts';
import { nameClosedUp, nameInAnyOrder, nameWords, plainPostcode } from './normalForm.ts';
import { soundOfName } from './soundOfName.ts';

function person(givenNames: string, familyName: string, more: Partial<PersonIdentity> = {}): PersonIdentity {
  return { givenNames, familyName, dateOfBirth: '1988-04-09', ...more };
}

/** Why somebody on record would be found when this person is looked for. */
function reasons(onRecord: PersonIdentity, lookedFor: PersonIdentity): MatchReason[] {
  const kept = new Set(formsToKeep(onRecord).map(({ kind, text }) => `${kind}:${text}`));
  return formsToLookFor(lookedFor)
    .filter(({ kind, text }) => kept.has(`${kind}:${text}`))
    .map(({ reason }) => reason);
}

describe('the plain form of a name', () => {
  test.each([
    ['O’Brien', ['obrien']],
    ["D'Souza", ['dsouza']],
    ['Anne-Marie', ['anne', 'marie']],
    ['  Zoë   Ängström ', ['zoe', 'angstrom']],
    ['Łukasz Søren Groß', ['lukasz', 'soren', 'gross']],
    ['MÜLLER', ['muller']],
    ['Мария', ['мария']],
    ['...', []],
  ])('%j is %j', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  test('does not depend on the order of names, nor on which field they stand in', () => {
    expect(nameInAnyOrder('Maria Anna', 'Kowalska')).toBe(nameInAnyOrder('Kowalska', 'Anna Maria'));
  });

  test('closes up what some write apart', () => {
    expect(new Set(['Smith-Jones', 'Smith Jones', 'SmithJones'].map(nameClosedUp)).size).toBe(1);
  });

  test('a postcode is the same with and without its gap', () => {
    expect(plainPostcode('me4 4aa')).toBe('ME44AA');
    expect(plainPostcode(' ')).toBeNull();
  });

  test('is the same when taken twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const once = nameInAnyOrder(name);
        expect(nameInAnyOrder(once)).toBe(once);
      }),
    );
  });
});

describe('the sound of a name', () => {
  test.each([
    ['catherine', 'kathryn'],
    ['stephen', 'steven'],
    ['mohammed', 'muhamad'],
    ['shaun', 'shawn'],
    ['thompson', 'thomson'],
    ['smith', 'smyth'],
    ['geoffrey', 'jeffrey'],
    ['philip', 'phillip'],
    ['knight', 'night'],
    ['macdonald', 'mcdonald'],
    ['leigh', 'lee'],
    ['clark', 'clarke'],
    ['eleanor', 'alanor'],
  ])('%s and %s sound the same', (one, other) => {
    expect(soundOfName(one)).toBe(soundOfName(other));
  });

  test.each([
    ['smith', 'jones'],
    ['anna', 'emma'],
    ['brown', 'green'],
  ])('%s and %s do not', (one, other) => {
    expect(soundOfName(one)).not.toBe(soundOfName(other));
  });
});

describe('finding a person again', () => {
  const known = person('Maria Anna', "O'Connor", { postcode: 'ME4 4AA' });

  test('the same name and date of birth are the same person, whatever the spelling of case, accents and signs', () => {
    expect(exactForm(person('MARÍA  ANNA', 'O’Connor'))).toEqual(exactForm(known));
    expect(exactForm(person('OConnor', 'Anna Maria'))).toEqual(exactForm(known));
    expect(exactForm(person('Maria Anna', 'Connor'))).not.toEqual(exactForm(known));
    expect(exactForm({ ...known, dateOfBirth: '1988-04-10' })).not.toEqual(exactForm(known));
  });

  test('without a date of birth or a name nobody is taken for the same person', () => {
    expect(exactForm({ ...known, dateOfBirth: null })).toBeNull();
    expect(exactForm(person('?', '-'))).toBeNull();
    expect(formsToKeep(person('?', '-'))).toEqual([]);
    expect(formsToLookFor(person('?', '-'))).toEqual([]);
  });

  test.each<[string, PersonIdentity, MatchReason]>([
    ['same name and birth', known, 'fullNameAndDateOfBirth'],
    ['a new family name', person('Maria', 'Bielska'), 'givenNameAndDateOfBirth'],
    ['another given name', person('Mary', 'OConnor'), 'familyNameAndDateOfBirth'],
    ['spelt by ear', person('Mariya', 'Okonor'), 'soundAndDateOfBirth'],
    ['day and month of birth swapped', { ...known, dateOfBirth: '1988-09-04' }, 'fullNameAndSwappedDateOfBirth'],
    ['birth unknown, same postcode', { ...known, dateOfBirth: null }, 'fullNameAndPostcode'],
    ['birth unknown', person('Anna Maria', "O'Connor", { dateOfBirth: null }), 'fullNameDateOfBirthUnknown'],
    ['wrong birth, same postcode', { ...known, dateOfBirth: '1970-01-31' }, 'fullNameAndPostcode'],
    [
      'known by another name',
      person('Maria', 'Bielska', { otherNames: ["Maria Anna O'Connor"] }),
      'otherNameAndDateOfBirth',
    ],
  ])('%s: found', (_case, lookedFor, reason) => {
    expect(reasons(known, lookedFor)).toContain(reason);
    if (reason !== 'fullNameDateOfBirthUnknown') expect(reasons(lookedFor, known)).toContain(reason);
  });

  test('somebody on record without a date of birth is found by one who has it', () => {
    expect(reasons({ ...known, dateOfBirth: null, postcode: undefined }, known)).toEqual([
      'fullNameDateOfBirthUnknown',
    ]);
  });

  test('somebody on record under another name is found by it', () => {
    const onRecord = person('Maria', 'Bielska', { otherNames: ["Maria Anna O'Connor"] });
    expect(reasons(onRecord, known)).toContain('otherNameAndDateOfBirth');
  });

  test('two people of one name and different dates of birth are not found for each other', () => {
    expect(reasons(person('John', 'Smith', { dateOfBirth: '1970-01-31' }), person('John', 'Smith'))).toEqual([]);
  });
});
