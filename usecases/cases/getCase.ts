import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ActionView, CaseView } from '../../contracts/views/caseView.ts';
import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import type { CaseAccess } from '../../domain/access/caseAccess.ts';
import type { DisclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { rightsIn } from '../../domain/access/mayDo.ts';
import type { CasePermission } from '../../domain/access/permission.ts';
import { roles } from '../../domain/access/role.ts';
import { noteAccesses } from '../../store/access/recordAccess.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { lastOfHistory } from '../../store/audit/caseHistory.ts';
import { caseDetails, type CaseDetails } from '../../store/cases/caseDetails.ts';
import { reversedCases } from '../../store/cases/reversedCases.ts';
import { sameTwoElsewhere } from '../../store/cases/sameTwoElsewhere.ts';
import { referenceOf } from '../../store/cases/findCase.ts';
import { casesToKeep, joinedReferrals } from '../../store/cases/mergedCases.ts';
import { mergeable } from '../../domain/lifecycle/commands/merge.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import { askingTogether } from '../askingTogether.ts';
import type { Dependencies } from '../dependencies.ts';
import { type Codes, readCodes } from '../office/codes.ts';
import { seeCase } from '../seeCase.ts';
import { type HistoryLine, historyLines } from './historyLines.ts';
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
  /** The latest last; null where none was asked for, or the reader may not know. */
  readonly history: readonly HistoryLine[] | null;
  readonly caseId: string;
  readonly level: DisclosureLevel;
}

/** One case, as much of it as the actor may see, and what they may do with it; with the last lines of its history, as many as are asked for. */
export async function getCaseToWorkOn(
  deps: Dependencies,
  reading: Reading,
  linesOfHistory = 0,
): Promise<CaseToWorkOn | RequestProblem> {
  const opened = await openForReading(deps, reading, 'readCase', linesOfHistory);
  if (!opened.ok) return opened;
  const { given, may, history } = opened;
  return { ok: true, view: presentCase(given), may, history, caseId: given.details.id, level: given.level };
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

/** Asks whether the actor may do something with a case; some hundred commands ask for a dozen permissions. */
function mayHere(actor: Actor, access: CaseAccess, codes: Codes): MayHere {
  const ownAgencyIds = agenciesHeldAs(actor, roles);
  const ask = rightsIn(actor, access);
  const answers = new Map<string, boolean>();
  return (permission, agency) => {
    const asked = `${permission} ${String(agency)}`;
    const known = answers.get(asked);
    if (known !== undefined) return known;
    const agencyIds = agency === undefined ? ownAgencyIds.slice(0, 1) : [codes.agencyId(agency ?? '') ?? ''];
    const answer = ask(permission, { agencyIds });
    answers.set(asked, answer);
    return answer;
  };
}

type Opened = Pick<CaseToWorkOn, 'ok' | 'may' | 'history'> & { readonly given: CaseToPresent };

async function openForReading(
  deps: Dependencies,
  { actor, route, reference }: Reading,
  event: string,
  linesOfHistory = 0,
): Promise<Opened | RequestProblem> {
  const together = askingTogether(deps);
  const seen = await seeCase(together, reference, { actor, permission: 'readCase', event, route });
  if (!seen.ok) return seen;
  const { level, access, known } = seen;
  if (level === 'none') return problem('NOT_FOUND');
  const now = deps.clock.now();
  const codes = await readCodes(deps);
  const may = mayHere(actor, access, codes);
  const lines = may('readAudit') ? linesOfHistory : 0;
  const look = { actorId: actor.practitionerId, event, route, caseId: known.id, outcome: level, at: now };
  // Until it lies on the disk takes as long as all that is read: it is written down meanwhile, and waited for before anything is shown.
  const noting = noteAccesses(deps.store.reads, lines > 0 ? [look, { ...look, event: 'readHistory' }] : [look]);
  const [read] = await Promise.all([readAllOf(together, { actor, caseId: known.id, level, codes, lines }), noting]);
  if (!read) return problem('NOT_FOUND');
  const { history, ...found } = read;
  const ownAgencyIds = agenciesHeldAs(actor, roles);
  return { ok: true, given: { ...found, level, ownAgencyIds, codes, now }, may, history };
}

interface ToRead {
  readonly actor: Actor;
  readonly caseId: string;
  readonly level: CaseToPresent['level'];
  readonly codes: Codes;
  /** So many lines of its history; 0 where none is for the reader. */
  readonly lines: number;
}

/** Everything there is of a case for somebody who sees so much of it; null where it is gone. */
async function readAllOf(deps: Dependencies, { actor, caseId, level, codes, lines }: ToRead) {
  const { reads } = deps.store;
  const details = await caseDetails(reads, caseId);
  if (!details) return null;
  const forNobody = level === 'reference';
  const full = level === 'full';
  const [words, people, repeatOf, alsoBefore, mergedInto, joined, sameTwo, reversed, likelyMatches, events] =
    await Promise.all([
      readWords(deps, forNobody ? [] : contentIds(details)),
      openPeople(reads, deps.sealing, forNobody ? [] : personIds(details)),
      visibleReference(deps, actor, details.repeatOfId),
      full ? sameTwoElsewhere(reads, details.pairId, details.areaId) : [],
      visibleReference(deps, actor, details.mergedIntoId),
      full ? joinedReferrals(reads, details.id) : [],
      full && mergeable.includes(details.stage as Stage) ? casesToKeep(reads, details) : [],
      full ? reversedCases(reads, details) : [],
      full ? readMatches(deps, actor, details, codes) : [],
      lines > 0 ? lastOfHistory(reads, details.id, lines) : null,
    ]);
  const sameTwoCases = { mergedInto, joined, sameTwo, reversedPair: reversed.length > 0 };
  const history = events && historyLines(events);
  return { details, words, people, repeatOf, alsoBefore, sameTwoCases, likelyMatches, history };
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
