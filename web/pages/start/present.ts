import type { CaseSummaryView } from '../../../contracts/views/caseView.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { DutiesAhead } from '../../../usecases/clocks/dutiesAhead.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import { caseLine } from '../../wording/cases.ts';
import { clockLine } from '../../wording/clocks.ts';
import { sentence, upTo } from '../../wording/days.ts';

interface Given {
  readonly duties: DutiesAhead | null;
  /** How many things are stuck; null for those who are not shown what is. */
  readonly stuck: number | null;
  readonly cases: readonly CaseSummaryView[];
  readonly names: Names;
  readonly now: IsoInstant;
}

/** The start page in words: figures that lead somewhere, the most urgent duties, and the latest cases. */
export function presentStart({ duties, stuck, cases, names, now }: Given) {
  return {
    tiles: [
      ...(duties ? [tile(duties.overdue, 'overdue', duties.scope === 'area' ? '/overdue' : '/tasks', 'late')] : []),
      ...(duties ? [tile(duties.soon, 'due in the next 7 days', duties.scope === 'area' ? '/overdue' : '/tasks')] : []),
      ...(stuck === null ? [] : [tile(stuck, 'stuck, and no clock brings it up', '/exceptions', 'late')]),
    ],
    scope: duties?.scope ?? null,
    duties: duties?.first.map((clock) => clockLine(clock, now, names.agency)) ?? null,
    cases: cases.map((each) => caseLine(each, names, now)),
  };
}

function tile(figure: number, text: string, href: string, whenAny: 'late' | 'now' = 'now') {
  return { figure: sentence(upTo(figure)), text, href, state: figure === 0 ? 'calm' : whenAny };
}
