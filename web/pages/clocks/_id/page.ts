import { idParams } from '../../../../contracts/address.ts';
import { getCaseToWorkOn } from '../../../../usecases/cases/getCase.ts';
import { offeredCommands } from '../../../../usecases/cases/offeredCommands.ts';
import { explainClock } from '../../../../usecases/clocks/explainClock.ts';
import { readNames, readPractitionerNames } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { offersOf } from '../../cases/_reference/offers.ts';
import { presentClockPage } from './present.ts';

/** Why a date is the date it is, what was done to it, whom it has reminded, and what comes next. */
export const clockPage = definePage({
  path: '/clocks/:id',
  permission: 'readCase',
  audit: 'readClock',
  params: idParams,
  view: 'clocks/_id/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const read = await explainClock(deps, actor, route, params.id);
    if (!read.ok) return read;
    const { view } = read;
    const [names, nameOf, about] = await Promise.all([
      readNames(deps),
      readPractitionerNames(deps, [
        view.ownerId,
        ...view.ledger.map(({ by }) => by),
        ...view.rungs.flatMap(({ toldIds }) => toldIds),
      ]),
      getCaseToWorkOn(deps, { actor, route, reference: view.reference }),
    ]);
    if (!about.ok) return about;
    const { ofThings } = offersOf(view.reference, offeredCommands(about.view, about.may));
    const links = [...(ofThings[view.clockId] ?? []), ...(ofThings[view.subject.id] ?? [])];
    return { ok: true, title: view.what, data: { ...presentClockPage({ view, names, nameOf, now }), links } };
  },
});
