import { idOf } from '../../dev/seedDevelopment.ts';
import { commandPermission } from '../../domain/access/commandPermission.ts';
import { isCasePermission, type Permission, ruleOf } from '../../domain/access/permission.ts';
import type { CommandType } from '../../domain/lifecycle/command.ts';

/** As whom a test sends what it does not matter who sends: each command by somebody of development who may. */
export const whoeverMay = idOf('practitioner', 'nobody');

const posts = {
  strategicCoordinator: 'hugo.brandt',
  coordinator: 'amy.adeyemi',
  chair: 'esther.quaye',
  serviceManager: 'leila.haddad',
  administrator: 'cerys.maddock',
} as const;

/** Who sends a command about a case of Maidstone and the Kent service: whoever was named, or somebody who may. */
export function whoMaySend(named: string, type: CommandType): string {
  if (named !== whoeverMay) return named;
  const permission: Permission | null = commandPermission[type];
  if (permission === null || !isCasePermission(permission)) return idOf('practitioner', posts.coordinator);
  const { by } = ruleOf(permission);
  const [post] = Object.entries(posts).find(([standing]) => (by as readonly string[]).includes(standing)) ?? [];
  if (post === undefined) throw new Error(`Nobody of development may ${permission}.`);
  return idOf('practitioner', posts[post as keyof typeof posts]);
}
