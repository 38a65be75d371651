import type { AssessmentFact } from '../../domain/assessments/assessmentFact.ts';
import type { AssessmentStanding } from '../../domain/assessments/assessmentStanding.ts';
import type { AssessmentAsk } from '../../domain/assessments/decideAssessment.ts';
import type { Tx } from '../prismaClient.ts';
import { assessmentKind } from './assessmentKind.ts';
import { standingFromRow } from './caseRow.ts';
import { lockMatter } from './lockMatter.ts';
import type { OpenMatter } from './matterKind.ts';
import { columnsOfMatter, type CommandRow, type LoadedMatter, openCommand, openedFrom } from './openRows.ts';

/** An assessment that stands alone, under its lock. */
export interface OpenAssessment extends OpenMatter<AssessmentStanding, AssessmentFact, AssessmentAsk> {
  /** Who must never see or hear of these two people. */
  readonly deniedPractitionerIds: readonly string[];
  readonly area: { readonly id: string; readonly code: string; readonly standardRiskServiceId: string };
}

interface LoadedRow extends LoadedMatter {
  readonly command: CommandRow | null;
  readonly area: { readonly id: string; readonly code: string; readonly standardRiskServiceId: string } | null;
  readonly denied: readonly string[];
}

/** Takes the lock of an assessment and reads all that a decision about it needs; the lock goes with the transaction. */
export async function openAssessment(tx: Tx, id: string, commandId: string | null): Promise<OpenAssessment> {
  await lockMatter(tx, id);
  const [row] = await tx.$queryRaw<LoadedRow[]>`
    WITH c AS (SELECT * FROM command WHERE id = ${commandId}::uuid),
      m AS (SELECT * FROM lone_assessment WHERE id = ${id}::uuid),
      people (id) AS (
        SELECT unnest(ARRAY[victim_id, perpetrator_id]) FROM m
        UNION SELECT unnest(ARRAY[payload->>'victimId', payload->>'perpetratorId'])::uuid FROM c WHERE type = 'recordAssessment')
    SELECT (SELECT to_jsonb(c) FROM c) AS command,
      (SELECT to_jsonb(m) FROM m) AS standing,${columnsOfMatter(id)},
      (SELECT jsonb_build_object('id', id, 'code', code, 'standardRiskServiceId', standard_risk_service_id)
         FROM area WHERE id = coalesce((SELECT area_id FROM m), (SELECT (payload->>'areaId')::uuid FROM c))) AS area,
      (SELECT coalesce(jsonb_agg(DISTINCT d.practitioner_id), '[]') FROM denied_person d
         WHERE d.person_id IN (SELECT people.id FROM people)) AS denied`;
  if (!row?.area) throw new Error(`Assessment ${id} belongs to no area that is known.`);
  const { area, standing, denied } = row;
  return {
    kind: assessmentKind,
    id,
    ...openedFrom(row, area),
    standing: standing && standingFromRow<AssessmentStanding>(standing),
    command: openCommand(row.command),
    area,
    deniedPractitionerIds: denied,
  };
}
