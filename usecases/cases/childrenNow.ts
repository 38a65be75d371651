import { ageBandOn } from '../../domain/children/ageBand.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import { childrenOf } from '../../store/cases/payloadBackground.ts';
import { openPeople, type OpenedPerson } from '../../store/people/openPeople.ts';
import type { Dependencies } from '../dependencies.ts';

/** A child of a case on a day: they grow older than the referral said. */
export interface ChildNow {
  readonly id: string;
  readonly servicesId: string;
  /** Whether no services cover the address, so that somebody has to say which they are. */
  readonly uncovered: boolean;
  readonly ageBand: ChildInReferral['ageBand'];
}

/** The children of a case as old as they are on a London day. */
export async function childrenNow(
  { store, sealing }: Dependencies,
  caseId: string,
  on: IsoDate,
): Promise<readonly ChildNow[]> {
  const children = await childrenOf(store.prisma, caseId);
  const people = await openPeople(
    store.prisma,
    sealing,
    children.flatMap(({ personId }) => personId ?? []),
  );
  return children.map(({ personId, ageBand, ...child }) => {
    return { ...child, ageBand: ageBandNow(personId === null ? undefined : people.get(personId), ageBand, on) };
  });
}

/** By the date of birth where the reader may know it; otherwise as the referral said. */
export function ageBandNow(
  child: OpenedPerson | undefined,
  atReferral: ChildInReferral['ageBand'],
  on: IsoDate,
): ChildInReferral['ageBand'] {
  const born = child?.state === 'open' ? child.identity.dateOfBirth : null;
  return born === null ? atReferral : ageBandOn(born, on);
}
