import type { z } from 'zod';
import type { childAddedSchema, childPutRightSchema } from '../../contracts/children.ts';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { ageBandOn } from '../../domain/children/ageBand.ts';
import { isOfSchoolAge } from '../../domain/children/isOfSchoolAge.ts';
import { servicesOfChild } from '../../domain/children/servicesOfChild.ts';
import type { ChildInReferral, ChildPart } from '../../domain/lifecycle/facts/children.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import { exactForm } from '../../domain/people/matchForms.ts';
import type { ChildOfFamily, Family } from '../cases/familyOf.ts';
import type { Desk } from './caseCommand.ts';

type Added = z.output<typeof childAddedSchema>;
type PutRight = z.output<typeof childPutRightSchema>;
type Address = NonNullable<PutRight['address']>;

/** A child as it is added to a case: who they are and where they live stays here. */
export function childAdded(body: Added, desk: Desk): CommandPayloads['addChild'] | RequestProblem {
  const family = familyIn(desk);
  const on = londonDate(desk.occurred.at);
  const bornOn = body.child === 'born' ? body.dateOfBirth : null;
  if (bornOn !== null && bornOn > on) return bornLater();
  const where = body.child === 'born' ? homeIn(body.address, family.home) : family.home;
  const named = body.child === 'born' ? body.childrensServices : undefined;
  const said = body.child === 'born' ? { school: body.school ?? null } : { expectedOn: body.expectedOn ?? null };
  return {
    childId: desk.id('child'),
    personId:
      body.child === 'born' ? desk.keepPerson({ ...namesIn(body), dateOfBirth: body.dateOfBirth, ...where }) : null,
    ageBand: ageBandOn(bornOn, on),
    ofSchoolAge: isOfSchoolAge(bornOn, on),
    ...servicesOf({ named, postcode: where.postcode }, family, desk),
    contentId: Object.values(said).some((each) => each !== null) ? desk.keep('child', said) : null,
  };
}

/** What is put right of a child: all that is known of them from here on, and which parts of it are other than before. */
export function childPutRight(body: PutRight, desk: Desk): CommandPayloads['putChildRight'] | RequestProblem {
  const family = familyIn(desk);
  const child = family.children.find(({ childId }) => childId === body.child);
  if (!child) return problem('UNKNOWN_CHILD');
  const on = londonDate(desk.occurred.at);
  if (body.dateOfBirth !== undefined && body.dateOfBirth > on) return bornLater();
  const who = identityNow(body, child, family);
  if (who === 'missing') return namesMissing(body);
  if (isAnotherChild(who, child, family)) return problem('CHILD_KNOWN_ALREADY');
  const bornOn = who?.dateOfBirth ?? null;
  const said = { ...child.said, ...given({ school: body.school, expectedOn: body.expectedOn }) };
  return {
    childId: child.childId,
    ...personOf(who, child, desk),
    ...bandsOf(bornOn, child, on),
    ofSchoolAge: bornOn === null ? (child.ofSchoolAge ?? false) : isOfSchoolAge(bornOn, on),
    ...servicesNow(body, who, child, { family, desk }),
    parts: partsIn(body, child),
    contentId: body.school === undefined && body.expectedOn === undefined ? null : desk.keep('child', said),
  };
}

/** Who the child is from here on; null where nobody knows them by name still, or they were erased. */
function identityNow(body: PutRight, { identity }: ChildOfFamily, { home }: Family): PersonIdentity | 'missing' | null {
  const { givenNames, familyName, dateOfBirth, address } = body;
  const changed = given({ givenNames, familyName, dateOfBirth });
  const where = address === undefined ? {} : { address: address.lines.join('\n'), postcode: address.postcode };
  if (identity) return { ...identity, ...changed, ...where };
  if (Object.keys({ ...changed, ...where }).length === 0) return null;
  if (givenNames === undefined || familyName === undefined || dateOfBirth === undefined) return 'missing';
  return { givenNames, familyName, dateOfBirth, ...(address === undefined ? home : where) };
}

/** Whether another child of the case has this name and date of birth already. */
function isAnotherChild(who: PersonIdentity | null, { childId }: ChildOfFamily, { children }: Family): boolean {
  const exact = who && exactForm(who)?.text;
  if (!exact) return false;
  return children.some(
    (other) => other.childId !== childId && other.identity && exactForm(other.identity)?.text === exact,
  );
}

/** Somebody not known by name until now is found or put on record; who is on record is put right there. */
function personOf(who: PersonIdentity | null, { personId, identity }: ChildOfFamily, desk: Desk) {
  if (who === null || JSON.stringify(who) === JSON.stringify(identity)) return { personId, correctionId: null };
  if (personId === null || identity === null) return { personId: desk.keepPerson(who), correctionId: null };
  return { personId, correctionId: desk.correctPerson(personId, who) };
}

/** How old they were when the case was first told of them, and are now; without a date of birth as it stood. */
function bandsOf(bornOn: IsoDate | null, { ageBand, toldOn }: ChildOfFamily, on: IsoDate) {
  if (bornOn === null) return { ageBand, ageBandNow: ageBand };
  return { ageBand: ageBandOn(bornOn, toldOn), ageBandNow: ageBandOn(bornOn, on) };
}

/** Another address, or services named anew, decide once more; what was found out of them stays otherwise. */
function servicesNow(
  { address, childrensServices }: PutRight,
  who: PersonIdentity | null,
  { servicesAgencyId, servicesBy, authorityId = null }: ChildOfFamily,
  { family, desk }: { readonly family: Family; readonly desk: Desk },
) {
  if (address !== undefined || childrensServices !== undefined)
    return servicesOf({ named: childrensServices, postcode: who?.postcode }, family, desk);
  return { servicesAgencyId, authorityId, ...(servicesBy === undefined ? {} : { servicesBy }) };
}

function partsIn(body: PutRight, { identity, said }: ChildOfFamily): ChildPart[] {
  const { givenNames, familyName, dateOfBirth, address, childrensServices, school, expectedOn } = body;
  const renamed = given({ givenNames, familyName });
  const parts: Readonly<Record<ChildPart, boolean>> = {
    name: identity !== null && Object.keys(renamed).length > 0,
    dateOfBirth: identity !== null && dateOfBirth !== undefined,
    birth: identity === null && dateOfBirth !== undefined,
    address: address !== undefined || childrensServices !== undefined,
    school: school !== undefined && school !== (said.school ?? null),
    expectedOn: expectedOn !== undefined,
  };
  return (Object.keys(parts) as ChildPart[]).filter((part) => parts[part]);
}

function servicesOf(
  { named, postcode }: { readonly named: string | undefined; readonly postcode: string | undefined },
  { areaServicesId, cover }: Family,
  desk: Desk,
): Required<Pick<ChildInReferral, 'servicesAgencyId' | 'servicesBy' | 'authorityId'>> {
  const asked = { named: named === undefined ? null : desk.agency(named), postcode: postcode ?? null };
  return servicesOfChild(asked, areaServicesId, cover);
}

function homeIn(address: Address | undefined, home: Family['home']): Family['home'] {
  return address === undefined ? home : { address: address.lines.join('\n'), postcode: address.postcode };
}

function namesIn({ givenNames, familyName }: Extract<Added, { child: 'born' }>) {
  return { givenNames, familyName };
}

/** What was said, without what was left out. */
function given<T extends Readonly<Record<string, string | undefined>>>(said: T): { readonly [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(said).filter(([, each]) => each !== undefined)) as {
    readonly [K in keyof T]?: string;
  };
}

function familyIn({ family }: Desk): Family {
  if (!family) throw new Error('The family of the case was not looked up.');
  return family;
}

function bornLater(): RequestProblem {
  return problem('BORN_LATER', [{ at: 'dateOfBirth', problem: 'It lies in the future.' }]);
}

function namesMissing({ givenNames, familyName, dateOfBirth }: PutRight): RequestProblem {
  const missing = Object.entries({ givenNames, familyName, dateOfBirth }).filter(([, said]) => said === undefined);
  return problem(
    'NOT_AS_DESCRIBED',
    missing.map(([at]) => ({ at, problem: 'A child who is not known by name yet needs names and a date of birth.' })),
  );
}
