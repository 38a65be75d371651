import { isProblem, problem, type RequestProblem } from '../../../../../../contracts/problemCode.ts';
import type { Actor } from '../../../../../../domain/access/actor.ts';
import type { IsoInstant } from '../../../../../../domain/calendar/time.ts';
import { agendaOf } from '../../../../../../domain/meetings/agenda.ts';
import { isStepWorthOffering } from '../../../../../../domain/meetings/possibleSteps.ts';
import { getMeeting } from '../../../../../../usecases/meetings/getMeeting.ts';
import { ownAgencyCodes } from '../../../../../../usecases/meetings/ownAgencyCodes.ts';
import type { Dependencies } from '../../../../../../usecases/dependencies.ts';
import { readNames } from '../../../../../../usecases/office/readNames.ts';
import { counted, dayFromNow } from '../../../../../wording/days.ts';

interface Asking {
  readonly actor: Actor;
  readonly params: { readonly meetingId: string; readonly agency: string };
  readonly route: string;
  readonly now: IsoInstant;
}

/** What an agency was asked about for a meeting, in the order of the agenda, while answers are taken; for its own people alone. */
export async function askedOf(deps: Dependencies, { actor, params, route, now }: Asking) {
  const read = await getMeeting(deps, actor, params.meetingId, route);
  if (isProblem(read)) return read;
  const { view } = read;
  const own = await ownAgencyCodes(deps, actor);
  const request = own.includes(params.agency)
    ? view.research.find(({ agency }) => agency === params.agency)
    : undefined;
  if (!request || !isStepWorthOffering('returnResearch', view, now)) return notAsked;
  const names = await readNames(deps);
  const agency = names.agency(params.agency) ?? params.agency;
  const { casesWithChildren, casesWithAdults } = agendaOf(view.cases, [], []);
  const cases = [...casesWithChildren, ...casesWithAdults].filter(({ reference }) => request.asked.includes(reference));
  return {
    ok: true as const,
    caption: `For ${agency}, to the meeting of ${names.area(view.area) ?? view.area}, ${dayFromNow(view.on, now)}`,
    agency,
    cases: cases.map(({ number, reference, victim, children }) => ({
      ...{ number, reference, victim, href: `/cases/${reference}` },
      children: children === 0 ? null : counted(children, 'child', 'children'),
      isLeft: request.missing.includes(reference),
    })),
  };
}

const notAsked: RequestProblem = problem('NOT_FOUND');
