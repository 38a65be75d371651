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

const outside = 'Taken over by a MARAC outside';

/** Cases leave the usual way by these. */
const sideways: Partial<Record<Stage, string>> = {
  returned: 'Returned as incomplete',
  declined: 'Declined',
  handedOver: 'Handed over',
  merged: 'Merged',
  transferred: outside,
};

/** Where a case stands on the way that cases go, with the dates of what is behind it. */
export function stageLine(view: CaseView, now: IsoInstant): StageOnLine[] {
  const stage = view.stage as Stage;
  const { dates } = view;
  const reached: Record<Usual, IsoInstant | null> = { ...dates };
  const note = (at: IsoInstant | null) => (at === null ? {} : { note: momentWords(at, now, 'day') });
  const gone = transferredOutside(view);
  const transferred = gone === null ? null : { text: outside, ...note(gone) };
  // Whoever has left the usual way did not come to what lies further on it, whatever became of them since.
  const passed = usual
    .filter((each) => each !== stage && reached[each] !== null)
    .map((each) => ({ text: names[each], state: 'done' as const, ...note(reached[each]) }));
  const side = sideways[stage];
  if (side !== undefined) return [...passed, { ...(transferred ?? { text: side }), state: 'now' }];
  if (stage === 'ended')
    return [
      ...passed,
      ...(transferred ? [{ ...transferred, state: 'done' as const }] : []),
      { text: names.ended, state: 'now', ...note(reached.ended) },
    ];
  const here = usual.indexOf(stage as Usual);
  return usual.map((each, index) => ({
    text: names[each],
    state: index < here ? 'done' : index === here ? 'now' : 'todo',
    ...(index <= here ? note(reached[each]) : heardBefore(each, reached[each], now)),
  }));
}

/** What is to be heard again was heard, and the line says when. */
function heardBefore(stage: Usual, at: IsoInstant | null, now: IsoInstant): { note?: string } {
  return stage === 'heard' && at !== null ? { note: `before, ${momentWords(at, now, 'day')}` } : {};
}

/** When a MARAC outside this system took the case over; null where none did. */
function transferredOutside({ transfers }: CaseView): IsoInstant | null {
  return transfers.find(({ status, to }) => status === 'accepted' && to === null)?.answeredAt ?? null;
}
