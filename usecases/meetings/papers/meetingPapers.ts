import type { RequestProblem } from '../../../contracts/problemCode.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { londonDate } from '../../../domain/calendar/london.ts';
import type { Dependencies } from '../../dependencies.ts';
import { readNames, readPractitionerNames } from '../../office/readNames.ts';
import { paperFile, type PaperFile } from '../../papers/paperFile.ts';
import { getAgencyActions } from '../getAgencyActions.ts';
import { getAgenda } from '../getAgenda.ts';
import { getMinutes } from '../getMinutes.ts';
import { agencyActionsPaper } from './agencyActionsPaper.ts';
import { agendaPaper } from './agendaPaper.ts';
import { minutesPaper } from './minutesPaper.ts';

/** The agenda as a Word file, with what its reader may see of it. */
export async function agendaFile(
  deps: Dependencies,
  actor: Actor,
  meetingId: string,
  route: string,
): Promise<PaperFile | RequestProblem> {
  const read = await getAgenda(deps, actor, meetingId, route);
  if (!read.ok) return read;
  const { view } = read;
  return paperFile(agendaPaper(view, await readNames(deps)), ['agenda', view.area, londonDate(view.startsAt)]);
}

/** The minutes as a Word file, with what their reader may see of them. */
export async function minutesFile(
  deps: Dependencies,
  actor: Actor,
  meetingId: string,
  route: string,
): Promise<PaperFile | RequestProblem> {
  const read = await getMinutes(deps, actor, meetingId, { event: 'readMinutes', route });
  if (!read.ok) return read;
  const { view } = read;
  const ids = [
    ...view.attendees.map(({ practitionerId }) => practitionerId),
    ...view.cases.flatMap(({ actions }) => actions.map(({ ownerId }) => ownerId)),
  ];
  const [names, nameOf] = await Promise.all([readNames(deps), readPractitionerNames(deps, ids)]);
  return paperFile(minutesPaper(view, names, nameOf), ['minutes', view.area, londonDate(view.startsAt)]);
}

/** What one agency is to do as a Word file of its own. */
export async function agencyActionsFile(
  deps: Dependencies,
  actor: Actor,
  which: { readonly meetingId: string; readonly agency: string },
  route: string,
): Promise<PaperFile | RequestProblem> {
  const read = await getAgencyActions(deps, actor, which, route);
  if (!read.ok) return read;
  const { view } = read;
  const ids = view.cases.flatMap(({ actions }) => actions.map(({ ownerId }) => ownerId));
  const [names, nameOf] = await Promise.all([readNames(deps), readPractitionerNames(deps, ids)]);
  const paper = agencyActionsPaper(view, names, nameOf);
  return paperFile(paper, ['actions', view.agency, view.area, londonDate(view.startsAt)]);
}
