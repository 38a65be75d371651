import type { Actor } from '../../domain/access/actor.ts';
import { visibleCases } from '../access/visibleCases.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import { readInOrder } from '../statementNames.ts';
import { fromInstant } from '../time.ts';
import { assessmentColumns, fromAssessmentClocks, visibleAssessmentClocks } from './assessmentClocks.ts';
import { inPlace, keysOf, placeOf, rankOf, rankOfNone, type Places } from './clockPlaces.ts';
import { caseColumns, fromMeetingClocks, meetingColumns, visibleMeetingClocks } from './meetingClocks.ts';
import {
  conditionsOf,
  listedColumns,
  type ClockFilter,
  type ClockListed,
  type ClockPosition,
} from './overdueClocks.ts';

/** In which order clocks are read: place by place where some are given, and within one by what comes first there. */
export interface ClockReading {
  readonly places: Places | null;
  readonly within: 'soonest' | 'latest' | 'rungs' | Places;
}

/** Where the page before ended: in which place, by what within it, when overdue, and which it was. */
export interface ReadingPosition extends ClockPosition {
  /** The place of the last one, null for none. */
  readonly place: string | null;
  /** What it stood by within its place: how many reminders, or the place of another kind; null for none. */
  readonly by: string | null;
}

interface Question {
  readonly actor: Actor;
  readonly filter: ClockFilter;
  readonly reading: ClockReading;
  readonly after: ReadingPosition | null;
  readonly limit: number;
}

/** Running clocks of all that somebody may see, in an order. */
export async function clocksInOrder(tx: Reads, question: Question): Promise<ClockListed[]> {
  return tx.$queryRaw<ClockListed[]>(orderStatement(question));
}

/**
 * The one statement behind it, so that a test can ask how it is carried out. Each place is read by its index, no further
 * than a page needs; the places after the one in which the page is full are not read at all.
 */
export function orderStatement({ actor, filter, reading, after, limit }: Question): Prisma.Sql {
  const conditions = Prisma.join(conditionsOf(filter), ' and ');
  const { places, within } = reading;
  const { step, order } = stepOf(within);
  const byPlace = places ? Prisma.sql`${placeOf(places)} ${wayOf(within)},` : Prisma.empty;
  const inner = Prisma.sql`${byPlace} ${order(Prisma.sql`k.`)} limit ${limit}`;
  const outer = Prisma.sql`nth, ${order(Prisma.empty)} limit ${limit}`;
  const ofCases = (where: Prisma.Sql) => Prisma.sql`select k.*, ${step} as step, ${caseColumns}
    from clock k join "case" c on c.id = k.case_id where ${where} and ${conditions} and (${visibleCases(actor)})`;
  const from = after && positionOf(reading, after);
  const beyond = (nth: Prisma.Sql) => (from ? beyondPosition(within, nth, from) : Prisma.sql`true`);
  const [none, nth, inNone] = places
    ? [rankOfNone(places), rankOf(places), Prisma.sql`${placeOf(places)} is null`]
    : [Prisma.sql`0`, Prisma.sql`0`, Prisma.sql`true`];
  const inPlaces = (asked: Places) => Prisma.sql`(select place.nth, found.* from (select key, nth::int as nth
        from unnest(${keysOf(asked)}) with ordinality list(key, nth)
        ${from ? Prisma.sql`where nth >= ${from.nth}` : Prisma.empty} order by nth offset 0) place
      cross join lateral (${ofCases(Prisma.sql`${inPlace(asked, Prisma.sql`place.key`)} and ${beyond(Prisma.sql`place.nth`)}`)}
        order by ${inner}) found
      order by ${outer})
    union all`;
  return Prisma.sql`
    select ${readInOrder} ${listedColumns} from (
      ${places ? inPlaces(places) : Prisma.empty}
      (select ${none} as nth, found.* from (${ofCases(Prisma.sql`${inNone} and ${beyond(none)}`)}
        order by ${inner}) found)
      union all
      (select ${nth} as nth, k.*, ${step} as step, ${meetingColumns} from ${fromMeetingClocks}
        where ${conditions} and ${visibleMeetingClocks(actor)} and ${beyond(nth)} order by ${outer})
      union all
      (select ${nth} as nth, k.*, ${step} as step, ${assessmentColumns} from ${fromAssessmentClocks}
        where ${conditions} and ${visibleAssessmentClocks(actor)} and ${beyond(nth)} order by ${outer})
    ) found order by ${outer}`;
}

interface Position {
  readonly nth: Prisma.Sql;
  readonly step: Prisma.Sql;
  readonly at: Prisma.Sql;
  readonly id: Prisma.Sql;
}

function positionOf({ places, within }: ClockReading, { at, id, place, by }: ReadingPosition): Position {
  const rungs = Prisma.sql`${Number(by)}::int`;
  return {
    nth: places ? rankOfKey(places, place) : Prisma.sql`0`,
    step: typeof within === 'string' ? (within === 'rungs' ? rungs : Prisma.sql`0`) : rankOfKey(within, by),
    at: Prisma.sql`${fromInstant(at)}::timestamptz`,
    id: Prisma.sql`${id}::uuid`,
  };
}

function rankOfKey(places: Places, key: string | null): Prisma.Sql {
  const at = key === null ? -1 : places.keys.indexOf(key);
  return at < 0 ? rankOfNone(places) : Prisma.sql`${at + 1}::int`;
}

function wayOf(within: ClockReading['within']): Prisma.Sql {
  return within === 'latest' ? Prisma.sql`desc` : Prisma.empty;
}

/** By what clocks `k` come one after the other within a place before their moment, and the order they come in. */
function stepOf(within: ClockReading['within']): {
  readonly step: Prisma.Sql;
  readonly order: (of: Prisma.Sql) => Prisma.Sql;
} {
  if (within === 'soonest' || within === 'latest') {
    const way = wayOf(within);
    return { step: Prisma.sql`0`, order: (of) => Prisma.sql`${of}overdue_at ${way}, ${of}id ${way}` };
  }
  if (within === 'rungs')
    return {
      step: Prisma.sql`k.rungs_fired`,
      order: (of) => Prisma.sql`${of}rungs_fired desc, ${of}overdue_at, ${of}id`,
    };
  return { step: rankOf(within), order: (of) => Prisma.sql`step, ${of}overdue_at, ${of}id` };
}

/**
 * That a clock `k` of a place comes after a position. What an index is read by stands as a bound of its own beside it, so
 * that a page deep in a long place begins where the page before ended.
 */
function beyondPosition(within: ClockReading['within'], nth: Prisma.Sql, from: Position): Prisma.Sql {
  const { at, id, step } = from;
  const inLaterPlace = Prisma.sql`${nth} > ${from.nth}`;
  const after = (row: Prisma.Sql, bound: Prisma.Sql) =>
    Prisma.sql`(${inLaterPlace} or (${nth} = ${from.nth} and ${row})) and ${bound}`;
  if (within === 'soonest')
    return after(
      Prisma.sql`(k.overdue_at, k.id) > (${at}, ${id})`,
      Prisma.sql`k.overdue_at >= case when ${inLaterPlace} then '-infinity' else ${at} end`,
    );
  if (within === 'latest')
    return after(
      Prisma.sql`(k.overdue_at, k.id) < (${at}, ${id})`,
      Prisma.sql`k.overdue_at <= case when ${inLaterPlace} then 'infinity' else ${at} end`,
    );
  if (within === 'rungs')
    return after(
      Prisma.sql`(-k.rungs_fired, k.overdue_at, k.id) > (-${step}, ${at}, ${id})`,
      Prisma.sql`k.rungs_fired <= case when ${inLaterPlace} then 2147483647 else ${step} end`,
    );
  return after(Prisma.sql`(${rankOf(within)}, k.overdue_at, k.id) > (${step}, ${at}, ${id})`, Prisma.sql`true`);
}
