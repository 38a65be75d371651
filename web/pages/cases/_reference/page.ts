import type { CaseView } from '../../../../contracts/views/caseView.ts';
import type { Actor } from '../../../../domain/access/actor.ts';
import { mayDo } from '../../../../domain/access/mayDo.ts';
import type { OfficePermission } from '../../../../domain/access/permission.ts';
import { londonDate } from '../../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import type { Dependencies } from '../../../../usecases/dependencies.ts';
import { caseHistory, type HistoryLine } from '../../../../usecases/cases/caseHistory.ts';
import { getCaseToWorkOn, type Reading } from '../../../../usecases/cases/getCase.ts';
import { offeredCommands } from '../../../../usecases/cases/offeredCommands.ts';
import { listReportsOfCase } from '../../../../usecases/furtherAbuse/reportsOfCase.ts';
import { readNames, readNamesShownTo } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { caseParams } from '../../../../contracts/address.ts';
import { dayWords, momentWords } from '../../../wording/days.ts';
import { offersOf } from './offers.ts';
import { historyWords } from './history/present.ts';
import { practitionersIn, presentCasePage } from './present.ts';
import { transfersOf } from './transfers/present.ts';

/** One case, as much of it as one may see: where it stands, what is next, who is in it and what has been done. */
export const casePage = definePage({
  path: '/cases/:reference',
  permission: 'readCase',
  audit: 'readCase',
  params: caseParams,
  view: 'cases/_reference/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const reading = { actor, route, reference: params.reference };
    const read = await getCaseToWorkOn(deps, reading);
    if (!read.ok) return read;
    const { view, may } = read;
    const [history, reports] = await Promise.all([
      may('readAudit') ? latestHistory(deps, reading) : null,
      view.disclosure === 'full' ? reportsHere(deps, reading, now) : [],
    ]);
    const [names, nameOf] = await Promise.all([
      readNames(deps),
      readNamesShownTo(deps, actor, [...practitionersIn(view), ...(history ?? []).map(({ byId }) => byId)]),
    ]);
    const data = {
      ...presentCasePage({ view, names, nameOf, now }),
      transfers: transfersOf(view, names, may('readTransferPack'), now),
      offers: offersOf(view.reference, offeredCommands(view, may)),
      more: [
        ...(mayDo<OfficePermission>(actor, 'readAuditTrail', null)
          ? [{ text: 'Who saw or did what on it', href: `/audit?case=${view.reference}` }]
          : []),
        ...(may('manageDenyList')
          ? [{ text: 'Who must not see it: deny list', href: `/cases/${view.reference}/deny-list` }]
          : []),
      ],
      reportHref: mayReportHere(actor, view) ? `/further-abuse?case=${view.reference}` : null,
      reports,
      history: history && historyWords(history.toReversed(), nameOf, now),
    };
    return { ok: true, title: `Case ${view.reference}`, data, version: view.revision };
  },
});

/** Governance knows a case by its reference alone: a report from its page would name nobody, and theirs is made from the start page. */
function mayReportHere(actor: Actor, { victim, perpetrator }: CaseView): boolean {
  return (victim !== null || perpetrator !== null) && mayDo<OfficePermission>(actor, 'reportFurtherAbuse', null);
}

/** What was reported of the two people while this was their case. */
async function reportsHere(deps: Dependencies, reading: Reading, now: IsoInstant) {
  const listed = await listReportsOfCase(deps, reading);
  if (!listed.ok) return [];
  return listed.reports.map(({ reportId, incidentAt, receivedAt, repeat }) => ({
    href: `/further-abuse/${reportId}`,
    happened: dayWords(londonDate(incidentAt), londonDate(now)),
    received: momentWords(receivedAt, now),
    repeat,
  }));
}

const linesShown = 12;
/** More lines than any case has had; the page of the whole history reads on from there. */
const longest = 500;

/** The last things that happened in a case; a long record is read in parts. */
async function latestHistory(deps: Dependencies, reading: Reading): Promise<readonly HistoryLine[]> {
  let lines: readonly HistoryLine[] = [];
  for (let after = 0; ;) {
    const part = await caseHistory(deps, reading, after, longest);
    if (!part.ok) return lines;
    lines = [...lines, ...part.lines].slice(-linesShown);
    if (!part.more) return lines;
    after = lines.at(-1)?.number ?? 0;
  }
}
