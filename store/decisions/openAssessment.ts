import type { AssessmentFact } from '../../domain/assessments/assessmentFact.ts';
import type { AssessmentStanding } from '../../domain/assessments/assessmentStanding.ts';
import type { AssessmentAsk } from '../../domain/assessments/decideAssessment.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import type { Tx } from '../prismaClient.ts';
import { assessmentKind } from './assessmentKind.ts';
import { type MatterRow, standingFromRow } from './caseRow.ts';
import { lockMatter } from './lockMatter.ts';
import type { OpenMatter } from './matterKind.ts';
import {
  announcedIn,
  type AnnouncedRow,
  areaEntriesOf,
  type ClockRow,
  type CommandRow,
  openCommand,
  planningOf,
  type PolicyRow,
  runningClocks,
} from './openRows.ts';

/** An assessment that stands alone, under its lock. */
export interface OpenAssessment extends OpenMatter<AssessmentStanding, AssessmentFact, AssessmentAsk> {
  /** Who must never see or hear of these two people. */
  readonly deniedPractitionerIds: readonly string[];
}

interface LoadedRow {
  readonly command: CommandRow | null;
  readonly standing: MatterRow | null;
  readonly clocks: readonly ClockRow[];
  readonly area: { readonly id: string; readonly code: string } | null;
  readonly entries: readonly PolicyRow[];
  readonly announced: readonly AnnouncedRow[];
  readonly denied: readonly string[];
}

/** Takes the lock of an assessment and reads all that a decision about it needs; the lock goes with the transaction. */
export async function openAssessment(tx: Tx, id: string, commandId: string | null): Promise<OpenAssessment> {
  await lockMatter(tx, id);
  const [row] = await tx.$queryRaw<LoadedRow[]>`
    WITH c AS (SELECT * FROM command WHERE id = ${commandId}::uuid),
      m AS (SELECT * FROM lone_assessment WHERE id = ${id}::uuid)
    SELECT (SELECT to_jsonb(c) FROM c) AS command,
      (SELECT to_jsonb(m) FROM m) AS standing,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('clock', data, 'agencyId', agency_id, 'ownerId', owner_id) ORDER BY id), '[]')
         FROM clock WHERE case_id = ${id}::uuid AND status <> 'ended') AS clocks,
      (SELECT jsonb_build_object('id', id, 'code', code)
         FROM area WHERE id = coalesce((SELECT area_id FROM m), (SELECT (payload->>'areaId')::uuid FROM c))) AS area,
      (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY effective_from, version), '[]') FROM area_policy_entry e) AS entries,
      (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY entered_at, version), '[]') FROM calendar_entry h) AS announced,
      (SELECT coalesce(jsonb_agg(DISTINCT d.practitioner_id), '[]') FROM deny_entry d
         WHERE d.person_id IN (SELECT unnest(ARRAY[victim_id, perpetrator_id]) FROM m)) AS denied`;
  if (!row?.area) throw new Error(`Assessment ${id} belongs to no area that is known.`);
  const { area, standing, denied } = row;
  const entries = [...defaultPolicyEntries, ...areaEntriesOf(row.entries, area)];
  return {
    kind: assessmentKind,
    id,
    epoch: standing?.epoch ?? 1,
    seq: standing?.seq ?? 0,
    revision: standing?.revision ?? 0,
    lastHash: standing?.last_hash ?? '',
    standing: standing && standingFromRow<AssessmentStanding>(standing),
    running: runningClocks(row.clocks),
    command: openCommand(row.command),
    area,
    deniedPractitionerIds: denied,
    policyOn: (date) => policyInForce(entries, area.code, date),
    announced: announcedIn(row.announced),
    ...planningOf(row.entries, area),
  };
}
