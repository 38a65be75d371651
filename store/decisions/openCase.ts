import type { Actor } from '../../domain/access/actor.ts';
import type { CaseAccess } from '../../domain/access/caseAccess.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { OwnedClock } from '../../domain/duties/applyDuties.ts';
import type { CaseStanding } from '../../domain/lifecycle/caseStanding.ts';
import type { CommandAnswer, CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce, type PolicyChanges, type PolicyEntry } from '../../domain/policy/policyInForce.ts';
import { isInForce } from '../practitioners/actorOf.ts';
import type { Tx } from '../prismaClient.ts';
import { areaOf, standingFromRow, type CaseRow } from './caseRow.ts';
import { lockCase } from './lockCase.ts';

/** The row of a command while it is being decided. */
export interface OpenCommand {
  readonly id: string;
  readonly actorId: string;
  readonly type: CommandType;
  readonly payload: CommandPayloads[CommandType];
  /** How it came: by which of our addresses, or what of the product itself sent it. */
  readonly route: string;
  readonly status: string;
  readonly answer: CommandAnswer | null;
  readonly expectedRevision: number | null;
  /** Who sent it, with the posts they hold today; null for somebody who holds none. */
  readonly actor: Actor | null;
  /** The agency that has the action, clock or hand-over it is about; null where there is none. */
  readonly agencyId: string | null;
}

/** A case under its lock: nobody else writes to it until the transaction ends. */
export interface OpenCase {
  readonly caseId: string;
  readonly epoch: number;
  /** The number of the last recorded fact; 0 where nothing is recorded yet. */
  readonly seq: number;
  readonly revision: number;
  readonly lastHash: string;
  readonly standing: CaseStanding | null;
  readonly running: ReadonlyMap<string, OwnedClock>;
  readonly command: OpenCommand | null;
  readonly area: { readonly id: string; readonly code: string; readonly standardRiskServiceId: string };
  readonly contactSuspended: boolean;
  /** What decides who may do what with the case as it stands; null where nothing is recorded yet. */
  readonly access: CaseAccess | null;
  /** Practitioners who must never see or hear of this case: its deny list, and advisers of the pair with roles reversed. */
  readonly deniedPractitionerIds: readonly string[];
  /** The policy of the case's area on a London date. */
  policyOn(date: IsoDate): AreaPolicy;
}

interface LoadedRow {
  readonly command: {
    id: string;
    actor_id: string;
    type: CommandType;
    route: string;
    status: string;
    answer: CommandAnswer | null;
    expected_revision: number | null;
    payload: CommandPayloads[CommandType];
  } | null;
  readonly standing: CaseRow | null;
  readonly clocks: readonly { clock: Clock; agencyId: string | null; ownerId: string | null }[];
  readonly areas: readonly { id: string; code: string; standard_risk_service_id: string }[];
  readonly entries: readonly {
    area_id: string | null;
    version: string;
    effective_from: IsoDate;
    patch: PolicyChanges;
  }[];
  readonly suspended: IsoInstant | null;
  readonly denied: readonly string[];
  readonly opposing: readonly string[];
  readonly parts: readonly string[];
  readonly actor: Actor | null;
  readonly agency: string | null;
}

/**
 * Takes the lock of a case and reads all that a decision about it needs, who sent the command and what they are on a
 * London date included, in one statement; the lock goes with the transaction.
 */
export async function openCase(tx: Tx, caseId: string, commandId: string | null, today: IsoDate): Promise<OpenCase> {
  await lockCase(tx, caseId);
  const [row] = await tx.$queryRaw<LoadedRow[]>`
    WITH c AS (SELECT * FROM command WHERE id = ${commandId}::uuid),
      k AS (SELECT * FROM "case" WHERE id = ${caseId}::uuid),
      people AS (
        SELECT victim_id, perpetrator_id FROM k
        UNION SELECT (payload->>'victimId')::uuid, (payload->>'perpetratorId')::uuid FROM c WHERE type = 'submitReferral')
    SELECT (SELECT to_jsonb(c) FROM c) AS command,
      (SELECT to_jsonb(k) FROM k) AS standing,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('clock', data, 'agencyId', agency_id, 'ownerId', owner_id) ORDER BY id), '[]')
         FROM clock WHERE case_id = ${caseId}::uuid AND status <> 'ended') AS clocks,
      (SELECT jsonb_agg(jsonb_build_object('id', id, 'code', code, 'standard_risk_service_id', standard_risk_service_id))
         FROM area WHERE id = coalesce((SELECT area_id FROM k), (SELECT (payload->>'areaId')::uuid FROM c))) AS areas,
      (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY effective_from, version), '[]') FROM area_policy_entry e) AS entries,
      (SELECT suspended_at FROM safe_contact WHERE victim_id = (SELECT victim_id FROM people)) AS suspended,
      (SELECT coalesce(jsonb_agg(DISTINCT practitioner_id), '[]') FROM (
         SELECT d.practitioner_id FROM deny_entry d, people p
           WHERE d.person_id IN (p.victim_id, p.perpetrator_id)
             OR d.person_id IN (SELECT person_id FROM child WHERE case_id = ${caseId}::uuid)) denied) AS denied,
      (SELECT coalesce(jsonb_agg(DISTINCT reversed.adviser_id), '[]') FROM "case" reversed, people p
         WHERE reversed.victim_id = p.perpetrator_id AND reversed.perpetrator_id = p.victim_id
           AND reversed.adviser_id IS NOT NULL) AS opposing,
      (SELECT coalesce(jsonb_agg(DISTINCT agency_id), '[]') FROM case_agency WHERE case_id = ${caseId}::uuid) AS parts,
      (SELECT jsonb_build_object('practitionerId', p.id, 'name', p.name, 'appointments',
           jsonb_agg(jsonb_build_object('role', a.role, 'areaId', a.area_id, 'agencyId', a.agency_id)))
         FROM practitioner p JOIN appointment a ON a.practitioner_id = p.id
         WHERE p.id = (SELECT actor_id FROM c) AND ${isInForce(today)} GROUP BY p.id) AS actor,
      (SELECT coalesce(
           (SELECT agency_id FROM action WHERE id = (c.payload->>'actionId')::uuid AND case_id = c.case_id),
           (SELECT agency_id FROM clock WHERE id = (c.payload->>'clockId')::uuid AND case_id = c.case_id),
           (SELECT to_agency_id FROM handover WHERE id = (c.payload->>'handoverId')::uuid AND case_id = c.case_id))
         FROM c) AS agency`;
  if (!row) throw new Error('The database gave no answer about the case.');
  const area = areaOf(row.areas, caseId);
  const standing = row.standing ? standingFromRow(row.standing) : null;
  const entries = [...defaultPolicyEntries, ...entriesOf(row.entries, area)];
  return {
    caseId,
    epoch: row.standing?.epoch ?? 1,
    seq: row.standing?.seq ?? 0,
    revision: row.standing?.revision ?? 0,
    lastHash: row.standing?.last_hash ?? '',
    standing,
    running: new Map(
      row.clocks.map(({ clock, agencyId, ownerId }) => [clock.id, { clock, owner: { agencyId, ownerId } }]),
    ),
    command: commandOf(row),
    area,
    contactSuspended: row.suspended !== null,
    access: standing && {
      ...standing,
      agencyIds: row.parts,
      deniedPractitionerIds: row.denied,
      opposingAdviserIds: row.opposing,
    },
    deniedPractitionerIds: [...row.denied, ...row.opposing],
    policyOn: (date) => policyInForce(entries, area.code, date),
  };
}

function commandOf({ command, actor, agency }: LoadedRow): OpenCommand | null {
  if (!command) return null;
  const { id, type, payload, route, status, answer } = command;
  const { actor_id: actorId, expected_revision: expectedRevision } = command;
  return { id, actorId, type, payload, route, status, answer, expectedRevision, actor, agencyId: agency };
}

function entriesOf(rows: LoadedRow['entries'], area: OpenCase['area']): PolicyEntry[] {
  return rows
    .filter((entry) => entry.area_id === null || entry.area_id === area.id)
    .map((entry) => ({
      version: entry.version,
      effectiveFrom: entry.effective_from,
      areas: [area.code],
      changes: entry.patch,
    }));
}
