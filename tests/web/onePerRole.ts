import { developmentPeople } from '../../dev/identity/people.ts';
import { roles, type Role } from '../../domain/access/role.ts';

/** One person of each role, by how they sign in, so that a walk through the pages leaves no role out. */
export const onePerRole: readonly (readonly [role: Role, subject: string])[] = roles.map((role) => {
  const person = developmentPeople.find(({ appointments }) => appointments.some((held) => held.role === role));
  if (!person) throw new Error(`Nobody holds the role ${role}.`);
  return [role, person.subject];
});
