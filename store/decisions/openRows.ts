import type { AnnouncedDays } from '../../domain/calendar/announcedDays.ts';
import type { BankHoliday } from '../../domain/calendar/bankHolidays.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { OwnedClock } from '../../domain/duties/applyDuties.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import type { AnyFact, MatterStanding } from '../../domain/matters/matter.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import {
  type AreaEntry,
  type PolicyChanges,
  type PolicyEntry,
  policyInForce,
  policyNamed,
} from '../../domain/policy/policyInForce.ts';
import { Prisma } from '../generated/client.ts';
import { toInstant } from '../time.ts';
import type { MatterRow } from './caseRow.ts';
import type { OpenCommand, OpenMatter } from './matterKind.ts';

/** What is read for a decision about any matter, as Postgres writes it into JSON. */
export interface CommandRow {
  readonly id: string;
  readonly actor_id: string;
  readonly type: string;
  readonly route: string;
  readonly status: string;
  readonly answer: CommandAnswer | null;
  readonly expected_revision: number | null;
}

/** What is read the same way of every matter, whatever its kind. */
export interface LoadedMatter {
  readonly standing: MatterRow | null;
  readonly last_recorded_at: Date | null;
  readonly clocks: readonly ClockRow[];
  readonly entries: readonly PolicyRow[];
  readonly announced: readonly AnnouncedRow[];
}

export interface ClockRow {
  readonly clock: Clock;
  readonly agencyId: string | null;
  readonly ownerId: string | null;
}

export interface PolicyRow {
  readonly area_id: string | null;
  readonly version: string;
  readonly effective_from: IsoDate;
  readonly patch: PolicyChanges;
  readonly put_to_running: boolean;
  readonly withdrawn_at: IsoInstant | null;
}

export interface AnnouncedRow {
  readonly version: string;
  readonly events: readonly BankHoliday[];
  readonly withdrawn_at: IsoInstant | null;
}

/** The columns of what is read the same way of every matter, for the one statement in which it is opened. */
export function columnsOfMatter(id: string): Prisma.Sql {
  return Prisma.sql`
      (SELECT recorded_at FROM audit_event WHERE case_id = ${id}::uuid ORDER BY seq DESC LIMIT 1) AS last_recorded_at,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('clock', data, 'agencyId', agency_id, 'ownerId', owner_id) ORDER BY id), '[]')
         FROM clock WHERE case_id = ${id}::uuid AND status <> 'ended') AS clocks,
      (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY effective_from, version), '[]') FROM area_policy_entry e) AS entries,
      (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY entered_at, version), '[]') FROM calendar_entry h) AS announced`;
}

/** The part of an open matter that is the same in every kind. */
export function openedFrom(
  { standing, last_recorded_at, clocks, entries, announced }: LoadedMatter,
  area: { readonly id: string; readonly code: string },
) {
  const known = [...defaultPolicyEntries, ...areaEntriesOf(entries, area)];
  return {
    parked: standing?.parked ?? false,
    epoch: standing?.epoch ?? 1,
    seq: standing?.seq ?? 0,
    revision: standing?.revision ?? 0,
    lastHash: standing?.last_hash ?? '',
    lastRecordedAt: last_recorded_at === null ? null : toInstant(last_recorded_at),
    running: runningClocks(clocks),
    policyOn: (date: IsoDate) => policyInForce(known, area.code, date),
    announced: announcedIn(announced),
    ...planningOf(entries, area),
  };
}

export function openCommand(row: CommandRow | null): OpenCommand | null {
  if (!row) return null;
  const { id, type, route, status, answer } = row;
  return { id, actorId: row.actor_id, type, route, status, answer, expectedRevision: row.expected_revision };
}

export function runningClocks(rows: readonly ClockRow[]): ReadonlyMap<string, OwnedClock> {
  return new Map(rows.map(({ clock, agencyId, ownerId }) => [clock.id, { clock, owner: { agencyId, ownerId } }]));
}

/** The days that were announced, those taken back too. */
export function announcedIn(rows: readonly AnnouncedRow[]): readonly AnnouncedDays[] {
  return rows.map(({ version, events, withdrawn_at }) => ({ version, events, withdrawn: withdrawn_at !== null }));
}

/** What running clocks of an area may be planned anew by: each entry that ever counted anywhere, by name. */
export function planningOf(
  rows: readonly PolicyRow[],
  area: { readonly id: string },
): Pick<OpenMatter<MatterStanding, AnyFact, unknown>, 'putToRunning' | 'policyNamed'> {
  const all = [...defaultPolicyEntries, ...rows.map((row) => asEntry(row, []))];
  return {
    putToRunning: rows
      .filter((row) => row.put_to_running && row.withdrawn_at === null && isFor(row, area))
      .map((row) => row.effective_from),
    policyNamed: (version) => policyNamed(all, version),
  };
}

/** What an area has set for itself and not taken back, in the order in which it was read. */
export function areaEntriesOf(
  rows: readonly PolicyRow[],
  area: { readonly id: string; readonly code: string },
): readonly PolicyEntry[] {
  return rows.filter((row) => row.withdrawn_at === null && isFor(row, area)).map((row) => asEntry(row, [area.code]));
}

function isFor(row: PolicyRow, area: { readonly id: string }): boolean {
  return row.area_id === null || row.area_id === area.id;
}

function asEntry({ version, effective_from, patch }: PolicyRow, areas: readonly string[]): AreaEntry {
  return { version, effectiveFrom: effective_from, areas, changes: patch };
}
