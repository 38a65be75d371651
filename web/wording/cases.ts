import type { CaseSummaryView } from '../../contracts/views/caseView.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Names } from '../../usecases/office/readNames.ts';
import { counted, dayFromNow, dueWords, momentWords, wasDueWords } from './days.ts';

/** A case as a line of a list: who it is about only where the reader may know it. */
export function caseLine(each: CaseSummaryView, names: Names, now: IsoInstant) {
  return {
    reference: each.reference,
    href: `/cases/${each.reference}`,
    victim: each.victim,
    area: names.area(each.area),
    stage: each.stageMeaning,
    repeat: each.repeat,
    actions: each.openActions > 0 ? counted(each.openActions, 'open action') : null,
    meeting: each.meetingOn && dayFromNow(each.meetingOn, now),
    received: momentWords(each.receivedAt, now, 'day'),
    due: each.nextDue && dueLine(each.nextDue, now),
  };
}

function dueLine({ clockId, what, due, overdue }: NonNullable<CaseSummaryView['nextDue']>, now: IsoInstant) {
  const when = overdue ? wasDueWords(due, now) : dueWords(due, now);
  return { what, when, overdue, href: `/clocks/${clockId}` };
}
