import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { OwnedClock } from '../../domain/duties/applyDuties.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import type { PolicyChanges, PolicyEntry } from '../../domain/policy/policyInForce.ts';
import type { OpenCommand } from './matterKind.ts';

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
}

export function openCommand(row: CommandRow | null): OpenCommand | null {
  if (!row) return null;
  const { id, type, route, status, answer } = row;
  return { id, actorId: row.actor_id, type, route, status, answer, expectedRevision: row.expected_revision };
}

export function runningClocks(rows: readonly ClockRow[]): ReadonlyMap<string, OwnedClock> {
  return new Map(rows.map(({ clock, agencyId, ownerId }) => [clock.id, { clock, owner: { agencyId, ownerId } }]));
}

/** What an area has set for itself, in the order in which it was read. */
export function areaEntriesOf(
  rows: readonly PolicyRow[],
  area: { readonly id: string; readonly code: string },
): readonly PolicyEntry[] {
  return rows
    .filter((entry) => entry.area_id === null || entry.area_id === area.id)
    .map((entry) => ({
      version: entry.version,
      effectiveFrom: entry.effective_from,
      areas: [area.code],
      changes: entry.patch,
    }));
}
