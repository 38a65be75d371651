import { addDays } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { YearArea } from './areas.ts';
import type { Identities } from './identities.ts';
import type { PairFlags, PlannedChild, PlannedPerson, Relationship, SafeContact, Sex } from './plannedCase.ts';
import type { Chance } from './random.ts';

/** A victim, the person who harms them, and the children who live with it: the same in each case of the pair. */
export interface Household {
  readonly victim: PlannedPerson;
  readonly perpetrator: PlannedPerson;
  readonly relationship: Relationship;
  readonly safeContact: SafeContact;
  readonly flags: PairFlags;
  readonly children: readonly { readonly givenName: string; readonly familyName: string; readonly bornOn: IsoDate }[];
}

/** Nobody is younger than this when first referred: under 16 a victim goes to children's safeguarding instead. */
const youngestAdult = 16;

/** Invents a household with so many children, first referred on that day. */
export function inventHousehold(
  chance: Chance,
  identities: Identities,
  area: YearArea,
  given: { readonly flags: PairFlags; readonly children: number; readonly firstReferredOn: IsoDate },
): Household {
  const { flags } = given;
  const youngest = given.children === 0 ? youngestAdult : youngestAdult + 3 + 2 * given.children;
  const age = youngest + Math.floor(chance.next() ** 2 * 42);
  const sex: Sex = flags['Male victims'] ? 'male' : 'female';
  const relationship = relate(chance, age, flags);
  const familyName = identities.familyName(chance);
  const address = identities.address(chance, area);
  const victim = person(chance, identities, { sex, age, familyName, address });
  const perpetrator = person(chance, identities, {
    sex: perpetratorSex(chance, sex, relationship, flags),
    age: relationship === 'familyMember' ? age - chance.between(18, 22) : nearAge(chance, age),
    familyName: relationship === 'familyMember' || chance.happens(0.35) ? familyName : identities.familyName(chance),
    address: livesTogether(chance, relationship) ? address : identities.address(chance, area),
  });
  const children = Array.from({ length: given.children }, (_, index) => {
    const family = chance.happens(0.5) ? victim.familyName : perpetrator.familyName;
    const sexOfChild = chance.pick(['female', 'male'] as const);
    const bornOn = index === 0 && age < 42 ? youngestChild(chance, age, given.firstReferredOn) : childBorn(chance, age);
    return { givenName: identities.givenName(chance, sexOfChild, family), familyName: family, bornOn };
  });
  const safeContact = { telephone: identities.telephone(), mayLeaveMessage: chance.happens(0.4) };
  return { victim, perpetrator, relationship, safeContact, flags, children };
}

/** The children of a household as a referral of that day names them. */
export function childrenOn(household: Household, date: IsoDate): PlannedChild[] {
  return household.children.map(({ givenName, familyName, bornOn }) =>
    bornOn > date
      ? { unborn: true, expectedOn: bornOn }
      : { unborn: false, givenName, familyName, dateOfBirth: bornOn },
  );
}

function person(
  chance: Chance,
  identities: Identities,
  given: { readonly sex: Sex; readonly age: number; readonly familyName: string; readonly address: string },
): PlannedPerson {
  const { sex, age, familyName, address } = given;
  const givenName = identities.givenName(chance, sex, familyName);
  return { givenName, familyName, dateOfBirth: bornIn(chance, 2011 - age), sex, address };
}

function relate(chance: Chance, age: number, flags: PairFlags): Relationship {
  const family = age >= 40 && !flags['LGBT cases'] && chance.happens(0.3);
  return family ? 'familyMember' : chance.weigh({ partner: 45, formerPartner: 55 });
}

function perpetratorSex(chance: Chance, victim: Sex, relationship: Relationship, flags: PairFlags): Sex {
  if (relationship === 'familyMember') return chance.happens(0.85) ? 'male' : 'female';
  if (flags['LGBT cases']) return victim;
  return victim === 'female' ? 'male' : 'female';
}

function nearAge(chance: Chance, age: number): number {
  return Math.max(youngestAdult, age + chance.between(-5, 9));
}

function livesTogether(chance: Chance, relationship: Relationship): boolean {
  return chance.happens({ partner: 0.9, formerPartner: 0.05, familyMember: 0.7 }[relationship]);
}

/** Under 18 to the end of the year, and born when the victim was no child. */
function childBorn(chance: Chance, victimAge: number): IsoDate {
  return bornIn(chance, 2011 - chance.between(0, Math.min(15, victimAge - 18)));
}

/** One in ten first children is expected when the pair is first referred. */
function youngestChild(chance: Chance, victimAge: number, referredOn: IsoDate): IsoDate {
  return chance.happens(0.1) ? addDays(referredOn, chance.between(20, 200)) : childBorn(chance, victimAge);
}

function bornIn(chance: Chance, year: number): IsoDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;
}
