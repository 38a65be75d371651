import { z } from 'zod';
import { agencySchema, areaSchema, idSchema } from '../../../contracts/text.ts';
import { clockKinds, describeClockKind } from '../../../domain/clocks/clockKind.ts';
import { boardGroups, boardOrders, type BoardGroup, type BoardOrder } from '../../../usecases/clocks/boardOrder.ts';
import type { Dependencies } from '../../../usecases/dependencies.ts';
import { listAgencies, listAreas } from '../../../usecases/office/listOffice.ts';
import { chosen } from '../../paging.ts';

const days = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

/** What the whole list can be put into groups by. */
export const groupings: Readonly<Record<BoardGroup, string>> = {
  area: 'Area',
  agency: 'Agency',
  owner: 'Whose',
  kind: 'Duty',
};

/** In what order the whole list can be read. */
export const orderings: Readonly<Record<BoardOrder, string>> = {
  soonest: 'The longest overdue first',
  latest: 'What was due last first',
  rungs: 'The most reminders first',
  area: 'Area',
  agency: 'Agency',
  owner: 'Whose, by name',
  kind: 'Duty',
};

/** What the board may be asked; all of it stands in its address. */
export const boardFilter = {
  area: chosen(areaSchema),
  agency: chosen(agencySchema),
  kind: chosen(z.enum(clockKinds)),
  owner: chosen(idSchema),
  daysLate: chosen(days),
  soon: chosen(days),
  order: chosen(z.enum(boardOrders)),
  group: chosen(z.enum(boardGroups)),
};
export type BoardFilter = z.output<z.ZodObject<typeof boardFilter>>;

/** The question behind a filter, for the use case. */
export function questionOf({ area, agency, kind, owner, daysLate, soon, order, group }: BoardFilter) {
  return { area, agency, kind, owner, daysLate, dueWithinDays: soon, order, group };
}

/** The choices of each part of the filter. */
export async function filterChoices(deps: Dependencies) {
  const [areas, agencies] = await Promise.all([listAreas(deps), listAgencies(deps)]);
  const choices = (list: readonly { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, text: name }));
  return {
    area: choices(areas),
    agency: choices(agencies),
    kind: clockKinds.map((kind) => ({ value: kind, text: describeClockKind(kind) })),
    daysLate: [1, 3, 5, 10, 20].map((count) => ({ value: String(count), text: `${count} or more` })),
    soon: [1, 3, 7, 14].map((count) => ({
      value: String(count),
      text: count === 1 ? 'Tomorrow too' : `In ${count} days too`,
    })),
    order: Object.entries(orderings).map(([value, text]) => ({ value, text })),
    group: Object.entries(groupings).map(([value, text]) => ({ value, text })),
  };
}

export type FilterChoices = Awaited<ReturnType<typeof filterChoices>>;

const partLabels = {
  area: 'Area',
  agency: 'Agency',
  kind: 'Duty',
  owner: 'Whose',
  daysLate: 'Days late',
  soon: 'Due soon',
  order: 'Order',
  group: 'Grouped by',
};

/** A filter in words, part by part: `Area: Medway`; nothing where it asks for everything. */
export function filterWords(filter: BoardFilter, choices: FilterChoices): readonly string[] {
  return Object.entries(partLabels).flatMap(([part, label]) => {
    const value = filter[part as keyof BoardFilter];
    if (value === undefined) return [];
    const known = part === 'owner' ? [] : choices[part as keyof FilterChoices];
    const text = known.find((choice) => choice.value === String(value))?.text;
    return [`${label}: ${part === 'owner' ? 'one person' : (text ?? String(value))}`];
  });
}
