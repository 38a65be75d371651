import type { ClockView } from '../../../contracts/views/clockView.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import { clockLine } from '../../wording/clocks.ts';
import { counted, momentWords } from '../../wording/days.ts';
import { matterWords } from '../../wording/matters.ts';
import type { Grouping } from './question.ts';

interface Given {
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

/** The lines of the board, the oldest first; in groups where that was asked, each group by its oldest. */
export function presentBoard(clocks: readonly ClockView[], group: Grouping | undefined, given: Given) {
  const groups = new Map<string, ReturnType<typeof boardLine>[]>();
  for (const clock of clocks) {
    const name = groupName(clock, group, given);
    groups.set(name, [...(groups.get(name) ?? []), boardLine(clock, given)]);
  }
  return [...groups].map(([name, lines]) => ({ name, lines }));
}

function groupName(clock: ClockView, group: Grouping | undefined, { names, now }: Given): string {
  switch (group) {
    case 'agency':
      return names.agency(clock.agency) ?? 'The MARAC itself';
    case 'kind':
      return clock.what;
    case 'case':
      return clock.reference === null ? (matterWords(clock, now)?.about ?? '') : `Case ${clock.reference}`;
    case undefined:
      return '';
  }
}

function boardLine(clock: ClockView, { names, nameOf, now }: Given) {
  const { rungsFired, nextReminderAt, silent } = clock;
  return {
    ...clockLine(clock, now, names.agency),
    clockId: clock.clockId,
    owner: nameOf(clock.ownerId),
    ladder: rungsFired === 0 ? 'Nobody reminded yet' : `${counted(rungsFired, 'reminder')} sent`,
    next: silent ? 'Silent: not caught up' : nextReminderAt && `Next ${momentWords(nextReminderAt, now)}`,
  };
}
