import type { PlannedCase } from './planCase.ts';
import type { Cells } from './checkCells.ts';

/** As many as are asked about at once. */
const most = 20;

/** Cases put together that name the same people, by how they are written: each group with the earliest referral first. */
export function aboutSamePeople(cases: readonly PlannedCase[]): readonly (readonly PlannedCase[])[] {
  let groups: { readonly people: ReadonlySet<string>; readonly cases: readonly PlannedCase[] }[] = [];
  for (const planned of cases.toSorted(byReferral)) {
    const own = peopleOf(planned.cells);
    const related = groups.filter(({ people }) => own.some((person) => people.has(person)));
    const joined = {
      people: new Set([...related.flatMap(({ people }) => [...people]), ...own]),
      cases: [...related.flatMap((group) => group.cases), planned].toSorted(byReferral),
    };
    groups = [...groups.filter((group) => !related.includes(group)), joined];
  }
  return groups.flatMap((group) => inParts(group.cases));
}

/** The earliest referral first: a later one of the same two people is seen to be a repeat of it. */
export function byReferral(one: PlannedCase, other: PlannedCase): number {
  const [day = '', otherDay = ''] = [one.cells['referredOn'], other.cells['referredOn']];
  return day === otherDay ? one.row - other.row : day < otherDay ? -1 : 1;
}

function peopleOf(cells: Cells): readonly string[] {
  return ['victim', 'perpetrator'].map((who) =>
    [cells[`${who}GivenNames`], cells[`${who}FamilyName`]]
      .map((name = '') => name.toLowerCase().replaceAll(/\s+/g, ' '))
      .join('/'),
  );
}

function inParts(cases: readonly PlannedCase[]): readonly (readonly PlannedCase[])[] {
  return Array.from({ length: Math.ceil(cases.length / most) }, (_, part) =>
    cases.slice(part * most, (part + 1) * most),
  );
}
