import { z } from 'zod';
import { giveUpDraft, openDraft } from '../../../../../../usecases/referral/referralDrafts.ts';
import { formPageData } from '../../../../../commandForms/formPageData.ts';
import { definePage } from '../../../../../definePage.ts';
import { draftParams } from '../draftParams.ts';

/** Giving up a referral that was begun: nothing of it stays. */
export const giveUpPage = definePage({
  path: '/refer/drafts/:draftId/remove',
  permission: 'submitReferral',
  audit: 'giveUpReferral',
  params: draftParams,
  view: 'formPage.njk',
  show: async ({ actor, params }, deps) => {
    const opened = await openDraft(deps, actor, params.draftId);
    if (!opened.ok) return opened;
    const { reference } = opened.draft;
    if (reference !== null) return { ok: true, goTo: `/refer/receipts/${reference}` };
    const data = formPageData({
      back: { text: 'The referral', href: `/refer/drafts/${params.draftId}` },
      before: 'What you typed is removed at once and cannot be brought back. Nobody was sent anything.',
      grave: true,
      fields: [],
      button: 'Remove it',
    });
    return { ok: true, title: 'Give up this referral', data };
  },
  form: {
    schema: z.object({}),
    act: async ({ actor, route, key, bodyHash, params }, deps) => {
      const given = await giveUpDraft(deps, { actor, route, key, bodyHash }, params.draftId);
      return given.ok ? { ok: true, to: '/refer', notice: 'It was removed.' } : given;
    },
  },
});
