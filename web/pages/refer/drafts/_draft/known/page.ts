import { openDraft } from '../../../../../../usecases/referral/referralDrafts.ts';
import { definePage } from '../../../../../definePage.ts';
import { draftParams } from '../draftParams.ts';
import { findMatches } from '../findMatches.ts';

/** Whether the two people are known already, as far as the referrer may know; looked for anew each time it is opened. */
export const knownPage = definePage({
  path: '/refer/drafts/:draftId/known',
  permission: 'submitReferral',
  audit: 'searchPeople',
  params: draftParams,
  view: 'refer/drafts/_draft/known/view.njk',
  show: async ({ actor, route, params, now }, deps) => {
    const opened = await openDraft(deps, actor, params.draftId);
    if (!opened.ok) return opened;
    const { answers, reference } = opened.draft;
    if (reference !== null) return { ok: true, goTo: `/refer/receipts/${reference}` };
    const matches = await findMatches(deps, { actor, route }, answers, now);
    return { ok: true, title: 'Are they known already?', data: { matches, here: `/refer/drafts/${params.draftId}` } };
  },
});
