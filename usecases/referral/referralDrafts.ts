import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import { addDays, addHours, londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { deriveId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import {
  addReferralDraft,
  findReferralDraft,
  listReferralDrafts,
  removeReferralDraft,
  saveReferralDraft,
  type DraftAnswers,
  type ReferralDraft,
} from '../../store/referral/referralDrafts.ts';
import type { Dependencies } from '../dependencies.ts';
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';

/** How long a draft waits after it was last saved. Assumption: whoever refers does so within days, and what is forgotten must go. */
const keptDays = 14;

interface DraftRequest {
  readonly actor: Actor;
  readonly route: string;
}

export interface BegunReferral extends ReferralDraft {
  /** The last day on which it is still there. */
  readonly keptUntil: IsoDate;
}

type Opened = { readonly ok: true; readonly draft: BegunReferral } | RequestProblem;

/** Begins a referral that its author comes back to; the same key begins it once. */
export async function beginDraft(
  { store, sealing, clock }: Dependencies,
  { actor, route, key }: DraftRequest & { readonly key: string },
  answers: DraftAnswers,
): Promise<{ readonly ok: true; readonly draftId: string } | RequestProblem> {
  if (!mayDo(actor, 'submitReferral', null)) return problem('NOT_ALLOWED');
  const { practitionerId } = actor;
  const id = deriveId(practitionerId, `referral-draft/${key}`);
  const at = clock.now();
  await store.prisma.$transaction(async (tx) => {
    await addReferralDraft(tx, sealing, { id, practitionerId, answers }, at);
    await recordAccess(tx, noted(practitionerId, 'beginReferral', route, at));
  });
  return { ok: true, draftId: id };
}

/** A draft of somebody's own. One of somebody else, or one whose time is over, is not there. */
export async function openDraft(deps: Dependencies, actor: Actor, draftId: string): Promise<Opened> {
  const { store, sealing, clock } = deps;
  const own = { id: draftId, practitionerId: actor.practitionerId };
  const draft = await findReferralDraft(store.prisma, sealing, own, forgottenBefore(clock.now()));
  return draft ? { ok: true, draft: withEnd(draft) } : problem('NOT_FOUND');
}

/** What somebody has begun and not sent yet, the latest first. */
export async function listDrafts(deps: Dependencies, actor: Actor): Promise<readonly BegunReferral[]> {
  const { store, sealing, clock } = deps;
  const since = forgottenBefore(clock.now());
  return (await listReferralDrafts(store.prisma, sealing, actor.practitionerId, since)).map(withEnd);
}

/**
 * Saves what was typed by now over the version that was shown. Saved in another window meanwhile it is refused, unless the
 * very same was saved: a second press on the button.
 */
export async function saveDraft(
  deps: Dependencies,
  actor: Actor,
  { draftId, version, answers }: { readonly draftId: string; readonly version: number; readonly answers: DraftAnswers },
): Promise<Opened> {
  const { store, sealing, clock } = deps;
  const own = { id: draftId, practitionerId: actor.practitionerId };
  await saveReferralDraft(store.prisma, sealing, { ...own, version, answers }, clock.now());
  const opened = await openDraft(deps, actor, draftId);
  if (!opened.ok) return opened;
  const isThis = opened.draft.version === version + 1 && isSame(opened.draft.answers, answers);
  return isThis ? opened : problem('CHANGED_MEANWHILE');
}

/** Gives up a draft: what was typed is gone at once. Sent again, it is done already. */
export async function giveUpDraft(
  deps: Dependencies,
  request: CommandRequest,
  draftId: string,
): Promise<{ readonly ok: true } | RequestProblem> {
  const { practitionerId } = request.actor;
  const given = await once(deps, request, { type: 'giveUpReferral', subjectId: draftId }, async (tx) => {
    if (!(await removeReferralDraft(tx, { id: draftId, practitionerId }))) return problem('NOT_FOUND');
  });
  return isProblem(given) ? given : { ok: true };
}

/** The moment before which a draft that was not touched since is forgotten. */
export function forgottenBefore(now: IsoInstant): IsoInstant {
  return addHours(now, -24 * keptDays);
}

function withEnd(draft: ReferralDraft): BegunReferral {
  return { ...draft, keptUntil: addDays(londonDate(draft.savedAt), keptDays) };
}

function isSame(one: DraftAnswers, other: DraftAnswers): boolean {
  const inOrder = (answers: DraftAnswers) =>
    JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
  return inOrder(one) === inOrder(other);
}

function noted(actorId: string, event: string, route: string, at: IsoInstant) {
  return { actorId, event, route, caseId: null, outcome: 'done', at };
}
