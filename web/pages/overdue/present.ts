import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { describeClockKind, type ClockKind } from '../../../domain/clocks/clockKind.ts';
import type { BoardGroup } from '../../../usecases/clocks/boardOrder.ts';
import type { BoardClock, GroupOfBoard } from '../../../usecases/clocks/overdueBoard.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import { addressOf } from '../../paging.ts';
import { clockLine } from '../../wording/clocks.ts';
import { counted, momentWords, upTo } from '../../wording/days.ts';
import type { BoardFilter } from './question.ts';

interface Given {
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

/** A group as a page of the board shows it: its lines on this page, and how many there are of it altogether. */
export interface GroupShown {
  readonly name: string;
  readonly count: string | null;
  readonly lines: readonly ReturnType<typeof boardLine>[];
}

/** The lines of a page of the board in its order; in groups where that was asked, each with its number over the whole list. */
export function presentBoard(
  clocks: readonly BoardClock[],
  group: BoardGroup | undefined,
  counts: readonly GroupOfBoard[],
  given: Given,
): readonly GroupShown[] {
  const keyed = Map.groupBy(clocks, (clock) => (group === undefined ? null : keyOf(clock, group)));
  return [...keyed].map(([key, inGroup]) => {
    const count = counts.find((each) => each.key === key)?.count;
    return {
      name: group === undefined ? '' : groupName(key, group, given),
      count: count === undefined ? null : upTo(count),
      lines: inGroup.map((clock) => boardLine(clock, given)),
    };
  });
}

/** Every group of the whole list with its number, and the address of the list of it alone. */
export function presentGroups(counts: readonly GroupOfBoard[], group: BoardGroup, filter: BoardFilter, given: Given) {
  return counts.map(({ key, count }) => ({
    name: groupName(key, group, given),
    count: upTo(count),
    href: key === null ? null : addressOf('/overdue', { ...filter, group: undefined, [group]: key }),
  }));
}

function keyOf(clock: BoardClock, group: BoardGroup): string | null {
  return { area: clock.area, agency: clock.agency, owner: clock.ownerId, kind: clock.kind }[group];
}

const ofNone: Readonly<Record<BoardGroup, string>> = {
  area: 'No area',
  agency: 'The MARAC itself',
  owner: 'Nobody by name',
  kind: 'Other duties',
};

function groupName(key: string | null, group: BoardGroup, { names, nameOf }: Given): string {
  if (key === null) return ofNone[group];
  switch (group) {
    case 'area':
      return names.area(key);
    case 'agency':
      return names.agency(key) ?? key;
    case 'owner':
      return nameOf(key) ?? 'Somebody who has left';
    case 'kind':
      return describeClockKind(key as ClockKind);
  }
}

function boardLine(clock: BoardClock, { names, nameOf, now }: Given) {
  const { rungsFired, nextReminderAt, silent } = clock;
  return {
    ...clockLine(clock, now, names.agency),
    clockId: clock.clockId,
    area: names.area(clock.area),
    owner: nameOf(clock.ownerId),
    ladder: rungsFired === 0 ? 'Nobody reminded yet' : `${counted(rungsFired, 'reminder')} sent`,
    next: silent ? 'Silent: not caught up' : nextReminderAt && `Next ${momentWords(nextReminderAt, now)}`,
  };
}
