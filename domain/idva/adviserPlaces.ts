import type { FactData } from '../lifecycle/caseFact.ts';
import type { AdviserKind } from '../lifecycle/facts/support.ts';

/** Who has a place beside the victim, and by which allocation. */
export interface AdviserPlace {
  readonly adviserId: string;
  readonly allocationId: string;
}

/** The advisers a victim has now, one of each kind at most. */
export type AdviserPlaces = Readonly<Partial<Record<AdviserKind, AdviserPlace>>>;

interface CaseWithPlaces {
  readonly id: string;
  readonly advisers: AdviserPlaces | null;
  readonly adviserId: string | null;
}

/** Whoever leads has the duties of contact: the community adviser, else health's, else the court's. */
const leadOrder: readonly AdviserKind[] = ['community', 'health', 'court'];

/** The places after an allocation; one of the same kind is taken over. */
export function afterAllocation(
  places: AdviserPlaces | null,
  caseId: string,
  data: FactData['adviserAllocated'],
): AdviserPlaces {
  const { kind, allocationId } = placeOf(caseId, data);
  return { ...places, [kind]: { adviserId: data.adviserId, allocationId } };
}

/** Kind and id of the place an allocation gives; records from before there were kinds mean the community adviser. */
export function placeOf(
  caseId: string,
  { kind = 'community', allocationId }: FactData['adviserAllocated'],
): { readonly kind: AdviserKind; readonly allocationId: string } {
  return { kind, allocationId: allocationId ?? seatBeforeKinds(caseId) };
}

/** The places a case has; a row from before there were kinds has that of its adviser. */
export function placesOf({ id, advisers, adviserId }: CaseWithPlaces): AdviserPlaces {
  if (advisers !== null) return advisers;
  return adviserId === null ? {} : { community: { adviserId, allocationId: seatBeforeKinds(id) } };
}

/** The place that an allocation gave, with its kind, as far as it is still there. */
export function placeGivenBy(theCase: CaseWithPlaces, allocationId: string) {
  const places = placesOf(theCase);
  const kind = leadOrder.find((each) => places[each]?.allocationId === allocationId);
  const place = kind && places[kind];
  return place ? { ...place, kind } : null;
}

/** The places that are left once one of them has ended. */
export function afterPlaceEnded(theCase: CaseWithPlaces, allocationId: string): AdviserPlaces {
  const left = Object.entries(placesOf(theCase)).filter(([, place]) => place.allocationId !== allocationId);
  return Object.fromEntries(left);
}

/** The adviser who leads the support; null while the service's duty queue has the case. */
export function leadAdviser(places: AdviserPlaces | null): string | null {
  const kind = leadOrder.find((each) => places?.[each]);
  return (kind && places?.[kind]?.adviserId) ?? null;
}

/** Advisers beside the one who leads, each once. */
export function otherAdvisers({ advisers, adviserId }: { advisers: AdviserPlaces | null; adviserId: string | null }) {
  const ids = Object.values(advisers ?? {}).map((place) => place.adviserId);
  return [...new Set(ids)].filter((id) => id !== adviserId);
}

/** The one place a case had before there were kinds: the case's id with its last two bytes replaced. */
function seatBeforeKinds(caseId: string): string {
  return `${caseId.slice(0, -4)}fffe`;
}
