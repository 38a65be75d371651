import { referralSchema } from '../../../contracts/referral.ts';
import { createdIds } from '../../../usecases/createdIds.ts';
import { readCodes } from '../../../usecases/office/codes.ts';
import { listAgencies, listAreas } from '../../../usecases/office/listOffice.ts';
import { submitReferral } from '../../../usecases/referral/submitReferral.ts';
import { definePage } from '../../definePage.ts';
import { readReferral } from './form.ts';
import { missingWords } from './missingWords.ts';
import { presentReferral } from './present.ts';

/** A referral to MARAC, asked for on one page in the order in which one tells it. */
export const referPage = definePage({
  path: '/refer',
  permission: 'submitReferral',
  audit: 'openReferralForm',
  view: 'refer/view.njk',
  navigation: { label: 'Refer', order: 50 },
  show: async ({ actor }, deps) => {
    const [areas, agencies, codes] = await Promise.all([listAreas(deps), listAgencies(deps), readCodes(deps)]);
    const own = actor.appointments.map(({ agencyId }) => codes.agency(agencyId)).find((code) => code !== null);
    const values = own === undefined ? {} : { 'referringAgencies.0': own ?? '' };
    return { ok: true, title: 'Refer somebody to MARAC', data: presentReferral(areas, agencies), values };
  },
  form: {
    schema: referralSchema,
    read: readReferral,
    missing: missingWords,
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const result = await submitReferral(deps, { actor, route, key, bodyHash }, body);
      if (!result.ok) return result;
      const reference = String(createdIds(result.command)['reference']);
      if (result.status === 'pending') return { ok: true, to: `/cases/${reference}`, pending: result.command.id };
      return {
        ok: true,
        to: `/refer/receipts/${reference}`,
        notice: `Your referral was received. Its reference is ${reference}.`,
      };
    },
  },
});
