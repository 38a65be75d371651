import type { PlanningPreviewView } from '../../contracts/views/policyChangeViews.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock, Due } from '../../domain/clocks/clock.ts';
import { describeClockKind } from '../../domain/clocks/clockKind.ts';
import { overdueFrom } from '../../domain/clocks/dueFor.ts';
import { effectOf, type PlanningEffect } from '../../domain/duties/planClocksAnew.ts';
import type { Codes } from '../office/codes.ts';
import type { MovingMatter } from './whatMoves.ts';

/** Cases and meetings listed one by one; the others are counted. */
const listedAtMost = 200;
const none: Readonly<Record<PlanningEffect, number>> = {
  becomesLate: 0,
  rescued: 0,
  later: 0,
  earlier: 0,
  remindersOnly: 0,
};

type ShownClock = NonNullable<PlanningPreviewView['matters'][number]['clocks']>[number];

/** What would move, by area and one by one: dates for whoever may see the case, their number for others. */
export function presentMoves(
  moving: readonly MovingMatter[],
  visible: ReadonlySet<string> | 'all',
  codes: Codes,
  at: IsoInstant,
): PlanningPreviewView {
  const areas = new Map<string, PlanningPreviewView['areas'][number]>();
  const rows = moving.map(({ about, id, areaId, reference, meetingOn, moves }) => {
    const area = codes.area(areaId);
    const effects = moves.map(({ was, becomes }) => effectOf(was, becomes, at));
    const before = areas.get(area) ?? { area, matters: 0, clocks: 0, ...none };
    const sums = Object.fromEntries(
      (Object.keys(none) as PlanningEffect[]).map((effect) => [
        effect,
        before[effect] + effects.filter((each) => each === effect).length,
      ]),
    ) as Record<PlanningEffect, number>;
    areas.set(area, { ...before, ...sums, matters: before.matters + 1, clocks: before.clocks + moves.length });
    return {
      ...{ about, reference, meetingOn: about === 'meeting' ? meetingOn : null, area, count: moves.length },
      becomesLate: effects.filter((each) => each === 'becomesLate').length,
      rescued: effects.filter((each) => each === 'rescued').length,
      clocks: maySee(visible, about, id) ? moves.map((move) => shownMove(move, at)) : null,
    };
  });
  const sorted = rows.toSorted((one, other) => other.becomesLate - one.becomesLate || other.rescued - one.rescued);
  return {
    areas: [...areas.values()].toSorted((one, other) => (one.area < other.area ? -1 : 1)),
    matters: sorted.slice(0, listedAtMost),
    leftOut: Math.max(0, sorted.length - listedAtMost),
  };
}

/** Meetings hold no person: their dates are for everybody who may read changes at all. */
export function maySee(visible: ReadonlySet<string> | 'all', about: MovingMatter['about'], id: string): boolean {
  return about === 'meeting' || visible === 'all' || visible.has(id);
}

/** A clock that was moved, as it stood then; which reminder it had next is not kept. */
export function shownMoved({ clock, from }: { readonly clock: Clock; readonly from: Due }, at: IsoInstant): ShownClock {
  const was = { ...clock, due: from, overdueAt: overdueFrom(from), next: null };
  return shownMove({ was, becomes: clock }, at);
}

function shownMove({ was, becomes }: { readonly was: Clock; readonly becomes: Clock }, at: IsoInstant): ShownClock {
  return {
    clockId: was.id,
    kind: was.kind,
    what: describeClockKind(was.kind),
    effect: effectOf(was, becomes, at),
    from: was.due,
    to: becomes.due,
    nextReminderFrom: was.next?.at ?? null,
    nextReminderTo: becomes.next?.at ?? null,
  };
}
