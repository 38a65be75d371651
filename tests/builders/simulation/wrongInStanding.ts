import { addHours } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { Clock } from '../../../domain/clocks/clock.ts';
import { isRunning } from '../../../domain/clocks/isOverdue.ts';
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
    closedOverNothing(about) ??
    lostDuty(about)
  );
}

function disagreement({ state, standing, running }: SimulatedCase): string | null {
  if (!standing) return null;
  const known = Object.keys(state.clocks);
  if (known.length !== running.size || !known.every((id) => running.has(id)))
    return 'the workflow does not know the clocks that run';
  for (const { clock } of running.values())
    if (state.clocks[clock.id]?.wakeAt !== wakeOf(clock))
      return `the workflow would wake for ${clock.kind} at another time than its clock says`;
  const open = Object.entries(state.actions).flatMap(([id, status]) => (status === 'open' ? [id] : []));
  const same: readonly (readonly [string, unknown, unknown])[] = [
    ['stage', state.stage, standing.stage],
    ['silent', state.silent, standing.silent],
    ['frozen', state.frozen, standing.frozen],
    ['legalHold', state.frozen, standing.legalHold],
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
  const duties = new Set<string>();
  for (const { clock } of running.values()) {
    const duty = `${clock.kind} ${clock.subject.id}`;
    if (duties.has(duty)) return `${duty} runs twice`;
    duties.add(duty);
  }
  return null;
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
  const overdue = [...running.values()].filter(({ clock }) => isSpokenOf(clock) && clock.overdueAt <= now);
  if (overdue.length === 0) return null;
  const [dayAgo, tooLongAgo] = [addHours(now, -24), addHours(now, -quietAfterDays * 24)];
  for (const { clock } of overdue) {
    const heard = [clock.overdueAt, followed.get(clock.id)?.heardAt ?? '', speaksSince].toSorted().at(-1) ?? '';
    if (heard < (clock.kind === 'hearing' ? dayAgo : tooLongAgo)) return `the ladder of ${clock.kind} went quiet`;
  }
  return null;
}

function isSpokenOf(clock: Clock): boolean {
  return clock.kind !== 'repeatFlag' && isRunning(clock);
}

function afterDeath({ state, running }: SimulatedCase): string | null {
  if (!state.frozen) return null;
  const contact = [...running.values()].find(({ clock }) => contactDuties.includes(clock.kind));
  return contact ? `${contact.clock.kind} runs though the victim has died` : null;
}

/** Nobody decided to close a case of somebody who lives, where it was closed while she was taken for dead. */
function closedOverNothing(about: SimulatedCase): string | null {
  const [died, back] = [about.lastIndexOf('victimDied'), about.lastIndexOf('deathTakenBack')];
  const closed = about.lastIndexOf('caseClosed');
  const { stage } = about.state;
  const isOver = stage === 'closed' || (stage === 'ended' && about.lastIndexOf('caseEnded') < back);
  const stays = isOver && died < closed && closed < back;
  return stays ? 'a case that was closed over a death stays closed though the victim lives' : null;
}
