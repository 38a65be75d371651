import type { AgencyActionsView } from '../../../contracts/views/meetingDocumentViews.ts';
import { heading, type Paper, paragraph } from '../../../domain/papers/paper.ts';
import type { Names } from '../../office/readNames.ts';
import { actionTable } from '../../papers/actionTable.ts';
import { dayOnPaper } from '../../papers/paperWords.ts';

/** What one agency has to do after a meeting, as a paper of its own: nothing of any other agency stands on it. */
export function agencyActionsPaper(
  view: AgencyActionsView,
  names: Names,
  nameOf: (id: string | null) => string | null,
): Paper {
  const agency = names.agency(view.agency) ?? view.agency;
  return {
    title: `Actions of ${agency}`,
    about: `From the MARAC ${names.area(view.area)} of ${dayOnPaper(view.startsAt)}`,
    marking: `Confidential. For ${agency} alone.`,
    parts:
      view.cases.length === 0
        ? paragraph('No action of this agency was decided at this meeting.')
        : view.cases.flatMap(({ reference, victim, actions }) => [
            heading(`${reference}${victim === null ? '' : ` ${victim}`}`),
            actionTable(actions, names, nameOf),
          ]),
  };
}
