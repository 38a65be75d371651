import { idParams } from '../../../../contracts/address.ts';
import type { RequestProblem } from '../../../../contracts/problemCode.ts';
import type { ClockExplanationView } from '../../../../contracts/views/clockView.ts';
import type { Actor } from '../../../../domain/access/actor.ts';
import { mayDo } from '../../../../domain/access/mayDo.ts';
import { getCaseToWorkOn } from '../../../../usecases/cases/getCase.ts';
import { offeredCommands } from '../../../../usecases/cases/offeredCommands.ts';
import type { Dependencies } from '../../../../usecases/dependencies.ts';
import { explainClock } from '../../../../usecases/clocks/explainClock.ts';
import { readNames, readNamesShownTo } from '../../../../usecases/office/readNames.ts';
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
    const [names, nameOf, offers] = await Promise.all([
      readNames(deps),
      readNamesShownTo(deps, actor, [
        view.ownerId,
        ...view.ledger.map(({ by }) => by),
        ...view.rungs.flatMap(({ toldIds }) => toldIds),
      ]),
      offersOfClock(deps, actor, route, view),
    ]);
    if (!offers.ok) return offers;
    const { links } = offers;
    return { ok: true, title: view.what, data: { ...presentClockPage({ view, names, nameOf, now }), links } };
  },
});

type Offers = { readonly ok: true; readonly links: readonly { href: string; text: string }[] } | RequestProblem;

/** What can be done about a clock from its page: with its case, or from the page of its meeting. */
async function offersOfClock(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { reference, assessment, clockId, subject, status }: ClockExplanationView,
): Promise<Offers> {
  if (assessment !== null)
    return { ok: true, links: [{ href: `/assessments/${assessment.assessmentId}`, text: 'The assessment' }] };
  if (reference === null) {
    const chase = { href: `/overdue/bulk?clock=${clockId}`, text: 'Acknowledge the delay' };
    return { ok: true, links: status === 'running' && mayDo(actor, 'runMeeting', null) ? [chase] : [] };
  }
  const about = await getCaseToWorkOn(deps, { actor, route, reference });
  if (!about.ok) return about;
  const { ofThings } = offersOf(reference, offeredCommands(about.view, about.may));
  return { ok: true, links: [...(ofThings[clockId] ?? []), ...(ofThings[subject.id] ?? [])] };
}
