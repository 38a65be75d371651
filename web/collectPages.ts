import { isProblem, type RequestProblem } from '../contracts/problemCode.ts';
import type { Position } from '../contracts/cursor.ts';

type PageOf<Item> = { readonly ok: true; readonly items: readonly Item[]; readonly next: Position | null };

/** The pages of a list together, for a table to save; `more` where there is more of it than was taken. */
export async function collectPages<Item>(
  read: (after: Position | null) => Promise<PageOf<Item> | RequestProblem>,
  most: number,
): Promise<{ readonly ok: true; readonly items: readonly Item[]; readonly more: boolean } | RequestProblem> {
  const items: Item[] = [];
  let after: Position | null = null;
  do {
    const page: PageOf<Item> | RequestProblem = await read(after);
    if (isProblem(page)) return page;
    items.push(...page.items);
    after = page.next;
  } while (after !== null && items.length < most);
  return { ok: true, items, more: after !== null };
}
