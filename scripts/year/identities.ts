import type { YearArea } from './areas.ts';
import { familyNames, givenNames, roads } from './names.ts';
import type { Sex } from './plannedCase.ts';
import type { Chance } from './random.ts';

/** Hands out names, addresses and telephones, each of them once in the whole year. */
export interface Identities {
  readonly givenName: (chance: Chance, sex: Sex, familyName: string) => string;
  readonly familyName: (chance: Chance) => string;
  readonly address: (chance: Chance, area: YearArea) => string;
  readonly telephone: () => string;
}

/** A fresh stock of identities. */
export function newIdentities(): Identities {
  const taken = new Set<string>();
  const untaken = (draw: () => string): string => {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const drawn = draw();
      if (taken.has(drawn)) continue;
      taken.add(drawn);
      return drawn;
    }
    throw new Error('The stock of invented names or addresses is used up.');
  };
  let telephones = 0;
  return {
    givenName: (chance, sex, familyName) => {
      const full = untaken(() => `${chance.pick(givenNames[sex])} ${familyName}`);
      return full.slice(0, -familyName.length - 1);
    },
    familyName: (chance) => chance.pick(familyNames),
    address: (chance, area) => untaken(() => `${String(chance.between(1, 99))} ${chance.pick(roads)}, ${area.name}`),
    telephone: () => telephone(telephones++),
  };
}

/** The mobile and landline numbers that the regulator keeps free for fiction, a thousand of each. */
function telephone(index: number): string {
  if (index >= 2_000) throw new Error('The telephone numbers kept for fiction are used up.');
  const last = String(index % 1_000).padStart(3, '0');
  return index < 1_000 ? `07700 900${last}` : `01632 960${last}`;
}
