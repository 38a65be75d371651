import { z } from 'zod';
import { feedOf, makeCalendarFeed, revokeCalendarFeed } from '../../../../usecases/calendarFeeds/calendarFeed.ts';
import { calendarAddress } from '../../../calendar/calendarRoute.ts';
import { definePage } from '../../../definePage.ts';
import type { AnswerableField } from '../../../commandForms/commandForm.ts';
import { formPageData } from '../../../commandForms/formPageData.ts';
import { missingWords } from '../../../commandForms/missingWords.ts';
import { momentWords } from '../../../wording/days.ts';

const make = { value: 'make', text: 'Make a new address', hint: 'An address made before leads nowhere from then on.' };
const revoke = { value: 'revoke', text: 'Take the address back', hint: 'Your calendar is shown nothing more.' };
const field = { kind: 'radios', name: 'what', label: 'What do you want?' } as const;
const before =
  'Your calendar program reads the diary under a secret address. Its entries hold the reference of a case and what is due, and nothing about anybody. Whoever has the address can read them: give it to nobody, and take it back when a phone is lost. It ends by itself on the day you leave.';

/** The diary in somebody's own calendar: a secret address, which they can take back. */
export const calendarFeedPage = definePage({
  path: '/court-diary/feed',
  permission: 'readCourtDiary',
  audit: 'makeCalendarFeed',
  view: 'formPage.njk',
  show: async ({ actor, now }, deps) => {
    const madeAt = await feedOf(deps, actor);
    const fields: readonly AnswerableField[] = [{ ...field, choices: madeAt ? [make, revoke] : [make] }];
    const data = formPageData({
      back: { text: 'Court diary', href: '/court-diary' },
      caption: madeAt && `You have an address, made ${momentWords(madeAt, now)}`,
      before,
      fields,
      button: 'Do it',
    });
    return { ok: true, title: 'The diary in your own calendar', data, values: madeAt ? {} : { what: 'make' } };
  },
  form: {
    schema: z.strictObject({ what: z.enum(['make', 'revoke']) }),
    missing: missingWords({ fields: [{ ...field, choices: [] }] }),
    act: async ({ actor, route, key, bodyHash, body, publicUrl }, deps) => {
      const to = '/court-diary/feed';
      if (body.what === 'revoke') {
        await revokeCalendarFeed(deps, { actor, route });
        return { ok: true, to, notice: 'The address is taken back. Nobody is shown anything under it any more.' };
      }
      const made = await makeCalendarFeed(deps, { actor, route, key, bodyHash });
      if (!made.ok) return made;
      const address = `${publicUrl}${calendarAddress(made.token)}`;
      return { ok: true, to, notice: `Copy this address into your calendar now; it is not shown again: ${address}` };
    },
  },
});
