import type { Actor } from '../access/actor.ts';
import type { IsoDate } from '../calendar/time.ts';
import type { Directory, DirectoryEntry } from './directory.ts';

/** Somebody who works here today, what they hold today, and whether they are away. */
export interface Colleague extends Omit<Actor, 'name'> {
  readonly away: { readonly coverId: string | null } | null;
}

/** Those who work here on a London day with the appointments of that day, without anybody on the deny list. */
export function whoIsThere(
  directory: Directory,
  deniedPractitionerIds: readonly string[],
  on: IsoDate,
): ReadonlyMap<string, Colleague> {
  const there = directory.filter(
    ({ practitionerId, endsOn }) => !deniedPractitionerIds.includes(practitionerId) && notPast(endsOn, on),
  );
  return new Map(there.map((entry) => [entry.practitionerId, asOf(entry, on)]));
}

/**
 * Who is told in place of a colleague: they themselves, whoever covers while they are away, or cover's own cover;
 * null where that leads to nobody who is there.
 */
export function standIn(practitionerId: string, people: ReadonlyMap<string, Colleague>): string | null {
  const asked = new Set<string>();
  let current: string | null = practitionerId;
  while (current !== null && !asked.has(current)) {
    const colleague = people.get(current);
    if (!colleague) return null;
    if (colleague.away === null) return current;
    asked.add(current);
    current = colleague.away.coverId;
  }
  return null;
}

function asOf({ practitionerId, appointments, absences }: DirectoryEntry, on: IsoDate): Colleague {
  const absent = absences.filter(({ fromDate, untilDate }) => fromDate <= on && on <= untilDate);
  return {
    practitionerId,
    appointments: appointments.filter(({ startsOn, endsOn }) => startsOn <= on && notPast(endsOn, on)),
    away: absent.find(({ coverId }) => coverId !== null) ?? absent[0] ?? null,
  };
}

function notPast(endsOn: IsoDate | null, on: IsoDate): boolean {
  return endsOn === null || endsOn >= on;
}
