import type { CourtDiaryView } from '../../../contracts/views/courtDiaryView.ts';
import { formatLondonTime } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import { diaryLabels } from '../../wording/courtDiary.ts';
import { dayFromNow } from '../../wording/days.ts';
import { proceedingLabels } from '../../wording/courtLabels.ts';
import { labelOf, liveDateLabels } from '../../wording/labels.ts';
import { timeOfLiveDate } from '../../wording/liveDates.ts';

interface Given {
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

const colours = {
  hearing: 'purple',
  outcomeDue: 'yellow',
  toCourt: 'orange',
  answerDue: 'yellow',
  ends: 'blue',
  release: 'red',
} as const;

/** What is due by the end of a day has no time of day of its own; a notice is due at court at a time. */
const byDay: readonly CourtDiaryView['what'][] = ['outcomeDue', 'answerDue'];

/** The diary by day, each in the order of its time; what is late stands on the day it was due. */
export function presentDiary(lines: readonly CourtDiaryView[], given: Given) {
  const days = new Map<string, ReturnType<typeof lineOf>[]>();
  for (const line of lines) days.set(line.on, [...(days.get(line.on) ?? []), lineOf(line, given)]);
  return [...days].map(([on, entries]) => ({ on, words: dayFromNow(on, given.now), entries }));
}

function lineOf(line: CourtDiaryView, { names, nameOf }: Given) {
  const company = line.goesAlong.flatMap((id) => nameOf(id) ?? []);
  return {
    time: timeWords(line),
    what: labelOf(diaryLabels, line.what),
    colour: line.overdue ? 'red' : colours[line.what],
    late: line.overdue,
    kind: line.what === 'hearing' ? null : labelOf(liveDateLabels, line.kind),
    court: line.court,
    proceedings: line.proceedings && labelOf(proceedingLabels, line.proceedings),
    reference: line.reference,
    open: line.open,
    area: line.area && names.area(line.area),
    adviser: nameOf(line.adviserId),
    company: company.length > 0 ? company.join(', ') : null,
    watched: nameOf(line.watchedById),
  };
}

function timeWords({ what, kind, at }: CourtDiaryView): string {
  if (byDay.includes(what)) return 'By the end of the day';
  return what === 'toCourt' ? formatLondonTime(at) : timeOfLiveDate({ kind, at });
}
