import type { IsoInstant } from '../domain/calendar/time.ts';
import { deriveId } from '../platform/ids.ts';
import { allAuthorities } from '../store/authorities/findAuthorities.ts';
import { addSchoolYear, keepAuthority, setPlaces } from '../store/authorities/keepAuthorities.ts';
import type { Store } from '../store/prismaClient.ts';
import { developmentAuthorities, developmentSchoolYears, sourceOfTerms } from './places.ts';
import { idOf } from './seedDevelopment.ts';

/** Puts the local authorities of development on record; one that is there already stays as it is. Gives how many were new. */
export async function seedPlaces(store: Store, now: IsoInstant): Promise<number> {
  return store.prisma.$transaction(async (tx) => {
    const known = await allAuthorities(tx);
    const added = developmentAuthorities.filter(({ code }) => known.every((each) => each.code !== code));
    for (const { code, name, childrensServices, places } of added) {
      const id = idOf('authority', code);
      await keepAuthority(tx, { id, code, name, childrensServicesId: idOf('agency', childrensServices) });
      await setPlaces(tx, id, places);
      const entered = { authorityId: id, source: sourceOfTerms, enteredAt: now, enteredById: null };
      for (const { year, terms, closed } of developmentSchoolYears)
        await addSchoolYear(tx, { ...entered, id: deriveId(id, year), year, terms, closed });
    }
    return added.length;
  });
}
