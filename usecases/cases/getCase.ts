import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ActionView, CaseView } from '../../contracts/views/caseView.ts';
import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import type { CaseAccess } from '../../domain/access/caseAccess.ts';
import type { DisclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { mayDo, type About } from '../../domain/access/mayDo.ts';
import type { CasePermission } from '../../domain/access/permission.ts';
import { roles } from '../../domain/access/role.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { caseDetails, type CaseDetails } from '../../store/cases/caseDetails.ts';
import { reversedCases } from '../../store/cases/reversedCases.ts';
import { sameTwoElsewhere } from '../../store/cases/sameTwoElsewhere.ts';
import { referenceOf } from '../../store/cases/findCase.ts';
import { casesToKeep, joinedReferrals } from '../../store/cases/mergedCases.ts';
import { mergeable } from '../../domain/lifecycle/commands/merge.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { seeCase } from '../seeCase.ts';
import { readMatches } from './readMatches.ts';
import { presentCase, type CaseToPresent } from './presentCase.ts';
import { readWords } from './words.ts';

/** Who reads what, by which route: reads are noted as writes are. */
export interface Reading {
  readonly actor: Actor;
  readonly route: string;
  readonly reference: string;
}

/** One case, as much of it as the actor may see. */
export async function getCase(
  deps: Dependencies,
  reading: Reading,
): Promise<{ readonly ok: true; readonly view: CaseView } | RequestProblem> {
  const opened = await openForReading(deps, reading, 'readCase');
  return opened.ok ? { ok: true, view: presentCase(opened.given) } : opened;
}

/** Whether the reader may do something with the case they read; `agency` is the code of the one a thing belongs to. */
export type MayHere = (permission: CasePermission, agency?: string | null) => boolean;

/** A case that is shown to somebody, and what else may be shown and done there. */
export interface CaseToWorkOn {
  readonly ok: true;
  readonly view: CaseView;
  readonly may: MayHere;
  readonly caseId: string;
  readonly level: DisclosureLevel;
}

/** One case, as much of it as the actor may see, and what they may do with it. */
export async function getCaseToWorkOn(deps: Dependencies, reading: Reading): Promise<CaseToWorkOn | RequestProblem> {
  const opened = await openForReading(deps, reading, 'readCase');
  if (!opened.ok) return opened;
  const { given, access } = opened;
  const { ownAgencyIds, codes } = given;
  // Whose a thing is only matters to some permissions; the others do not look at it.
  const ask = mayDo as (actor: Actor, permission: CasePermission, access: CaseAccess, about: About) => boolean;
  // Some hundred commands ask for a dozen permissions.
  const answers = new Map<string, boolean>();
  const may: MayHere = (permission, agency) => {
    const asked = `${permission} ${String(agency)}`;
    const known = answers.get(asked);
    if (known !== undefined) return known;
    const agencyIds = agency === undefined ? ownAgencyIds.slice(0, 1) : [codes.agencyId(agency ?? '') ?? ''];
    const answer = ask(reading.actor, permission, access, { agencyIds });
    answers.set(asked, answer);
    return answer;
  };
  return { ok: true, view: presentCase(given), may, caseId: given.details.id, level: given.level };
}

/** One action of a case, with the version to move it by. */
export async function getAction(
  deps: Dependencies,
  reading: Reading,
  actionId: string,
): Promise<{ readonly ok: true; readonly view: ActionView } | RequestProblem> {
  const opened = await openForReading(deps, reading, 'readAction');
  if (!opened.ok) return opened;
  const action = presentCase(opened.given).actions.find((each) => each.actionId === actionId);
  return action ? { ok: true, view: action } : problem('NOT_FOUND');
}

async function openForReading(
  deps: Dependencies,
  { actor, route, reference }: Reading,
  event: string,
): Promise<{ readonly ok: true; readonly given: CaseToPresent; readonly access: CaseAccess } | RequestProblem> {
  const { reads } = deps.store;
  const seen = await seeCase(deps, reference, { actor, permission: 'readCase', event, route });
  if (!seen.ok) return seen;
  const details = await caseDetails(reads, seen.known.id);
  if (!details || seen.level === 'none') return problem('NOT_FOUND');
  const { level } = seen;
  const now = deps.clock.now();
  const noted = { actorId: actor.practitionerId, event, route, caseId: details.id, outcome: level, at: now };
  const forNobody = level === 'reference';
  const full = level === 'full';
  const codes = await readCodes(deps);
  const [words, people, repeatOf, alsoBefore, mergedInto, joined, sameTwo, reversed, likelyMatches] = await Promise.all(
    [
      readWords(deps, forNobody ? [] : contentIds(details)),
      openPeople(reads, deps.sealing, forNobody ? [] : personIds(details)),
      visibleReference(deps, actor, details.repeatOfId),
      full ? sameTwoElsewhere(reads, details.pairId, details.areaId) : [],
      visibleReference(deps, actor, details.mergedIntoId),
      full ? joinedReferrals(reads, details.id) : [],
      full && mergeable.includes(details.stage as Stage) ? casesToKeep(reads, details) : [],
      full ? reversedCases(reads, details) : [],
      full ? readMatches(deps, actor, details, codes) : [],
      noteAccess(reads, noted),
    ],
  );
  const ownAgencyIds = agenciesHeldAs(actor, roles);
  const { access } = seen;
  const sameTwoCases = { mergedInto, joined, sameTwo, reversedPair: reversed.length > 0 };
  const given = {
    details,
    level,
    ownAgencyIds,
    codes,
    words,
    people,
    repeatOf,
    alsoBefore,
    sameTwoCases,
    likelyMatches,
    now,
  };
  return { ok: true, access, given };
}

/** The reference of an earlier case, for those who may see that one too. */
async function visibleReference({ store }: Dependencies, actor: Actor, caseId: string | null): Promise<string | null> {
  if (caseId === null) return null;
  const visible = await visibleCaseIds(store.reads, actor, [caseId]);
  return visible.has(caseId) ? referenceOf(store.reads, caseId) : null;
}

function contentIds(details: CaseDetails): (string | null)[] {
  return [
    details.referralContentId,
    details.safeContact?.contentId ?? null,
    ...details.safeContactAlso,
    ...details.safeContactProposals.map(({ id }) => id),
    ...details.assessments.map(({ contentId }) => contentId),
    ...details.handovers.flatMap(({ contentId, reasonId, settledReasonId }) => [contentId, reasonId, settledReasonId]),
    ...details.children.flatMap(({ schoolNoteId, contentId }) => [schoolNoteId, contentId]),
    ...details.actions.flatMap(({ contentId, endContentId }) => [contentId, endContentId]),
    ...details.allocations.map(({ contentId }) => contentId),
    ...details.attempts.flatMap(({ contentId, reasonId }) => [contentId, reasonId]),
    ...[details.safetyPlans, details.planReviews, details.riskReviews, details.victimViews]
      .flat()
      .map(({ contentId }) => contentId),
    ...details.liveDates.flatMap(({ contentId, endContentId }) => [contentId, endContentId]),
    ...[...details.proceedings, ...details.milestones, ...details.breaches].map(({ contentId }) => contentId),
    ...details.listings.map(({ contentId }) => contentId),
    details.heardElsewhereId,
    ...details.transfers.flatMap(({ reasonId, outsideId, answerId }) => [reasonId, outsideId, answerId]),
  ];
}

function personIds(details: CaseDetails): string[] {
  return [details.victimId, details.perpetratorId, ...details.children.flatMap(({ personId }) => personId ?? [])];
}
