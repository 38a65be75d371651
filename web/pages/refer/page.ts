import { z } from 'zod';
import { peopleSearchSchema } from '../../../contracts/peopleSearch.ts';
import { readCodes } from '../../../usecases/office/codes.ts';
import { listAreas } from '../../../usecases/office/listOffice.ts';
import { beginDraft, listDrafts, type BegunReferral } from '../../../usecases/referral/referralDrafts.ts';
import { definePage } from '../../definePage.ts';
import type { Fields } from '../../form/fields.ts';
import { typed } from '../../form/dates.ts';
import { asChoice } from '../../wording/asChoice.ts';
import { dayFromNow, momentWords } from '../../wording/days.ts';
import { missingWords } from './drafts/_draft/missingWords.ts';
import { questionWords } from './drafts/_draft/questions.ts';
import { readSearch } from './search.ts';

/** What was typed comes along as it stands: it is what the referral begins with. */
const begunSchema = z.object({ search: peopleSearchSchema, typed: z.custom<Fields>() });

/** Where a referral begins or is gone on with: first whom it is about, so that they can be looked for. */
export const referPage = definePage({
  path: '/refer',
  permission: 'submitReferral',
  audit: 'openReferralForm',
  view: 'refer/view.njk',
  navigation: { label: 'Refer', order: 50 },
  show: async ({ actor, now }, deps) => {
    const [areas, begun] = await Promise.all([listAreas(deps), listDrafts(deps, actor)]);
    const drafts = begun.map((draft) => draftLine(draft, now));
    return {
      ok: true,
      title: 'Refer somebody to MARAC',
      data: { words: questionWords, areas: areas.map(asChoice), drafts },
    };
  },
  form: {
    schema: begunSchema,
    read: (fields) => ({ search: readSearch(fields), typed: fields }),
    fieldOf: (at) => fieldOnPage(at.replace('search.', '')),
    missing: Object.fromEntries(Object.entries(missingWords).map(([at, words]) => [`search.${at}`, words])),
    act: async ({ actor, route, key, body }, deps) => {
      const codes = await readCodes(deps);
      const own = actor.appointments.map(({ agencyId }) => codes.agency(agencyId)).find((code) => code !== null);
      const answers = { ...body.typed, ...(own ? { 'referringAgencies.0': own } : {}) };
      const begun = await beginDraft(deps, { actor, route, key }, answers);
      return begun.ok ? { ok: true, to: `/refer/drafts/${begun.draftId}/known` } : begun;
    },
  },
});

function fieldOnPage(at: string): string {
  return at === 'victim.postcode' ? 'victim.address.postcode' : at;
}

function draftLine({ id, answers, savedAt, keptUntil }: BegunReferral, now: string) {
  const name = (who: string) => `${typed(answers, `${who}.givenNames`)} ${typed(answers, `${who}.familyName`)}`.trim();
  return {
    href: `/refer/drafts/${id}`,
    victim: name('victim') || 'Nobody named yet',
    perpetrator: name('perpetrator'),
    saved: momentWords(savedAt, now),
    keptUntil: dayFromNow(keptUntil, now),
  };
}
