import { type PlaceCover, placesOf } from '../../domain/children/servicesOfChild.ts';
import type { Tx } from '../prismaClient.ts';

/** Which local authorities cover these postcodes; the narrower place counts. Nothing is asked about no child. */
export async function findCover(tx: Tx, postcodes: readonly string[]): Promise<PlaceCover> {
  const places = [...new Set(postcodes.flatMap(placesOf))];
  const [authorities, covered] = await Promise.all([
    tx.localAuthority.findMany({ select: { id: true, childrensServicesId: true } }),
    tx.coveredPlace.findMany({ where: { place: { in: places } } }),
  ]);
  const authorityAt = new Map(covered.map(({ place, authorityId }) => [place, authorityId]));
  return {
    kept: authorities.length > 0,
    of: (postcode) => {
      const place = placesOf(postcode).find((each) => authorityAt.has(each));
      const authority = authorities.find(({ id }) => place !== undefined && id === authorityAt.get(place));
      return authority ? { authorityId: authority.id, servicesAgencyId: authority.childrensServicesId } : null;
    },
    authorityOf: (services) => {
      const theirs = authorities.filter(({ childrensServicesId }) => childrensServicesId === services);
      return theirs.length === 1 ? (theirs[0]?.id ?? null) : null;
    },
  };
}
