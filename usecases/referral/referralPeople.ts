import type { ReferralBody } from '../../contracts/referral.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { PersonIdentity, Sex } from '../../domain/people/identity.ts';
import { exactForm, fullNameForm } from '../../domain/people/matchForms.ts';
import { deriveId } from '../../platform/ids.ts';
import type { Sealing } from '../../store/content/sealing.ts';
import { findOrCreatePair } from '../../store/people/findOrCreatePair.ts';
import { findOrCreatePeople } from '../../store/people/findOrCreatePeople.ts';
import type { Tx } from '../../store/prismaClient.ts';

type Named = ReferralBody['victim'] | ReferralBody['perpetrator'];
type SexAnswer = ReferralBody['victim']['equality']['sex'] | undefined;

/** Whose ids a referral names, and which of the children somebody knows by name. */
export interface ReferralPeople {
  readonly victimId: string;
  readonly perpetratorId: string;
  readonly pairId: string;
  /** In the order of the referral; null for a child not born yet. */
  readonly childPersonIds: readonly (string | null)[];
}

/** The victim of a referral as a person to be found again. */
export function victimIdentity({ victim }: ReferralBody): PersonIdentity {
  return identityOf(victim, victim.equality.sex);
}

/** The person causing harm, of whom the date of birth is often not known. */
export function perpetratorIdentity({ perpetrator }: ReferralBody): PersonIdentity {
  return identityOf(perpetrator, perpetrator.sex);
}

/** Whether victim and perpetrator are written down as one and the same: equal names, and no two dates of birth. */
export function isSamePerson(one: PersonIdentity, other: PersonIdentity): boolean {
  const exact = exactForm(one)?.text;
  if (exact !== undefined && exact === exactForm(other)?.text) return true;
  const oneDateMissing = one.dateOfBirth === null || other.dateOfBirth === null;
  return oneDateMissing && fullNameForm(one).text === fullNameForm(other).text;
}

/** Finds or puts on record everybody a referral names; null where victim and perpetrator turn out to be one person. */
export async function findReferralPeople(
  tx: Tx,
  sealing: Sealing,
  body: ReferralBody,
  commandId: string,
  now: IsoInstant,
): Promise<ReferralPeople | null> {
  const victim = victimIdentity(body);
  const children = body.children.map((child, index) => ({
    newId: deriveId(commandId, `person/child/${index}`),
    child,
  }));
  const born = children.flatMap(({ newId, child }) =>
    child.unborn ? [] : [{ newId, identity: childIdentity(child, victim), child: true }],
  );
  const [foundVictim, foundPerpetrator, ...foundChildren] = await findOrCreatePeople(
    tx,
    sealing,
    [
      { newId: deriveId(commandId, 'person/victim'), identity: victim },
      { newId: deriveId(commandId, 'person/perpetrator'), identity: perpetratorIdentity(body), besideFirst: true },
      ...born,
    ],
    now,
  );
  if (!foundVictim || !foundPerpetrator) throw new Error('A referral names two people');
  const { personId: victimId } = foundVictim;
  const { personId: perpetratorId } = foundPerpetrator;
  if (victimId === perpetratorId) return null;
  const { relationship } = body;
  const newId = deriveId(commandId, 'pair');
  const { pairId } = await findOrCreatePair(tx, { newId, victimId, perpetratorId, relationship });
  const bornIds = foundChildren.map(({ personId }) => personId);
  const childPersonIds = body.children.map((child) => (child.unborn ? null : (bornIds.shift() ?? null)));
  return { victimId, perpetratorId, pairId, childPersonIds };
}

function identityOf(person: Named, sex: SexAnswer): PersonIdentity {
  const { givenNames, familyName, otherNames, dateOfBirth, address, phone, email } = person;
  return {
    givenNames,
    familyName,
    otherNames,
    dateOfBirth: dateOfBirth ?? null,
    sex: sexOf(sex),
    address: address?.lines.join('\n'),
    postcode: address?.postcode,
    phone,
    email,
  };
}

type BornChild = Extract<ReferralBody['children'][number], { unborn: false }>;

/** A child lives with the victim unless the referral says otherwise. */
function childIdentity(child: BornChild, victim: PersonIdentity): PersonIdentity {
  const { givenNames, familyName, dateOfBirth, address } = child;
  const home = address
    ? { address: address.lines.join('\n'), postcode: address.postcode }
    : { address: victim.address, postcode: victim.postcode };
  return { givenNames, familyName, dateOfBirth, ...home };
}

function sexOf(answer: SexAnswer): Sex {
  return answer === 'female' || answer === 'male' || answer === 'other' ? answer : 'notKnown';
}
