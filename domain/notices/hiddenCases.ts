import type { CaseParts } from './caseParts.ts';

/** Who must not see which cases, by case id; cases that everybody may see need not be in it. */
export type HiddenFrom = Readonly<Record<string, readonly string[]>>;

/**
 * What deny lists mean for news or a duty that is about several cases at once: whoever must see none of them is told
 * nothing, and for each case that some must not see, somebody has to be told who may.
 */
export function hiddenCases(
  caseIds: readonly string[],
  hiddenFrom: HiddenFrom,
): Required<Pick<CaseParts, 'deniedPractitionerIds' | 'hiddenCases'>> {
  const lists = caseIds.map((id) => hiddenFrom[id] ?? []);
  const [first = [], ...others] = lists;
  return {
    deniedPractitionerIds: first.filter((id) => others.every((list) => list.includes(id))),
    hiddenCases: lists.filter((list) => list.length > 0),
  };
}
