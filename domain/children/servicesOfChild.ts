import type { ChildInReferral } from '../lifecycle/facts/children.ts';

/** A place that is covered: the local authority there and its children's services. */
export interface CoveringAuthority {
  readonly authorityId: string;
  readonly servicesAgencyId: string;
}

/** What is on record of who covers which place. */
export interface PlaceCover {
  /** Whether places are kept here at all; where none are, the services of the area answer for everybody. */
  readonly kept: boolean;
  of(postcode: string): CoveringAuthority | null;
  /** The authority whose services these are; null where they are of several or of none. */
  authorityOf(servicesAgencyId: string): string | null;
}

/** A postcode as the places that may be on record for it, the narrower first: `ME2 4`, then `ME2`. */
export function placesOf(postcode: string): readonly [sector: string, district: string] {
  const plain = postcode.replaceAll(/\s/g, '').toUpperCase();
  const district = plain.slice(0, -3);
  return [`${district} ${plain.slice(-3, -2)}`, district];
}

/**
 * Which children's services answer for a child, and how that was found. Whoever refers may name them; then the address decides. Where
 * no services cover it, those of the area only stand in until somebody says which it is.
 */
export function servicesOfChild(
  child: { readonly named: string | null; readonly postcode: string | null },
  areaServicesId: string,
  cover: PlaceCover,
): Required<Pick<ChildInReferral, 'servicesAgencyId' | 'servicesBy' | 'authorityId'>> {
  const covering = child.postcode === null ? null : cover.of(child.postcode);
  if (child.named !== null) {
    const authorityId = covering?.authorityId ?? cover.authorityOf(child.named);
    return { servicesAgencyId: child.named, servicesBy: 'named', authorityId };
  }
  if (covering) return { ...covering, servicesBy: 'address' };
  if (child.postcode !== null && cover.kept)
    return { servicesAgencyId: areaServicesId, servicesBy: 'nobody', authorityId: null };
  return { servicesAgencyId: areaServicesId, servicesBy: 'area', authorityId: cover.authorityOf(areaServicesId) };
}
