import { z } from 'zod';
import { problem } from '../../../../../../contracts/problemCode.ts';
import { createdIds } from '../../../../../../usecases/createdIds.ts';
import { readNames, readPractitionerNames } from '../../../../../../usecases/office/readNames.ts';
import { openDraft } from '../../../../../../usecases/referral/referralDrafts.ts';
import { sendDraft } from '../../../../../../usecases/referral/sendDraft.ts';
import { definePage } from '../../../../../definePage.ts';
import { dayFromNow } from '../../../../../wording/days.ts';
import { draftParams } from '../draftParams.ts';
import { idSchema } from '../../../../../../contracts/text.ts';
import { typed } from '../../../../../form/dates.ts';
import { findMatches } from '../findMatches.ts';
import { completeReferral, mustNotSeeTyped } from '../form.ts';
import { dashSoFar } from '../present.ts';
import { presentAnswers } from './present.ts';

/** Everything that was answered, to be looked at once more before it is sent, beside who may be known already. */
export const checkPage = definePage({
  path: '/refer/drafts/:draftId/check',
  permission: 'submitReferral',
  audit: 'openReferralForm',
  params: draftParams,
  view: 'refer/drafts/_draft/check/view.njk',
  show: async ({ actor, route, params, now }, deps) => {
    const opened = await openDraft(deps, actor, params.draftId);
    if (!opened.ok) return opened;
    const { version, answers, reference, keptUntil } = opened.draft;
    if (reference !== null) return { ok: true, goTo: `/refer/receipts/${reference}` };
    const complete = completeReferral(answers);
    const chosen = mustNotSeeTyped(answers).flatMap((row) => {
      const id = idSchema.safeParse(typed(answers, `mustNotSee.${row}`));
      return id.success ? [id.data] : [];
    });
    const [names, nameOf, matches] = await Promise.all([
      readNames(deps),
      readPractitionerNames(deps, chosen),
      findMatches(deps, { actor, route }, answers, now),
    ]);
    const here = `/refer/drafts/${params.draftId}`;
    const data = {
      here,
      matches,
      missing: complete.ok ? 0 : complete.faults.length,
      sections: presentAnswers(answers, { names, nameOf, here }),
      dashSoFar: dashSoFar(answers),
      keptUntil: dayFromNow(keptUntil, now),
    };
    return { ok: true, title: 'Check your answers before you send them', data, version };
  },
  form: {
    schema: z.object({}),
    act: async ({ actor, route, key, bodyHash, params, version }, deps) => {
      const opened = await openDraft(deps, actor, params.draftId);
      if (!opened.ok) return opened;
      const { draft } = opened;
      // Pressed twice: it was sent by the first.
      if (draft.reference !== null) return { ok: true, to: `/refer/receipts/${draft.reference}` };
      if (draft.version !== version) return problem('CHANGED_MEANWHILE');
      const complete = completeReferral(draft.answers);
      if (!complete.ok) return { ok: true, to: `/refer/drafts/${draft.id}?look=missing` };
      const result = await sendDraft(deps, { actor, route, key, bodyHash }, draft, complete.body);
      if (!result.ok) return result;
      const reference = String(createdIds(result.command)['reference']);
      const to = `/refer/receipts/${reference}`;
      if (result.status === 'pending') return { ok: true, to, pending: result.command.id };
      return { ok: true, to, notice: `Your referral was received. Its reference is ${reference}.` };
    },
  },
});
