import type { IsoDate } from '../calendar/time.ts';
import type { AreaPolicy } from './areaPolicy.ts';

type Section = Exclude<keyof AreaPolicy, 'version' | 'effectiveFrom'>;

/** What an entry changes, by section; a figure, rule or ladder named in it replaces the one before as a whole. */
export type PolicyChanges = { readonly [S in Section]?: Partial<AreaPolicy[S]> };

interface Dated {
  readonly version: string;
  readonly effectiveFrom: IsoDate;
}

/** The policy everywhere from a date on, complete. */
export interface NationalEntry extends Dated {
  readonly areas: 'everywhere';
  readonly policy: Omit<AreaPolicy, keyof Dated>;
}

/** What some areas do differently from a date on; stays in force until a later entry changes the same thing. */
export interface AreaEntry extends Dated {
  readonly areas: readonly string[];
  readonly changes: PolicyChanges;
}

export type PolicyEntry = NationalEntry | AreaEntry;

/**
 * The policy of an area on a London date: the national entry in force, then each change of the area in the order of
 * their dates (of two with one date, the later in the list). A date before the first national entry goes by that
 * entry. Throws where no national entry is given at all.
 */
export function policyInForce(entries: readonly PolicyEntry[], areaCode: string, date: IsoDate): AreaPolicy {
  const nationals = byDate(entries.filter((entry) => entry.areas === 'everywhere'));
  const national = nationals.findLast((entry) => entry.effectiveFrom <= date) ?? nationals[0];
  if (national === undefined) throw new Error('No national policy is given');
  const changes = byDate(
    entries.filter((entry) => entry.areas !== 'everywhere').filter((entry) => entry.areas.includes(areaCode)),
  ).filter((entry) => entry.effectiveFrom <= date);
  const start: AreaPolicy = {
    ...national.policy,
    version: national.version,
    effectiveFrom: national.effectiveFrom,
  };
  return changes.reduce(changed, start);
}

/**
 * The policy that a version names: its national entry, then each change in the order of the name, whether it still
 * counts or not. Null where an entry is not among those given.
 */
export function policyNamed(entries: readonly PolicyEntry[], version: string): AreaPolicy | null {
  const [first, ...names] = version.split('+');
  const national = entries.find((entry) => entry.areas === 'everywhere' && entry.version === first);
  const changes = names.map((name) => entries.find((entry) => entry.version === name));
  if (national?.areas !== 'everywhere') return null;
  let policy: AreaPolicy = { ...national.policy, version: national.version, effectiveFrom: national.effectiveFrom };
  for (const entry of changes) {
    if (entry === undefined || entry.areas === 'everywhere') return null;
    policy = changed(policy, entry);
  }
  return policy;
}

function changed(policy: AreaPolicy, { version, effectiveFrom, changes }: AreaEntry): AreaPolicy {
  const sections = Object.keys(changes) as Section[];
  const merged = Object.fromEntries(sections.map((section) => [section, { ...policy[section], ...changes[section] }]));
  return {
    ...policy,
    ...merged,
    version: `${policy.version}+${version}`,
    effectiveFrom: effectiveFrom > policy.effectiveFrom ? effectiveFrom : policy.effectiveFrom,
  };
}

function byDate<T extends Dated>(entries: readonly T[]): T[] {
  return entries.toSorted((a, b) =>
    a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0,
  );
}
