import type { Actor } from '../../domain/access/actor.ts';
import type { CaseAccess } from '../../domain/access/caseAccess.ts';
import type { SchoolYear } from '../../domain/calendar/schoolDays.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { otherAdvisers } from '../../domain/idva/adviserPlaces.ts';
import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import type { CaseStanding } from '../../domain/lifecycle/caseStanding.ts';
import type { Ask } from '../../domain/lifecycle/ask.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { isPartIn } from '../cases/isPartIn.ts';
import { Prisma } from '../generated/client.ts';
import { coveredBy, isInForce } from '../practitioners/actorOf.ts';
import type { Tx } from '../prismaClient.ts';
import { caseKind } from './caseKind.ts';
import { areaOf, standingFromRow } from './caseRow.ts';
import { lockMatter } from './lockMatter.ts';
import type { OpenCommand, OpenMatter } from './matterKind.ts';
import {
  areaEntriesOf,
  columnsOfMatter,
  type CommandRow,
  type LoadedMatter,
  openCommand,
  openedFrom,
} from './openRows.ts';
import { nameOfSchoolYear, schoolsOfCase } from './schoolsOfCase.ts';
import { schoolYearsIn, type SchoolYearRow } from './schoolYearsIn.ts';
import { samePersonAs } from '../people/samePeople.ts';

/** The row of a command about a case while it is being decided. */
export interface OpenCaseCommand extends OpenCommand {
  readonly type: CommandType;
  readonly payload: CommandPayloads[CommandType];
  /** Who sent it, with the posts they hold today; null for somebody who holds none. */
  readonly actor: Actor | null;
  /** The agency that has the action, clock or hand-over it is about; null where there is none. */
  readonly agencyId: string | null;
}

/** A case under its lock: nobody else writes to it until the transaction ends. */
export interface OpenCase extends OpenMatter<CaseStanding, CaseFact, Ask> {
  readonly caseId: string;
  readonly command: OpenCaseCommand | null;
  readonly area: { readonly id: string; readonly code: string; readonly standardRiskServiceId: string };
  readonly contactSuspended: boolean;
  /** What decides who may do what with the case as it stands; null where nothing is recorded yet. */
  readonly access: CaseAccess | null;
  /** Practitioners who must never see or hear of this case: its deny list, and advisers of the pair with roles reversed. */
  readonly deniedPractitionerIds: readonly string[];
  /** The policy of another area on a London date. */
  policyIn(area: { readonly id: string; readonly code: string }, date: IsoDate): AreaPolicy;
}

interface LoadedRow extends LoadedMatter {
  readonly command:
    (CommandRow & { readonly type: CommandType; readonly payload: CommandPayloads[CommandType] }) | null;
  readonly areas: readonly { id: string; code: string; standard_risk_service_id: string }[];
  readonly school_years: readonly SchoolYearRow[];
  readonly schools: readonly (readonly SchoolYear[])[] | null;
  readonly suspended: IsoInstant | null;
  readonly denied: readonly string[];
  readonly opposing: readonly string[];
  readonly asked: string | null;
  readonly former: readonly string[];
  readonly parts: readonly string[];
  readonly actor: Actor | null;
  readonly agency: string | null;
}

/**
 * Takes the lock of a case and reads all that a decision about it needs, who sent the command and what they are on a
 * London date included, in one statement; the lock goes with the transaction.
 */
export async function openCase(tx: Tx, caseId: string, commandId: string | null, today: IsoDate): Promise<OpenCase> {
  await lockMatter(tx, caseId);
  const [row] = await tx.$queryRaw<LoadedRow[]>`
    WITH c AS (SELECT * FROM command WHERE id = ${commandId}::uuid),
      k AS (SELECT * FROM "case" WHERE id = ${caseId}::uuid),
      people AS (
        SELECT victim_id, perpetrator_id FROM k
        UNION SELECT (payload->>'victimId')::uuid, (payload->>'perpetratorId')::uuid FROM c WHERE type = 'submitReferral')
    SELECT (SELECT to_jsonb(c) FROM c) AS command,
      (SELECT to_jsonb(k) FROM k) AS standing,${columnsOfMatter(caseId)},
      (SELECT jsonb_agg(jsonb_build_object('id', id, 'code', code, 'standard_risk_service_id', standard_risk_service_id))
         FROM area WHERE id = coalesce((SELECT area_id FROM k), (SELECT (payload->>'areaId')::uuid FROM c))) AS areas,
      (SELECT coalesce(jsonb_agg(to_jsonb(y)), '[]') FROM (
         SELECT DISTINCT ON (y.authority_id, y.year) y.authority_id AS "authorityId", y.terms, y.closed, ${nameOfSchoolYear}
           FROM school_year y JOIN local_authority a ON a.id = y.authority_id
           WHERE (SELECT type FROM c) IN ('submitReferral', 'joinReferral', 'undoMerge', 'addChild', 'putChildRight')
           ORDER BY y.authority_id, y.year, y.edition DESC) y) AS school_years,
      CASE WHEN (SELECT type FROM c) = 'planClocksAnew'
        THEN ${schoolsOfCase(Prisma.sql`${caseId}::uuid`, Prisma.sql`(SELECT recorded_at FROM k)`)} END AS schools,
      (SELECT min(suspended_at) FROM safe_contact, people p WHERE safe_contact.victim_id = ${samePersonAs(Prisma.sql`p.victim_id`)}) AS suspended,
      (SELECT coalesce(jsonb_agg(DISTINCT practitioner_id), '[]') FROM (
         SELECT d.practitioner_id FROM denied_person d, people p
           WHERE d.person_id IN (p.victim_id, p.perpetrator_id)
             OR d.person_id IN (SELECT person_id FROM child WHERE case_id = ${caseId}::uuid)) denied) AS denied,
      (SELECT coalesce(jsonb_agg(DISTINCT place.adviser_id), '[]') FROM people p
         JOIN "case" reversed ON reversed.victim_id = ${samePersonAs(Prisma.sql`p.perpetrator_id`)}
           AND reversed.perpetrator_id = ${samePersonAs(Prisma.sql`p.victim_id`)}
         JOIN case_adviser place ON place.case_id = reversed.id AND place.ended_at IS NULL) AS opposing,
      (SELECT to_area_id FROM transfer WHERE case_id = ${caseId}::uuid AND status IN ('pending', 'refused') LIMIT 1) AS asked,
      (SELECT coalesce(jsonb_agg(DISTINCT from_area_id), '[]') FROM transfer
         WHERE case_id = ${caseId}::uuid AND status = 'accepted' AND from_area_id <> (SELECT area_id FROM k)) AS former,
      (SELECT coalesce(jsonb_agg(DISTINCT agency_id), '[]') FROM case_agency part WHERE ${isPartIn(Prisma.sql`${caseId}::uuid`)}) AS parts,
      (SELECT jsonb_build_object('practitionerId', p.id, 'name', p.name, 'coversFor', to_jsonb(${coveredBy(today)}), 'appointments',
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
  const standing = row.standing ? standingFromRow<CaseStanding>(row.standing) : null;
  const policyIn: OpenCase['policyIn'] = (where, date) =>
    policyInForce([...defaultPolicyEntries, ...areaEntriesOf(row.entries, where)], where.code, date);
  return {
    kind: caseKind,
    id: caseId,
    caseId,
    ...openedFrom(row, area),
    standing,
    command: commandOf(row),
    area,
    contactSuspended: row.suspended !== null,
    access: standing && {
      ...standing,
      otherAdviserIds: otherAdvisers(standing),
      agencyIds: row.parts,
      deniedPractitionerIds: row.denied,
      opposingAdviserIds: row.opposing,
      askedAreaId: row.asked,
      formerAreaIds: row.former,
    },
    deniedPractitionerIds: [...row.denied, ...row.opposing],
    schoolYears: schoolYearsIn(row.school_years),
    schools: row.schools,
    policyIn,
  };
}

function commandOf({ command, actor, agency }: LoadedRow): OpenCaseCommand | null {
  const open = openCommand(command);
  if (!command || !open) return null;
  const { type, payload } = command;
  return { ...open, type, payload, actor, agencyId: agency };
}
