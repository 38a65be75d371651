import type { Chance } from './random.ts';

/** Where one case stands in its area's year, meetings counted from 0 to 11. */
export interface Slot {
  /** Cases with the same number are of the same victim and perpetrator. */
  readonly pair: number;
  readonly isRepeat: boolean;
  /** The meeting it was first listed on. */
  readonly listedOn: number;
  /** The meeting that heard it: the same one, or the next where it was deferred. */
  readonly heardOn: number;
}

const meetingsInYear = 12;
/** One case in fifty is deferred once. */
const deferredShare = 0.02;
/** Listed at most ten meetings apart, a repeat is referred within twelve months of the referral before. */
const furthestRepeat = 10;

/**
 * Spreads an area's cases over its twelve meetings, the lists never longer than the capacity with the deferred cases
 * counted at both meetings, and lets `repeats` of them be further cases of a pair that was listed earlier in the year.
 * In the order of listing.
 */
export function planSlots(chance: Chance, cases: number, repeats: number, capacity: number): Slot[] {
  const places = defer(chance, evenly(chance, cases), Math.max(1, Math.round(cases * deferredShare)), capacity);
  places.sort((a, b) => a.listedOn - b.listedOn || a.heardOn - b.heardOn);
  const isRepeat = chooseRepeats(chance, places, repeats);
  const lastListed: number[] = [];
  return places.map((place, index) => {
    const pair = isRepeat.has(index) ? earlierPair(chance, lastListed, place.listedOn) : lastListed.length;
    lastListed[pair] = place.listedOn;
    return { pair, isRepeat: isRepeat.has(index), ...place };
  });
}

type Place = Pick<Slot, 'listedOn' | 'heardOn'>;

/** How many cases each meeting hears: the same number, and one more in some months. */
function evenly(chance: Chance, cases: number): number[] {
  const heard = new Array<number>(meetingsInYear).fill(Math.floor(cases / meetingsInYear));
  const fuller = chance.shuffle([...heard.keys()]).slice(0, cases % meetingsInYear);
  return heard.map((count, meeting) => count + (fuller.includes(meeting) ? 1 : 0));
}

/** Lists up to so many cases one meeting before the one that heard them, where those lists have room. */
function defer(chance: Chance, heard: readonly number[], deferrals: number, capacity: number): Place[] {
  const listed = [...heard];
  const deferredTo = new Array<number>(meetingsInYear).fill(0);
  for (let done = 0; done < deferrals; done += 1) {
    const roomy = [...listed.keys()].filter((meeting) => {
      const next = heard[meeting + 1];
      return next !== undefined && (listed[meeting] ?? 0) < capacity && (deferredTo[meeting + 1] ?? 0) < next;
    });
    if (roomy.length === 0) break;
    const meeting = chance.pick(roomy);
    listed[meeting] = (listed[meeting] ?? 0) + 1;
    deferredTo[meeting + 1] = (deferredTo[meeting + 1] ?? 0) + 1;
  }
  return heard.flatMap((count, meeting) =>
    Array.from({ length: count }, (_, index) => ({
      listedOn: index < (deferredTo[meeting] ?? 0) ? meeting - 1 : meeting,
      heardOn: meeting,
    })),
  );
}

/** Picks which cases are repeats: none on the first list, more as the year goes on and pairs gather. */
function chooseRepeats(chance: Chance, places: readonly Place[], repeats: number): ReadonlySet<number> {
  const drawn = places
    .map(({ listedOn }, index) => ({ index, rank: listedOn === 0 ? -1 : chance.next() ** (1 / listedOn) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, repeats);
  if (drawn.some(({ rank }) => rank < 0)) throw new Error('There are more repeats than cases after the first meeting.');
  return new Set(drawn.map(({ index }) => index));
}

/** A pair last listed at an earlier meeting and not too long ago. */
function earlierPair(chance: Chance, lastListed: readonly number[], listedOn: number): number {
  return chance.pick(
    [...lastListed.keys()].filter((pair) => {
      const before = listedOn - (lastListed[pair] ?? listedOn);
      return before >= 1 && before <= furthestRepeat;
    }),
  );
}
