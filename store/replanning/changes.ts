import type { AnnouncedDays } from '../../domain/calendar/announcedDays.ts';
import type { BankHoliday } from '../../domain/calendar/bankHolidays.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { PlannedBecause } from '../../domain/duties/planClocksAnew.ts';
import type { PolicyChanges } from '../../domain/policy/policyInForce.ts';
import { asJson } from '../commands/asJson.ts';
import { announcedIn, type AnnouncedRow, type PolicyRow } from '../decisions/openRows.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, fromIsoDate, toInstant, toInstantOrNull, toIsoDate } from '../time.ts';

interface Entered {
  readonly id: string;
  readonly version: string;
  readonly source: string;
  readonly enteredById: string;
  readonly enteredAt: IsoInstant;
}

/** A change of calendar or policy that is entered while cases run. */
export type NewChange = Entered &
  (
    | { readonly because: 'calendar'; readonly events: readonly BankHoliday[] }
    | {
        readonly because: 'policy';
        readonly areaId: string | null;
        readonly effectiveFrom: IsoDate;
        readonly patch: PolicyChanges;
        readonly putToRunning: boolean;
      }
  );

/** A change as it stands: what it sets, since when, and whether it was taken back. */
export interface KnownChange {
  readonly id: string;
  readonly because: PlannedBecause;
  readonly version: string;
  readonly source: string;
  readonly enteredAt: IsoInstant;
  readonly withdrawnAt: IsoInstant | null;
  readonly areaId: string | null;
  /** The day of a holiday; the day from which a policy counts. */
  readonly on: IsoDate;
  readonly events: readonly BankHoliday[];
  readonly patch: PolicyChanges;
  readonly putToRunning: boolean;
}

/** Puts a change on record; from this transaction on it counts for what begins. */
export async function addChange(tx: Tx, change: NewChange): Promise<void> {
  const { id, version, source, enteredById } = change;
  const entered = { id, version, source, enteredById, enteredAt: fromInstant(change.enteredAt) };
  if (change.because === 'calendar')
    await tx.calendarEntry.create({ data: { ...entered, events: asJson(change.events) } });
  else {
    const { areaId, patch, putToRunning } = change;
    const effectiveFrom = fromIsoDate(change.effectiveFrom);
    await tx.areaPolicyEntry.create({
      data: { ...entered, areaId, patch: asJson(patch), putToRunning, effectiveFrom },
    });
  }
}

/** Takes a change back: nothing that begins from now on counts by it. False where that was done before. */
export async function withdrawChange(
  tx: Tx,
  { id, because }: Pick<KnownChange, 'id' | 'because'>,
  by: { readonly practitionerId: string; readonly at: IsoInstant },
): Promise<boolean> {
  const where = { id, withdrawnAt: null };
  const data = { withdrawnAt: fromInstant(by.at), withdrawnById: by.practitionerId };
  const { count } =
    because === 'calendar'
      ? await tx.calendarEntry.updateMany({ where, data })
      : await tx.areaPolicyEntry.updateMany({ where, data });
  return count === 1;
}

/** Every change that somebody entered while cases ran, the latest first. */
export async function enteredChanges(tx: Tx): Promise<KnownChange[]> {
  const [days, policies] = await Promise.all([
    tx.calendarEntry.findMany(),
    tx.areaPolicyEntry.findMany({ where: { enteredById: { not: null } } }),
  ]);
  const calendars = days.map(({ events, ...row }): KnownChange => {
    const announced = events as unknown as readonly BankHoliday[];
    const nothing = { areaId: null, patch: {}, putToRunning: true };
    return { ...nothing, ...enteredIn(row), because: 'calendar', on: announced[0]?.date ?? '', events: announced };
  });
  const figures = policies.map(({ areaId, patch, putToRunning, effectiveFrom, ...row }): KnownChange => {
    const on = toIsoDate(effectiveFrom);
    const set = patch as PolicyChanges;
    return { ...enteredIn(row), because: 'policy', areaId, on, events: [], patch: set, putToRunning };
  });
  return [...calendars, ...figures].toSorted((one, other) => (one.enteredAt < other.enteredAt ? 1 : -1));
}

function enteredIn(row: { id: string; version: string; source: string; enteredAt: Date; withdrawnAt: Date | null }) {
  const { id, version, source } = row;
  return { id, version, source, enteredAt: toInstant(row.enteredAt), withdrawnAt: toInstantOrNull(row.withdrawnAt) };
}

/** All that dates are counted by beside the repository: the entries of every area, and the days announced. */
export async function groundRows(
  tx: Tx,
): Promise<{ readonly policies: readonly PolicyRow[]; readonly announced: readonly AnnouncedDays[] }> {
  const [row] = await tx.$queryRaw<{ policies: readonly PolicyRow[]; announced: readonly AnnouncedRow[] }[]>(Prisma.sql`
    select (select coalesce(jsonb_agg(to_jsonb(e) order by effective_from, version), '[]') from area_policy_entry e) as policies,
      (select coalesce(jsonb_agg(to_jsonb(h) order by entered_at, version), '[]') from calendar_entry h) as announced`);
  return { policies: row?.policies ?? [], announced: announcedIn(row?.announced ?? []) };
}
