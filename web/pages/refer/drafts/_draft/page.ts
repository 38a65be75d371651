import { z } from 'zod';
import { listAgencies, listAreas } from '../../../../../usecases/office/listOffice.ts';
import { listPeople } from '../../../../../usecases/people/people.ts';
import { openDraft, saveDraft } from '../../../../../usecases/referral/referralDrafts.ts';
import { definePage } from '../../../../definePage.ts';
import type { Fields } from '../../../../form/fields.ts';
import { dayFromNow, momentWords } from '../../../../wording/days.ts';
import { draftParams } from './draftParams.ts';
import { completeReferral } from './form.ts';
import { dashSoFar, presentReferral } from './present.ts';

/** Whatever was typed is saved: what is missing is said afterwards, by the page that is shown then. */
const typedSchema = z.object({ then: z.enum(['check', 'save']), answers: z.custom<Fields>() });

/** Asked for after the answers were checked and something was missing. */
const lookSchema = z.object({ look: z.literal('missing').optional().catch(undefined) });

/** A referral to MARAC, asked for on one page in the order in which one tells it; saved, and checked before it is sent. */
export const draftPage = definePage({
  path: '/refer/drafts/:draftId',
  permission: 'submitReferral',
  audit: 'openReferralForm',
  params: draftParams,
  query: lookSchema,
  view: 'refer/drafts/_draft/view.njk',
  show: async ({ actor, params, query, now }, deps) => {
    const opened = await openDraft(deps, actor, params.draftId);
    if (!opened.ok) return opened;
    const { version, answers, reference, savedAt, keptUntil } = opened.draft;
    if (reference !== null) return { ok: true, goTo: `/refer/receipts/${reference}` };
    const [areas, agencies, people] = await Promise.all([listAreas(deps), listAgencies(deps), listPeople(deps, {})]);
    const complete = query.look === 'missing' ? completeReferral(answers) : null;
    const saved = momentWords(savedAt, now);
    const data = {
      ...presentReferral(areas, agencies, answers),
      people: people.map(({ practitionerId, name }) => ({ value: practitionerId, text: name })),
      dashSoFar: dashSoFar(answers),
      saved,
      keptUntil: dayFromNow(keptUntil, now),
      here: `/refer/drafts/${params.draftId}`,
    };
    const seen = [{ key: 'Last saved', value: saved }];
    const faults = complete?.ok === false ? complete.faults : [];
    return { ok: true, title: 'Your referral to MARAC', data, version, seen, values: answers, faults };
  },
  form: {
    schema: typedSchema,
    read: ({ then, ...answers }) => ({ then: then === 'save' ? 'save' : 'check', answers }),
    act: async ({ actor, params, version, body }, deps) => {
      const { draftId } = params;
      const saved = await saveDraft(deps, actor, { draftId, version: version ?? 0, answers: body.answers });
      if (!saved.ok) return saved;
      if (body.then === 'save')
        return { ok: true, to: '/refer', notice: 'Your referral is saved. Nothing was sent yet.' };
      const isComplete = completeReferral(body.answers).ok;
      return { ok: true, to: `/refer/drafts/${draftId}${isComplete ? '/check' : '?look=missing'}` };
    },
  },
});
