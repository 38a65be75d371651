import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { QuarterlyReturnQuery } from '../../contracts/report.ts';
import type { QuarterlyReturnView } from '../../contracts/views/reportView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { addDays, addMonths } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { formatFraction, fraction, type Fraction } from '../../domain/returns/fraction.ts';
import { returnNotes } from '../../domain/returns/returnNotes.ts';
import { figuresOf, indicatorsOf, sumFigures, type ReturnFigures } from '../../domain/returns/returnFigures.ts';
import { describeMeasure, returnMeasures } from '../../domain/returns/returnMeasures.ts';
import { suppress, type PublishedFigures } from '../../domain/returns/suppress.ts';
import type { Area } from '../../store/areas/findArea.ts';
import { countHeardElsewhere } from '../../store/reports/heardElsewhere.ts';
import { countHeardCases, type MeetingCount } from '../../store/reports/quarterlyReturn.ts';
import type { Dependencies } from '../dependencies.ts';
import { publishedAreas, reportAreas } from './reportAreas.ts';

/** The return: exact by area and meeting for those who govern or run the areas, or by area as it may be published. */
export async function quarterlyReturn(
  deps: Dependencies,
  actor: Actor,
  route: string,
  query: QuarterlyReturnQuery,
): Promise<{ readonly ok: true; readonly report: QuarterlyReturnView } | RequestProblem> {
  const publication = query.view === 'publication';
  const allowed = publication
    ? await publishedAreas(deps, actor, route)
    : await reportAreas(deps, actor, route, query.areas);
  if (!allowed.ok) return allowed;
  const range = daysOf(query);
  const asked = { ...range, areas: allowed.ids };
  const meetings = await countHeardCases(deps.store.prisma, asked);
  const lines = returnMeasures.map((line) => ({ line, what: describeMeasure(line) }));
  const shown = publication
    ? published(allowed.areas, meetings)
    : internal(allowed.areas, meetings, await countHeardElsewhere(deps.store.prisma, asked));
  return { ok: true, report: { ...range, view: query.view, lines, ...shown } };
}

/** The first and last London day asked for. */
function daysOf({ year, quarter, from, to }: QuarterlyReturnQuery): { from: IsoDate; to: IsoDate } {
  if (from !== undefined && to !== undefined) return { from, to };
  if (year === undefined || quarter === undefined) throw new Error('A return is asked for by quarter or by dates.');
  const first = addMonths(`${year}-01-01`, 3 * (quarter - 1));
  return { from: first, to: addDays(addMonths(first, 3), -1) };
}

type Shown = Pick<QuarterlyReturnView, 'areas' | 'total' | 'notes'>;

function internal(
  areas: readonly Area[],
  meetings: readonly MeetingCount[],
  elsewhere: ReadonlyMap<string, number>,
): Shown {
  return {
    areas: areas.map(({ code, name }) => {
      const ofArea = meetings.filter(({ areaCode }) => areaCode === code);
      const sum = sumFigures(ofArea.map(figuresOf));
      return {
        ...{ area: code, name, figures: written(sum), indicators: percentages(sum) },
        heardElsewhere: elsewhere.get(code) ?? 0,
        meetings: ofArea.map((meeting) => ({
          meetingId: meeting.meetingId,
          date: meeting.meetingOn,
          figures: written(figuresOf(meeting)),
        })),
      };
    }),
    total: totalOf(sumFigures(meetings.map(figuresOf))),
    notes: [...returnNotes([...elsewhere.values()].reduce((sum, cases) => sum + cases, 0))],
  };
}

/** By area alone: what one meeting heard is nearly always too little to be published. */
function published(areas: readonly Area[], meetings: readonly MeetingCount[]): Shown {
  const figures = areas.map(({ code }): [string, ReturnFigures] => {
    const ofArea = meetings.filter(({ areaCode }) => areaCode === code);
    return [code, sumFigures(ofArea.map(figuresOf))];
  });
  const suppressed = suppress(new Map(figures));
  return {
    areas: areas.flatMap(({ code, name }) => {
      const column = suppressed.areas.get(code);
      return column
        ? [
            {
              ...{ area: code, name, figures: written(column), indicators: percentages(column) },
              ...{ heardElsewhere: null, meetings: [] },
            },
          ]
        : [];
    }),
    total: totalOf(suppressed.total),
    notes: [...returnNotes(null)],
  };
}

function totalOf(figures: PublishedFigures): Shown['total'] {
  return { figures: written(figures), indicators: percentages(figures) };
}

function written(figures: PublishedFigures): Record<string, string | null> {
  return Object.fromEntries(
    returnMeasures.map((line) => {
      const figure = figures[line];
      return [line, figure === null ? null : formatFraction(figure)];
    }),
  );
}

/** A share of left-out figures would give them away, so it is left out as well. */
function percentages({ cases, repeats, police }: PublishedFigures): Shown['total']['indicators'] {
  if (cases === null) return { repeatRate: null, policeShare: null };
  const nothing = fraction(0);
  const { repeatRate, policeShare } = indicatorsOf({ cases, repeats: repeats ?? nothing, police: police ?? nothing });
  return {
    repeatRate: repeats === null ? null : percent(repeatRate),
    policeShare: police === null ? null : percent(policeShare),
  };
}

function percent(share: Fraction | null): number | null {
  return share === null ? null : Math.round((share.n / share.d) * 1000) / 10;
}
