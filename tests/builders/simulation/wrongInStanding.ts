import { addHours } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { isOverdue } from '../../../domain/clocks/isOverdue.ts';
import { wakeOf } from '../../../domain/clocks/wakeOf.ts';
import { contactDuties } from '../../../domain/duties/contactDuties.ts';
import type { SimulatedCase } from '../simulatedCase.ts';
import { lostDuty } from './lostDuty.ts';
import type { Followed } from './watcher.ts';

/** Longer than a week, a bank holiday weekend and a Christmas between two messages: then a ladder has gone quiet. */
const quietAfterDays = 15;

/** What must not be about a case as it stands; null where it is right. */
export function wrongInStanding(
  about: SimulatedCase,
  followed: ReadonlyMap<string, Followed>,
  speaksSince: IsoInstant,
): string | null {
  return (
    disagreement(about) ??
    twice(about) ??
    withoutEnd(about) ??
    wentQuiet(about, followed, speaksSince) ??
    afterDeath(about) ??
    lostDuty(about)
  );
}

function disagreement({ state, standing, running }: SimulatedCase): string | null {
  if (!standing) return null;
  const known = Object.keys(state.clocks).toSorted().join();
  if (known !== [...running.keys()].toSorted().join()) return 'the workflow does not know the clocks that run';
  const wakes = [...running.values()].find(({ clock }) => state.clocks[clock.id]?.wakeAt !== wakeOf(clock));
  if (wakes) return `the workflow would wake for ${wakes.clock.kind} at another time than its clock says`;
  const open = Object.entries(state.actions).flatMap(([id, status]) => (status === 'open' ? [id] : []));
  const same: readonly (readonly [string, unknown, unknown])[] = [
    ['stage', state.stage, standing.stage],
    ['silent', state.silent, standing.silent],
    ['frozen', state.frozen, standing.frozen],
    ['contactSuspended', state.contactSuspended, standing.contactSuspended],
    ['engagement', state.engagement, standing.engagement],
    ['deferrals', state.deferrals, standing.deferrals],
    ['flagEndsOn', state.flagEndsOn, standing.flagEndsOn],
    ['meeting', state.listing?.meetingId ?? null, standing.meetingId],
    ['supportEnded', state.supportEnded, standing.supportEndedAt !== null],
    ['actions', open.toSorted().join(), standing.openActionIds.toSorted().join()],
  ];
  const differs = same.find(([, one, other]) => one !== other);
  return differs ? `workflow and boards disagree on ${differs[0]}` : null;
}

function twice({ running }: SimulatedCase): string | null {
  const duties = [...running.values()].map(({ clock }) => `${clock.kind} ${clock.subject.id}`);
  const second = duties.find((duty, index) => duties.indexOf(duty) !== index);
  return second === undefined ? null : `${second} runs twice`;
}

/** Every clock has a moment at which it is looked at again, or is paused, or is the flag, whose watch ends it. */
function withoutEnd({ running, state }: SimulatedCase): string | null {
  for (const { clock } of running.values()) {
    const paused = clock.pauses.some((pause) => pause.until === null);
    const flag = clock.kind === 'repeatFlag' && state.flagEndsOn !== null;
    if (wakeOf(clock) === null && !paused && !flag) return `${clock.kind} runs and is never looked at again`;
    if (clock.end) return `${clock.kind} runs and has ended`;
  }
  return null;
}

function wentQuiet(
  about: SimulatedCase,
  followed: ReadonlyMap<string, Followed>,
  speaksSince: IsoInstant,
): string | null {
  const { now, state, running } = about;
  if (state.silent) return null;
  const tooLongAgo = addHours(now, -quietAfterDays * 24);
  for (const { clock } of running.values()) {
    // The cheap question first: this is asked of every clock after every step.
    if (clock.kind === 'repeatFlag' || clock.overdueAt > now || !isOverdue(clock, now)) continue;
    const heard = [clock.overdueAt, followed.get(clock.id)?.heardAt ?? '', speaksSince].toSorted().at(-1) ?? '';
    const limit = clock.kind === 'hearing' ? addHours(now, -24) : tooLongAgo;
    if (heard < limit) return `the ladder of ${clock.kind} went quiet`;
  }
  return null;
}

function afterDeath({ state, running }: SimulatedCase): string | null {
  if (!state.frozen) return null;
  const contact = [...running.values()].find(({ clock }) => contactDuties.includes(clock.kind));
  return contact ? `${contact.clock.kind} runs though the victim has died` : null;
}
