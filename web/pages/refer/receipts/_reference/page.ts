import { caseParams } from '../../../../../contracts/address.ts';
import { formatLondonTime, londonDate, mayStandForItsDay } from '../../../../../domain/calendar/london.ts';
import { getCaseToWorkOn } from '../../../../../usecases/cases/getCase.ts';
import { readNames, readPractitionerNames } from '../../../../../usecases/office/readNames.ts';
import { referralInHand } from '../../../../../usecases/referral/referralInHand.ts';
import { definePage } from '../../../../definePage.ts';
import { dayWords } from '../../../../wording/days.ts';

/** What somebody has in hand who referred: that it arrived, when, under which reference. Nothing in it is about anybody, so it can be printed. */
export const receiptPage = definePage({
  path: '/refer/receipts/:reference',
  permission: 'readCase',
  audit: 'readCase',
  params: caseParams,
  view: 'refer/receipts/_reference/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const read = await getCaseToWorkOn(deps, { actor, route, reference: params.reference });
    if (!read.ok) {
      // Pressed twice while it cannot be decided, or gone back to: it is kept, and not "nothing here".
      const commandId = await referralInHand(deps, actor, params.reference);
      const here = `/refer/receipts/${params.reference}`;
      return commandId === null ? read : { ok: true, goTo: `/commands/${commandId}?to=${encodeURIComponent(here)}` };
    }
    const { reference, area, referringAgencies, referrerId, dates } = read.view;
    const [names, nameOf] = await Promise.all([readNames(deps), readPractitionerNames(deps, [referrerId])]);
    const day = dayWords(londonDate(dates.received), londonDate(now));
    const received = mayStandForItsDay(dates.received) ? day : `${day} at ${formatLondonTime(dates.received)}`;
    const data = {
      reference,
      rows: [
        { key: 'Reference', value: reference },
        { key: 'Received', value: received },
        { key: 'By the MARAC of', value: names.area(area) },
        { key: 'From', value: referringAgencies.map((code) => names.agency(code)).join(', ') },
        { key: 'Sent by', value: nameOf(referrerId) ?? '' },
      ],
    };
    return { ok: true, title: 'Receipt of a referral', data };
  },
});
