import type { Actor } from '../domain/access/actor.ts';
import { mayDo } from '../domain/access/mayDo.ts';
import { isCasePermission, type OfficePermission } from '../domain/access/permission.ts';
import type { Page } from './definePage.ts';

export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly active: boolean;
}

/** The pages somebody may go to from everywhere: in a row, and those that stand behind "More". */
export interface Navigation {
  readonly items: readonly NavigationItem[];
  readonly more: readonly NavigationItem[];
}

/** So many stand in one row on a screen of 900 pixels. */
const mostInRow = 8;

/** The pages somebody may go to from everywhere, in their order, with the one they are in marked. */
export function navigationFor(pages: readonly Page[], actor: Actor, address: string): Navigation {
  const all = placesIn(pages)
    .filter(({ page }) => mayOpen(page, actor))
    .map(({ page: { path }, label, aside }) => {
      const active = path === '/' ? address === '/' : address === path || address.startsWith(`${path}/`);
      return { text: label, href: path, active, isAside: aside === true && !active };
    });
  if (all.length <= mostInRow) return { items: all, more: [] };
  return { items: all.filter(({ isAside }) => !isAside), more: all.filter(({ isAside }) => isAside) };
}

type Place = NonNullable<Page['navigation']> & { readonly page: Page };

/** For each list of pages, those with a place in the navigation: put in order once, since every answer asks for them. */
const inOrder = new WeakMap<readonly Page[], readonly Place[]>();

function placesIn(pages: readonly Page[]): readonly Place[] {
  const known =
    inOrder.get(pages) ??
    pages
      .flatMap((page) => (page.navigation ? [{ ...page.navigation, page }] : []))
      .toSorted((a, b) => a.order - b.order);
  inOrder.set(pages, known);
  return known;
}

/** Whether somebody may open a page that is not about one case; what is about one is decided where it is loaded. */
export function mayOpen({ permission }: Page, actor: Actor): boolean {
  if (permission === 'signedIn' || isCasePermission(permission)) return true;
  return mayDo<OfficePermission>(actor, permission, null);
}
