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
  /** How much is parked, for those who look after it and see nothing else that is stuck; null for everybody else. */
  readonly parked: number | null;
  /** How many assessments a service of theirs is asked to take on. */
  readonly handedOver: number;
  /** What stands above already, by its address: nothing is shown twice. */
  readonly climbed: readonly string[];
  readonly linesShown: number;
  readonly cases: readonly CaseSummaryView[];
  readonly names: Names;
  readonly now: IsoInstant;
}

/** The start page in words: figures that lead somewhere, the most urgent duties, and the latest cases. */
export function presentStart({ duties, climbed, linesShown, stuck, parked, handedOver, cases, names, now }: Given) {
  const lines = duties?.first.map((clock) => clockLine(clock, now, names.agency)) ?? null;
  return {
    tiles: [
      ...(duties ? dutyTiles(duties, names) : []),
      ...(stuck === null ? [] : [tile(stuck, 'stuck, and no clock brings it up', '/exceptions', 'late')]),
      ...(parked === null ? [] : [tile(parked, 'parked by a fault of the product', '/commands/parked', 'late')]),
      ...(handedOver === 0
        ? []
        : [tile(handedOver, 'handed over to your service, to be taken on', '/assessments?status=handedOver', 'late')]),
    ],
    scope: duties?.scope ?? null,
    duties: lines?.filter(({ href }) => !climbed.includes(href)).slice(0, linesShown) ?? null,
    besideClimbed: climbed.length > 0,
    cases: cases.map((each) => caseLine(each, names, now)),
  };
}

/** Each leads to the list that was counted. */
function dutyTiles({ overdue, soon, scope, managed }: DutiesAhead, { agency: nameOf }: Names) {
  const [late, ahead] = scope === 'area' ? ['/overdue', '/overdue?soon=7'] : ['/tasks', '/tasks'];
  return [
    tile(overdue, scope === 'area' ? 'overdue' : 'of your tasks overdue', late, 'late'),
    tile(soon, 'due in the next 7 days', ahead),
    ...managed.map((each) =>
      tile(each.overdue, `overdue in ${nameOf(each.agency) ?? each.agency}`, `/overdue?agency=${each.agency}`, 'late'),
    ),
  ];
}

function tile(figure: number, text: string, href: string, whenAny: 'late' | 'now' = 'now') {
  return { figure: sentence(upTo(figure)), text, href, state: figure === 0 ? 'calm' : whenAny };
}
