import { adoptionBody, occurredAt } from './adoptionBody.ts';
import type { Intention, PlannedAction, PlannedCase } from './plannedCase.ts';
import type { Office } from './yearPeople.ts';

/** What the product has said of a case so far: what the next requests are addressed with. */
export interface KnownCase {
  readonly reference: string;
  /** The version after the last command. */
  readonly revision: number;
  /** Ids of actions by their key in the plan. */
  readonly actionIds: ReadonlyMap<string, string>;
  readonly courtHearingId: string | null;
}

/** One request: in which office, to which address, with what. */
export interface IntentionRequest {
  readonly office: Office;
  readonly path: string;
  /** Of the case, or of the action that is named, where a version has to be sent. */
  readonly versionOf?: 'case' | { readonly actionId: string };
  readonly body: Readonly<Record<string, unknown>>;
}

/** The meetings the product knows, by area and London date. */
export type MeetingIds = ReadonlyMap<`${string}/${string}`, string>;

/** The request by which something planned is told to the product; throws where what it needs was never answered. */
export function intentionRequest(
  planned: PlannedCase,
  intention: Intention,
  known: KnownCase | null,
  meetings: MeetingIds,
): IntentionRequest {
  if (intention.type === 'submitReferral')
    return { office: 'administrator', path: '/adoptions', body: { ...adoptionBody(planned, intention.occurred) } };
  if (!known) throw new Error(`${planned.key} does not begin with its referral.`);
  const { path, body, ...rest } = stepOf(planned, intention, known, meetings);
  return {
    ...rest,
    path: `/cases/${known.reference}${path}`,
    body: { occurredAt: occurredAt(intention.occurred), ...body },
  };
}

type Step = Exclude<Intention, { readonly type: 'submitReferral' }>;

function stepOf(planned: PlannedCase, step: Step, known: KnownCase, meetings: MeetingIds): IntentionRequest {
  switch (step.type) {
    case 'screen':
      return { office: 'administrator', path: '/screening', body: { outcome: 'accept' } };
    case 'grade':
      return { office: 'coordinator', path: '/grade', versionOf: 'case', body: gradeBody(planned) };
    case 'reviewPlan':
      return {
        office: 'coordinator',
        path: '/plan-review',
        body: { findings: 'What was agreed last time was looked at.' },
      };
    case 'recordContactAttempt':
      return { office: 'idva', path: '/contact-attempts', body: { result: step.result, medium: 'phone' } };
    case 'recordEngagement':
      return { office: 'idva', path: '/engagement', body: { status: step.status } };
    case 'recordSafetyPlan':
      return { office: 'idva', path: '/safety-plans', body: { plan: 'Agreed with the victim.' } };
    case 'tellOutcome': {
      const why = step.result === 'noSafeWay' ? { reason: 'The victim could not be reached.' } : {};
      return { office: 'idva', path: '/outcome-told', body: { result: step.result, ...why } };
    }
    case 'endSupport':
      return { office: 'idva', path: '/support-end', body: { status: step.status } };
    case 'setAction':
      return { office: 'coordinator', path: '/actions', body: actionBody(step.action) };
    case 'defer':
    case 'hear':
      return { office: 'administrator', path: '/hearing', body: hearingBody(planned, step, meetings) };
    case 'completeAction':
    case 'actionNotPossible':
    case 'actionNotDone':
    case 'moveActionDue':
      return actionStep(planned, step, known);
    case 'tellReferrer':
      return { office: 'administrator', path: '/referrer-told', body: { about: 'meeting' } };
    case 'addCourtHearing':
      return { office: 'coordinator', path: '/hearings', body: { at: step.at } };
    case 'recordCourtOutcome':
      return { office: 'coordinator', path: `${atCourt(planned, known)}/outcome`, body: { outcome: step.outcome } };
    case 'tellCourtResult':
      return { office: 'idva', path: `${atCourt(planned, known)}/result-told`, body: { result: 'told' } };
    case 'close':
      return { office: 'administrator', path: '/closure', body: {} };
  }
}

/** The address of the hearing a case has at court. */
function atCourt({ key }: PlannedCase, { courtHearingId }: KnownCase): string {
  if (courtHearingId === null) throw new Error(`${key} has no hearing at court.`);
  return `/live-dates/${courtHearingId}`;
}

function gradeBody({ risk: { judgement } }: PlannedCase): IntentionRequest['body'] {
  if (judgement === null) return {};
  return {
    judgement: { grade: judgement, reason: 'What the victim fears, and what was found, is worse than the count.' },
  };
}

function hearingBody(
  planned: PlannedCase,
  step: Extract<Step, { type: 'defer' | 'hear' }>,
  meetings: MeetingIds,
): IntentionRequest['body'] {
  const meetingId = meetings.get(`${planned.areaCode}/${step.meetingOn}`);
  if (meetingId === undefined) throw new Error(`${planned.areaCode} has no meeting on ${step.meetingOn}.`);
  const attendance = Object.entries(step.attendance).map(([agency, presence]) => ({ agency, presence }));
  if (step.type === 'hear') return { outcome: 'heard', meetingId, attendance, actions: step.actions.map(actionBody) };
  const reasons = {
    referrerAbsent: 'Nobody of the referring agency was there.',
    awaitingInformation: 'Information of an agency was still missing.',
  };
  return { outcome: 'deferred', meetingId, attendance, reason: reasons[step.reason] };
}

function actionBody({ agency, risk, due, key }: PlannedAction): IntentionRequest['body'] {
  return {
    agency,
    risk,
    description: `What was agreed against this risk (${key}).`,
    urgent: due.type === 'urgent',
    ...(due.type === 'day' ? { due: due.date } : {}),
  };
}

type ActionStep = Extract<Step, { type: 'completeAction' | 'actionNotPossible' | 'actionNotDone' | 'moveActionDue' }>;

function actionStep(planned: PlannedCase, step: ActionStep, known: KnownCase): IntentionRequest {
  const actionId = known.actionIds.get(step.action);
  if (actionId === undefined) throw new Error(`${planned.key} has no action ${step.action}.`);
  const path = `/actions/${actionId}`;
  const office = 'coordinator';
  switch (step.type) {
    case 'completeAction':
      return { office, path: `${path}/completion`, body: {} };
    case 'actionNotPossible':
      return { office, path: `${path}/not-possible`, body: { reason: 'Circumstances have changed.' } };
    case 'actionNotDone':
      return { office, path: `${path}/not-done`, body: { reason: 'The agency did not do it.' } };
    case 'moveActionDue': {
      const body = { due: step.to, reason: 'The agency needs more time.' };
      return { office, path: `${path}/due-date`, versionOf: { actionId }, body };
    }
  }
}
