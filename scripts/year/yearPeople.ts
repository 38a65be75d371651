import { developmentPeople } from '../../dev/identity/people.ts';
import type { Role } from '../../domain/access/role.ts';
import { idvaServiceOf } from './agencies.ts';

/** In which office a command of the year is sent. */
export type Office = 'administrator' | 'coordinator' | 'chair' | 'idva';

/** The subject of whoever holds an office for an area among the people of development; throws where nobody does. */
export function holderOf(office: Office, areaCode: string): string {
  const isTheirs = (role: Role, areas: readonly string[] | undefined, agency: string | undefined): boolean =>
    role === office && (office === 'idva' ? agency === idvaServiceOf(areaCode) : areas?.includes(areaCode) === true);
  const person = developmentPeople.find(({ appointments }) =>
    appointments.some(({ role, areaCodes, agencyCode }) => isTheirs(role, areaCodes, agencyCode)),
  );
  if (!person) throw new Error(`Nobody is ${office} for ${areaCode}.`);
  return person.subject;
}

/** The subject of somebody who may read the figures of every area. */
export function governor(): string {
  const person = developmentPeople.find(({ appointments }) => appointments.some(({ role }) => role === 'governance'));
  if (!person) throw new Error('Nobody governs.');
  return person.subject;
}
