import { epochMs } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/time.ts';
import { acknowledgeClock } from '../clocks/acknowledgeClock.ts';
import { overdueFrom } from '../clocks/dueFor.ts';
import { moveClock } from '../clocks/moveClock.ts';
import { pauseClock } from '../clocks/pauseClock.ts';
import { planAgain } from '../clocks/planAgain.ts';
import { resumeClock } from '../clocks/resumeClock.ts';
import type { ClockFact } from '../lifecycle/caseFact.ts';
import type { Ask } from '../lifecycle/ask.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import { type DutyContext, type OwnedClock, policyOfClock } from './applyDuties.ts';

export type ClockAsk = Extract<Ask, { type: 'extend' | 'pause' | 'resume' | 'acknowledge' }>;
/** About every clock of a matter. */
export type PlanningAsk = Extract<Ask, { type: 'planAnew' }>;

/** Whether an ask is about a clock itself and not about the matter it belongs to. */
export function isClockAsk(ask: { readonly type: string }): ask is ClockAsk {
  return ask.type === 'extend' || ask.type === 'pause' || ask.type === 'resume' || ask.type === 'acknowledge';
}

/** Whether an ask has every clock of a matter planned anew. */
export function isPlanningAsk(ask: { readonly type: string }): ask is PlanningAsk {
  return ask.type === 'planAnew';
}

/**
 * Extends, pauses, resumes or acknowledges one running clock, as policy permits. `meetingOn`: for when its case is
 * listed, by which a clock that runs on may have to be done.
 */
export function changeClock(
  ask: ClockAsk,
  running: ReadonlyMap<string, OwnedClock>,
  context: DutyContext & { readonly meetingOn: IsoDate | null },
): { readonly ok: true; readonly fact: ClockFact } | Refusal {
  if (ask.type === 'extend') return extendClock(ask, running, context);
  const clock = running.get(ask.clockId)?.clock;
  if (!clock) return refuse('UNKNOWN_CLOCK', [{ type: 'clock', id: ask.clockId }]);
  const { occurred, recordedAt, calendar } = context;
  const policy = policyOfClock(clock, context);
  switch (ask.type) {
    case 'pause': {
      const paused = pauseClock(clock, ask.reason, occurred.at, policy, calendar);
      if (!paused.ok) return paused;
      return {
        ok: true,
        fact: { type: 'clockPaused', occurred, data: { clock: paused.clock, reasonId: ask.reasonId } },
      };
    }
    case 'resume': {
      const resumed = resumeClock(clock, occurred.at, policy, calendar);
      if (!resumed.ok) return resumed;
      const from = clock.pauses.at(-1)?.from ?? occurred.at;
      const pausedMs = epochMs(occurred.at) - epochMs(from);
      const planned = planAgain(resumed.clock, context.meetingOn, occurred.at, policy, calendar);
      const runsOn = { ...planned, round: resumed.clock.round };
      return { ok: true, fact: { type: 'clockResumed', occurred, data: { clock: runsOn, pausedMs } } };
    }
    case 'acknowledge': {
      const quiet = acknowledgeClock(clock, ask.until, recordedAt, policy, calendar);
      if (!quiet.ok) return quiet;
      const data = { clock: quiet.clock, until: ask.until, reasonId: ask.reasonId };
      return { ok: true, fact: { type: 'clockAcknowledged', occurred, data } };
    }
  }
}

/** More time for an action: the new date is later than the one it has, as the overdue moments of the two compare. */
function extendClock(
  ask: Extract<ClockAsk, { type: 'extend' }>,
  running: ReadonlyMap<string, OwnedClock>,
  context: DutyContext,
): { readonly ok: true; readonly fact: ClockFact } | Refusal {
  const clock = [...running.values()].map((owned) => owned.clock).find(({ subject }) => subject.id === ask.actionId);
  if (!clock) return refuse('UNKNOWN_CLOCK', [{ type: 'action', id: ask.actionId }]);
  if (epochMs(overdueFrom(ask.due)) <= epochMs(clock.overdueAt)) return refuse('DUE_TOO_EARLY');
  const { occurred, calendar } = context;
  const extended = moveClock(clock, ask.due, occurred.at, policyOfClock(clock, context), calendar, 'extended');
  const data = { clock: extended, from: clock.due, because: 'extended', reasonId: ask.reasonId } as const;
  return { ok: true, fact: { type: 'clockMoved', occurred, data } };
}
