import type { CaseView } from '../../../../contracts/views/caseView.ts';
import type { Actor } from '../../../../domain/access/actor.ts';
import { mayDo } from '../../../../domain/access/mayDo.ts';
import type { OfficePermission } from '../../../../domain/access/permission.ts';
import { londonDate } from '../../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import { askingTogether } from '../../../../usecases/askingTogether.ts';
import { type CaseToWorkOn, getCaseToWorkOn } from '../../../../usecases/cases/getCase.ts';
import { offeredCommands } from '../../../../usecases/cases/offeredCommands.ts';
import { listReportsOfCase, type ReportOfCase } from '../../../../usecases/furtherAbuse/reportsOfCase.ts';
import { previewErasure } from '../../../../usecases/retention/previewErasure.ts';
import { readNames, readNamesShownTo } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { caseParams } from '../../../../contracts/address.ts';
import { dayWords, momentWords } from '../../../wording/days.ts';
import { offersOf } from './offers.ts';
import { historyWords } from './history/present.ts';
import { practitionersIn, presentCasePage } from './present.ts';
import { retentionOf } from './retention.ts';
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
    const read = await getCaseToWorkOn(deps, reading, linesShown);
    if (!read.ok) return read;
    const { view, may, history } = read;
    const together = askingTogether(deps);
    const practitioners = [...practitionersIn(view), ...(history ?? []).map(({ byId }) => byId)];
    const [reports, preview, names, nameOf] = await Promise.all([
      listReportsOfCase(together, read),
      mayReview(read) ? previewErasure(deps, reading) : null,
      readNames(deps),
      readNamesShownTo(together, actor, practitioners),
    ]);
    const data = {
      ...presentCasePage({
        ...{ view, names, nameOf, now },
        maySeeMeetings: mayDo<OfficePermission>(actor, 'readMeetingList', null),
      }),
      transfers: transfersOf(view, names, may('readTransferPack'), now),
      offers: offersOf(view.reference, offeredCommands(view, may)),
      parkedHref: view.parked && mayDo<OfficePermission>(actor, 'retryCommand', null) ? '/commands/parked' : null,
      more: [
        ...(mayDo<OfficePermission>(actor, 'readAuditTrail', null)
          ? [{ text: 'Who saw or did what on it', href: `/audit?case=${view.reference}` }]
          : []),
        ...(may('manageDenyList')
          ? [{ text: 'Who must not see it: deny list', href: `/cases/${view.reference}/deny-list` }]
          : []),
      ],
      reportHref: mayReportHere(actor, view) ? `/further-abuse?case=${view.reference}` : null,
      reports: reports.map((report) => reportWords(report, now)),
      retention: retentionOf(view, preview?.ok ? preview.view : null, now),
      history: history && historyWords(history.toReversed(), nameOf, now),
    };
    return { ok: true, title: `Case ${view.reference}`, data, version: view.revision };
  },
});

/** Governance knows a case by its reference alone: a report from its page would name nobody, and theirs is made from the start page. */
function mayReportHere(actor: Actor, { victim, perpetrator }: CaseView): boolean {
  return (victim !== null || perpetrator !== null) && mayDo<OfficePermission>(actor, 'reportFurtherAbuse', null);
}

/** Whether the reader decides how long the record of this case is kept, and that is to be decided. */
function mayReview({ view, may }: Pick<CaseToWorkOn, 'view' | 'may'>): boolean {
  const isUnderReview = view.clocks.some(({ kind, status }) => kind === 'retentionReview' && status !== 'ended');
  return isUnderReview && may('decideRetention');
}

/** Something that was reported of the two people while this was their case. */
function reportWords({ reportId, incidentAt, receivedAt, repeat }: ReportOfCase, now: IsoInstant) {
  return {
    href: `/further-abuse/${reportId}`,
    happened: dayWords(londonDate(incidentAt), londonDate(now)),
    received: momentWords(receivedAt, now),
    repeat,
  };
}

const linesShown = 12;
