import type { Actor } from '../domain/access/actor.ts';
import { mayDo } from '../domain/access/mayDo.ts';
import { isCasePermission, type OfficePermission } from '../domain/access/permission.ts';
import type { Page } from './definePage.ts';

export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly active: boolean;
}

/** The pages somebody may go to from everywhere, in their order, with the one they are in marked. */
export function navigationFor(pages: readonly Page[], actor: Actor, address: string): NavigationItem[] {
  return pages
    .flatMap((page) => (page.navigation && mayOpen(page, actor) ? [{ ...page.navigation, path: page.path }] : []))
    .toSorted((a, b) => a.order - b.order)
    .map(({ label, path }) => ({
      text: label,
      href: path,
      active: path === '/' ? address === '/' : address === path || address.startsWith(`${path}/`),
    }));
}

/** Whether somebody may open a page that is not about one case; what is about one is decided where it is loaded. */
export function mayOpen({ permission }: Page, actor: Actor): boolean {
  if (permission === 'signedIn' || isCasePermission(permission)) return true;
  return mayDo<OfficePermission>(actor, permission, null);
}
