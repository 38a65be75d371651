import type { AgendaView } from '../../../../../contracts/views/meetingDocumentViews.ts';
import { formatLondonTime, londonDate } from '../../../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../../../domain/calendar/time.ts';
import type { Names } from '../../../../../usecases/office/readNames.ts';
import { clockLine } from '../../../../wording/clocks.ts';
import { counted, dayWords } from '../../../../wording/days.ts';
import { labelOf, riskLabels } from '../../../../wording/labels.ts';
import { marksOf, meetingKindLabels } from '../../../../wording/meetings.ts';
import { plainWords } from '../../../../wording/plainWords.ts';

/** An agenda in words. */
export function presentAgenda(view: AgendaView, names: Names, now: IsoInstant) {
  const today = londonDate(now);
  const presentCase = (each: AgendaView['casesWithAdults'][number]) => ({
    ...each,
    marks: marksOf(each, names),
    actions: each.openActions === 0 ? null : counted(each.openActions, 'open action'),
    view: plainWords(each.victimView),
    missing: each.missing.map((agency) => names.agency(agency)).join(', '),
  });
  return {
    title: `Agenda: ${names.area(view.area)}, ${dayWords(londonDate(view.startsAt), today)}`,
    kind: labelOf(meetingKindLabels, view.kind),
    at: formatLondonTime(view.startsAt),
    address: `/meetings/${view.meetingId}`,
    sent: view.sentAt !== null,
    unfinished: view.unfinishedActions.map(({ clock, agency, risk, description }) => ({
      ...clockLine(clock, now, names.agency),
      who: names.agency(agency) ?? '',
      risk: labelOf(riskLabels, risk),
      description: plainWords(description),
    })),
    withChildren: view.casesWithChildren.map(presentCase),
    withAdults: view.casesWithAdults.map(presentCase),
    flags: view.reachingTwelveMonths.map(({ reference, endsOn }) => ({ reference, on: dayWords(endsOn, today) })),
  };
}
