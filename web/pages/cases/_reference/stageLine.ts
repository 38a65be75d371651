import type { CaseView } from '../../../../contracts/views/caseView.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import type { Stage } from '../../../../domain/lifecycle/stage.ts';
import { momentWords } from '../../../wording/days.ts';

interface StageOnLine {
  readonly text: string;
  readonly state: 'done' | 'now' | 'todo';
  readonly note?: string;
}

const usual = ['received', 'accepted', 'graded', 'listed', 'heard', 'closed', 'ended'] as const;
type Usual = (typeof usual)[number];

const names: Record<Usual, string> = {
  received: 'Received',
  accepted: 'Accepted',
  graded: 'Graded',
  listed: 'Listed',
  heard: 'Heard',
  closed: 'Closed at MARAC',
  ended: 'Ended',
};

/** Cases that leave the usual way do so after one of its stages. */
const sideways: Partial<Record<Stage, { readonly after: Usual; readonly text: string }>> = {
  returned: { after: 'received', text: 'Returned as incomplete' },
  declined: { after: 'received', text: 'Declined' },
  handedOver: { after: 'graded', text: 'Handed over' },
  merged: { after: 'received', text: 'Merged' },
};

/** Where a case stands on the way that cases go, with the dates of what is behind it. */
export function stageLine({ stage, dates }: CaseView, now: IsoInstant): StageOnLine[] {
  const reached: Record<Usual, IsoInstant | null> = {
    received: dates.received,
    accepted: dates.accepted,
    graded: null,
    listed: dates.listed,
    heard: dates.heard,
    closed: dates.closed,
    ended: dates.ended,
  };
  const note = (at: IsoInstant | null) => (at === null ? {} : { note: momentWords(at, now, 'day') });
  const side = sideways[stage as Stage];
  if (side) {
    const before = usual.slice(0, usual.indexOf(side.after) + 1);
    return [
      ...before.map((each) => ({ text: names[each], state: 'done' as const, ...note(reached[each]) })),
      { text: side.text, state: 'now' },
    ];
  }
  const here = usual.indexOf(stage as Usual);
  return usual.map((each, index) => ({
    text: names[each],
    state: index < here ? 'done' : index === here ? 'now' : 'todo',
    ...(index <= here ? note(reached[each]) : {}),
  }));
}
