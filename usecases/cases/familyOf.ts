import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { PlaceCover } from '../../domain/children/servicesOfChild.ts';
import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import { areaById } from '../../store/areas/findArea.ts';
import { findCover } from '../../store/authorities/findCover.ts';
import { repeatBasisOf } from '../../store/cases/repeatBasis.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import type { Dependencies } from '../dependencies.ts';
import { type ChildSaid, saidOfChildren } from './saidOfChildren.ts';

/** A child of a case with all that is known of them. */
export interface ChildOfFamily extends ChildInReferral {
  /** Null where nobody knows them by name, or they were erased. */
  readonly identity: PersonIdentity | null;
  readonly said: ChildSaid;
  /** The London day on which the case was told of them first. */
  readonly toldOn: IsoDate;
}

/** What has to be known of a family to add a child to it, or to put one right. */
export interface Family {
  readonly children: readonly ChildOfFamily[];
  /** Where the victim lives, and with them a child of whom nothing else is said. */
  readonly home: Pick<PersonIdentity, 'address' | 'postcode'>;
  readonly areaServicesId: string;
  readonly cover: PlaceCover;
}

/** The family of a case, and who answers for the places it lives at and for these postcodes. */
export async function familyOf(
  { store, sealing }: Dependencies,
  caseId: string,
  postcodes: readonly string[],
): Promise<Family> {
  const { prisma } = store;
  const basis = await repeatBasisOf(prisma, caseId);
  const area = await areaById(prisma, basis.areaId);
  if (!area) throw new Error('A case belongs to an area that is not there.');
  const ids = [basis.victimId, ...basis.children.flatMap(({ personId }) => personId ?? [])];
  const people = await openPeople(prisma, sealing, ids);
  const identityOf = (id: string | null) => {
    const person = people.get(id ?? '');
    return person?.state === 'open' ? person.identity : null;
  };
  const said = await saidOfChildren(prisma, sealing, basis);
  const { address, postcode } = identityOf(basis.victimId) ?? {};
  const children = basis.children.map((child) => ({
    ...child,
    identity: identityOf(child.personId),
    said: said.get(child.childId) ?? {},
    toldOn: londonDate(basis.addedAt.get(child.childId) ?? basis.receivedAt),
  }));
  const places = [...postcodes, ...(postcode === undefined ? [] : [postcode])];
  const cover = await findCover(prisma, places);
  return { children, home: { address, postcode }, areaServicesId: area.childrensServicesId, cover };
}
