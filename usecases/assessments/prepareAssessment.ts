import type { LoneAssessmentBody } from '../../contracts/loneAssessment.ts';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import { assessmentAreaRoles } from '../../domain/access/assessmentAccess.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import { officePermissions } from '../../domain/access/permission.ts';
import type { AssessmentCommandPayloads } from '../../domain/assessments/decideAssessment.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { Occurred } from '../../domain/calendar/time.ts';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import { deriveId } from '../../platform/ids.ts';
import type { NewContent } from '../../store/content/sealContent.ts';
import type { Area } from '../../store/areas/findArea.ts';
import type { Agency } from '../../store/agencies/findAgencies.ts';
import { assessmentTaken } from '../commands/assessmentTaken.ts';
import { occurredOrNow } from '../occurredNow.ts';
import { isSamePerson } from '../referral/referralPeople.ts';

/** The areas and agencies there are, and who records when: looked up once, however many rows follow. */
export interface AssessmentDesk {
  readonly actor: Actor;
  readonly now: string;
  readonly areas: readonly Area[];
  readonly agencies: readonly Agency[];
}

/** An assessment with everything it names looked up, ready to be staged. */
export interface PreparedAssessment {
  readonly ok: true;
  readonly commandId: string;
  readonly assessmentId: string;
  readonly occurred: Occurred;
  readonly victim: PersonIdentity;
  readonly perpetrator: PersonIdentity;
  readonly relationship: string;
  readonly contents: readonly NewContent[];
  readonly payload: Omit<AssessmentCommandPayloads['recordAssessment'], 'pairId' | 'victimId' | 'perpetratorId'>;
}

const everywhere = '00000000-0000-8000-8000-000000000000';

/** Looks up what an assessment names, and says what is wrong with it. */
export function prepareAssessment(
  desk: AssessmentDesk,
  body: LoneAssessmentBody,
  commandId: string,
): PreparedAssessment | RequestProblem {
  const { actor, now } = desk;
  const area = desk.areas.find(({ code }) => code === body.area);
  if (!area) return problem('UNKNOWN_AREA', [{ at: 'area', problem: 'There is no area with this code.' }]);
  const agency = desk.agencies.find(({ code }) => code === body.agency);
  if (!agency) return problem('UNKNOWN_AGENCY', [{ at: 'agency', problem: 'There is no agency with this code.' }]);
  if (!mayRecordFor(actor, area.id, agency.id))
    return problem('NOT_ALLOWED', [
      { at: 'agency', problem: 'You do not work for this agency, nor for this area’s MARAC.' },
    ]);
  const when = occurredOrNow(body.occurredAt, now);
  if (!when.ok) return when;
  const [victim, perpetrator] = [identityOf(body.victim), identityOf(body.perpetrator)];
  if (isSamePerson(victim, perpetrator))
    return problem('PERPETRATOR_IS_VICTIM', [{ at: 'perpetrator', problem: 'This is the victim.' }]);
  for (const [at, person] of Object.entries({ victim, perpetrator }))
    if (person.dateOfBirth !== null && person.dateOfBirth > londonDate(now))
      return problem('BORN_LATER', [{ at: `${at}.dateOfBirth`, problem: 'It lies in the future.' }]);
  const reference = body.reference?.toUpperCase();
  const assessmentId =
    reference === undefined
      ? deriveId(commandId, 'assessment')
      : deriveId(everywhere, `assessment/${agency.id}/${reference}`);
  return {
    ok: true,
    commandId,
    assessmentId,
    occurred: when.occurred,
    victim,
    perpetrator,
    relationship: body.relationship,
    ...taken(desk, body, { commandId, assessmentId, areaId: area.id, agencyId: agency.id }),
  };
}

interface Ids {
  readonly commandId: string;
  readonly assessmentId: string;
  readonly areaId: string;
  readonly agencyId: string;
}

function taken(
  { actor }: AssessmentDesk,
  body: LoneAssessmentBody,
  ids: Ids,
): Pick<PreparedAssessment, 'contents' | 'payload'> {
  const { commandId, assessmentId, areaId, agencyId } = ids;
  const found = assessmentTaken(body.assessment, body.policeGrade, assessmentId, () => '');
  const counted = body.count === undefined ? {} : { tool: 'DASH', toolVersion: 'countOnly', count: body.count };
  const { tool, toolVersion, count, policeGrade } = {
    tool: '',
    toolVersion: '',
    count: null,
    policeGrade: null,
    ...found,
    ...counted,
  };
  const words = {
    reference: body.reference ?? null,
    relationship: body.relationship,
    assessment: body.assessment ?? null,
  };
  const contentId = deriveId(commandId, 'content/loneAssessment');
  const { history } = body;
  return {
    contents: [{ id: contentId, subjectId: assessmentId, commandId, kind: 'loneAssessment', value: words }],
    payload: {
      areaId,
      agencyId,
      recordedById: actor.practitionerId,
      tool,
      toolVersion,
      count,
      handoverId: deriveId(commandId, 'handover'),
      policeGrade,
      contentId,
      history,
    },
  };
}

/** For an agency of one's own, or as somebody who runs the MARAC of the area. */
function mayRecordFor(actor: Actor, areaId: string, agencyId: string): boolean {
  if (!mayDo(actor, 'recordAssessment', null)) return false;
  if (agenciesHeldAs(actor, officePermissions.recordAssessment).includes(agencyId)) return true;
  return actor.appointments.some(
    ({ role, areaId: held }) => assessmentAreaRoles.some((each) => each === role) && (held === null || held === areaId),
  );
}

function identityOf({ givenNames, familyName, dateOfBirth }: LoneAssessmentBody['victim']): PersonIdentity {
  return { givenNames, familyName, dateOfBirth: dateOfBirth ?? null };
}
