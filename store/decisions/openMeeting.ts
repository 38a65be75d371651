import type { MeetingAsk } from '../../domain/meetings/meetingCommand.ts';
import type { MeetingFact } from '../../domain/meetings/meetingFact.ts';
import type { MeetingStanding } from '../../domain/meetings/meetingStanding.ts';
import type { HiddenFrom } from '../../domain/notices/hiddenCases.ts';
import type { Tx } from '../prismaClient.ts';
import { standingFromRow } from './caseRow.ts';
import { lockMatter } from './lockMatter.ts';
import type { OpenMatter } from './matterKind.ts';
import { meetingKind } from './meetingKind.ts';
import { columnsOfMatter, type CommandRow, type LoadedMatter, openCommand, openedFrom } from './openRows.ts';

/** A meeting under its lock, and under the lock of its row, which whoever lists a case takes too. */
export interface OpenMeeting extends OpenMatter<MeetingStanding, MeetingFact, MeetingAsk> {
  /** The cases on its list, those of which something was asked by request, and who must not see which. */
  readonly onList: readonly string[];
  readonly asked: Readonly<Record<string, readonly string[]>>;
  readonly hiddenFrom: HiddenFrom;
}

interface LoadedRow extends LoadedMatter {
  readonly command: CommandRow | null;
  readonly area: { readonly id: string; readonly code: string } | null;
  readonly on_list: readonly string[];
  readonly asked: Readonly<Record<string, readonly string[]>>;
  readonly hidden_from: HiddenFrom;
}

/** Takes the locks of a meeting and reads all that a decision about it needs; they go with the transaction. */
export async function openMeeting(tx: Tx, meetingId: string, commandId: string | null): Promise<OpenMeeting> {
  await lockMatter(tx, meetingId);
  await tx.$queryRaw`SELECT id::text FROM meeting WHERE id = ${meetingId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<LoadedRow[]>`
    WITH c AS (SELECT * FROM command WHERE id = ${commandId}::uuid),
      m AS (SELECT * FROM meeting WHERE id = ${meetingId}::uuid),
      listed AS (SELECT case_id FROM listing WHERE meeting_id = ${meetingId}::uuid AND status IN ('listed', 'heard', 'deferred')),
      requests AS (SELECT id, case_ids FROM research_request WHERE meeting_id = ${meetingId}::uuid),
      concerned AS (SELECT case_id FROM listed UNION SELECT unnest(case_ids) FROM requests),
      people AS (SELECT id AS case_id, unnest(ARRAY[victim_id, perpetrator_id]) AS person_id FROM "case"
          WHERE id IN (SELECT case_id FROM concerned)
        UNION SELECT case_id, person_id FROM child WHERE case_id IN (SELECT case_id FROM concerned)),
      hidden AS (SELECT p.case_id, jsonb_agg(DISTINCT d.practitioner_id) AS who
        FROM people p JOIN denied_person d ON d.person_id = p.person_id GROUP BY p.case_id)
    SELECT (SELECT to_jsonb(c) FROM c) AS command,
      (SELECT to_jsonb(m) FROM m) AS standing,${columnsOfMatter(meetingId)},
      (SELECT jsonb_build_object('id', id, 'code', code)
         FROM area WHERE id = coalesce((SELECT area_id FROM m), (SELECT (payload->>'areaId')::uuid FROM c))) AS area,
      (SELECT coalesce(jsonb_agg(DISTINCT case_id), '[]') FROM listed) AS on_list,
      (SELECT coalesce(jsonb_object_agg(id, to_jsonb(case_ids)), '{}') FROM requests) AS asked,
      (SELECT coalesce(jsonb_object_agg(case_id, who), '{}') FROM hidden) AS hidden_from`;
  if (!row?.area) throw new Error(`Meeting ${meetingId} belongs to no area that is known.`);
  const { area, standing } = row;
  // A row without a record was put down before meetings had one: the first command about it begins the record.
  const recorded = standing !== null && standing.seq > 0;
  return {
    kind: meetingKind,
    id: meetingId,
    ...openedFrom(row, area),
    standing: recorded ? standingFromRow<MeetingStanding>(standing) : null,
    command: openCommand(row.command),
    area,
    onList: row.on_list,
    asked: row.asked,
    hiddenFrom: row.hidden_from,
  };
}
