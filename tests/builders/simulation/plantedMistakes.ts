import { addDays, addHours, addMonths, londonDate } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { Clock } from '../../../domain/clocks/clock.ts';
import type { ClockKind } from '../../../domain/clocks/clockKind.ts';
import { nextRung } from '../../../domain/clocks/dueRungs.ts';
import { rungAt } from '../../../domain/clocks/rungAt.ts';
import { policyOfClock } from '../../../domain/duties/applyDuties.ts';
import type { DutyChange } from '../../../domain/duties/dutyChange.ts';
import type { CaseFactType, ClockFact, ClockFactType } from '../../../domain/lifecycle/caseFact.ts';
import type { CaseState } from '../../../domain/lifecycle/caseState.ts';
import type { CommandType } from '../../../domain/lifecycle/command.ts';
import type { AreaPolicy } from '../../../domain/policy/areaPolicy.ts';
import { figure } from '../../../domain/policy/figure.ts';
import { type Rules, rulesOfTheProduct } from '../simulatedCase.ts';

const rules = rulesOfTheProduct;

/** The rules of the product with one of them wrong, by what would happen to people. */
export const plantedMistakes: Readonly<Record<string, Partial<Rules>>> = {
  'the same rung fires again and again': {
    comesDue: (clock, ...rest) => {
      const due = rules.comesDue(clock, ...rest);
      return due?.what === 'rung' ? { ...due, clock } : due;
    },
  },
  'rungs fire a day early': {
    comesDue: (clock, now, ...rest) => rules.comesDue(clock, addHours(now, 24), ...rest),
  },
  'after an outage every missed rung is sent': {
    comesDue: (clock, now, policy, calendar) => {
      const due = rules.comesDue(clock, now, policy, calendar);
      const lowest = clock.next?.rung ?? 0;
      const rung = rungAt(clock, lowest, policy, calendar);
      if (due?.what !== 'rung' || !rung) return due;
      const next = nextRung(clock, lowest + 1, policy, calendar);
      const fired = { rung: lowest, label: rung.label, to: rung.to, plannedAt: rung.at };
      return { what: 'rung', clock: { ...clock, next }, fired, noted: [] };
    },
  },
  'the ladder of actions ends with its last named rung': {
    comesDue: (clock, now, policy, calendar) => rules.comesDue(clock, now, endingQuietly(policy), calendar),
  },
  'the day of a hearing never passes': {
    comesDue: (...args) => {
      const due = rules.comesDue(...args);
      return due?.what === 'dayIsOver' ? null : due;
    },
  },
  'an urgent action has no clock': {
    dutiesOf: (fact, ...rest) => (fact.type === 'actionSet' && fact.data.urgent ? [] : rules.dutiesOf(fact, ...rest)),
  },
  'a failed safety check asks nobody to decide': without('contactSuspended', 'contactDecision'),
  'a hand-over is followed by nobody': without('handedOver', 'acknowledgement'),
  'the case of an adviser who has left is allocated by nobody': without('allocationEnded', 'allocation'),
  'the case of an adviser who has left is allocated by nobody once another service gives it back': without(
    'handoverRefused',
    'allocation',
  ),
  'nobody is asked to notify the services of a child': without('riskGraded', 'urgentChildNotified'),
  'a returned referral is chased by nobody': without('referralReturned', 'incompleteChase'),
  'a victim who was spoken to is asked by nobody whether they engage': without('contactAttempted', 'engagement'),
  'a service that takes a case over leaves it at one attempt in vain': {
    standingAfter: (standing, caseId, fact) => {
      const after = rules.standingAfter(standing, caseId, fact);
      const { type } = fact;
      return type === 'transferAccepted' ? { ...after, reachedBy: standing?.reachedBy ?? null } : after;
    },
  },
  'attempts that had begun are forgotten where contact ended, or somebody else had the case': {
    dutiesOf: (fact, standing, policy) => {
      const isAttempts = (change: DutyChange) => change.do === 'start' && change.kind === 'contactAttempts';
      const changes = rules.dutiesOf(fact, standing, policy);
      const { type } = fact;
      const tries = type === 'contactAttempted' || type === 'attemptsDecided';
      return tries ? changes : changes.filter((change) => !isAttempts(change));
    },
  },
  'engagement begins no review of the risk': without('engagementRecorded', 'riskReview'),
  'the outcome of the meeting is told by nobody': without('caseHeard', 'outcomeTold'),
  'what is kept of an ended case is reviewed by nobody': without('caseEnded', 'retentionReview'),
  'a record is erased before its day': {
    complete: (proposal, { retention, ...found }) =>
      rules.complete(proposal, { ...found, retention: retention && { ...retention, dueOn: '2000-01-01' } }),
  },
  'keeping a record ends its review': {
    dutiesOf: (fact, ...rest) =>
      fact.type === 'recordKept' ? ended('retentionReview') : rules.dutiesOf(fact, ...rest),
  },
  'contact goes on after the victim has died': {
    dutiesOf: (fact, ...rest) => (fact.type === 'victimDied' ? [] : rules.dutiesOf(fact, ...rest)),
  },
  'what fell away with a death that was taken back is owed by nobody': {
    dutiesOf: (fact, ...rest) => (fact.type === 'deathTakenBack' ? [] : rules.dutiesOf(fact, ...rest)),
  },
  'a record that a death had held is reviewed by nobody once it is taken back': without(
    'deathTakenBack',
    'retentionReview',
  ),
  'what begins anew counts from the referral': {
    dutiesOf: (fact, standing, policy) => {
      const changes = rules.dutiesOf(fact, standing, policy);
      const early = (change: DutyChange) =>
        change.do === 'start' ? { ...change, anchor: standing.receivedAt } : change;
      return fact.type === 'deathTakenBack' ? changes.map(early) : changes;
    },
  },
  'a case that was closed over a death stays closed though she lives': {
    complete: (...args) => {
      const completed = rules.complete(...args);
      const reopens = ({ type }: { readonly type: string }) => type.startsWith('caseReopened');
      const stays = completed.ok && completed.facts.some(({ type }) => type === 'deathTakenBack');
      return stays ? { ok: true, facts: completed.facts.filter((fact) => !reopens(fact)) } : completed;
    },
  },
  'a case is closed over its open actions': whenClosing((state) => ({ ...state, actions: {} })),
  'a case is closed over its live dates': whenClosing((state) => ({ ...state, liveDates: {} })),
  'a case is closed over the tasks of its adviser': whenClosing((state) => ({ ...state, clocks: {} })),
  'the flag is a day short': {
    complete: (...args) => withFlag(rules.complete(...args), (endsOn) => addDays(endsOn, -1)),
  },
  'the flag counts from the day somebody accepted': {
    complete: (proposal, found) =>
      withFlag(rules.complete(proposal, found), () => addMonths(londonDate(found.occurred.at), 12)),
  },
  'a resumed clock is not armed': whenClockChanges('clockResumed', (clock) => ({ ...clock, next: null })),
  'acknowledging ends a ladder': whenClockChanges('clockAcknowledged', (clock) => ({ ...clock, next: null })),
  'a paused clock goes on reminding': whenClockChanges('clockPaused', (clock, before) => ({
    ...clock,
    next: before?.next ?? null,
  })),
  'a ladder may be quieted for a month': {
    changeClock: (ask, running, context) => {
      const acknowledgementMaxDays = figure(31, 'a mistake');
      const policyOn = (date: string) => ({ ...context.policyOn(date), acknowledgementMaxDays });
      return rules.changeClock(ask, running, { ...context, policyOn });
    },
  },
  'a move forgets the date first set': {
    applyDuties: (...args) =>
      withFacts(rules.applyDuties(...args), 'clockMoved', (clock) => ({ ...clock, originalDue: clock.due })),
  },
  'planning anew forgets the date first set': whenPlanned((clock) => ({ ...clock, originalDue: clock.due })),
  'planning anew silences what is late': whenPlanned((clock, now) =>
    clock.overdueAt <= now ? { ...clock, next: null } : clock,
  ),
  'planning anew leaves reminders where they were': {
    planClocksAnew: (running, ...rest) =>
      rules.planClocksAnew(running, ...rest).map((fact) => {
        const { clock } = fact.data;
        return withClock(fact, { ...clock, next: running.get(clock.id)?.clock.next ?? null });
      }),
  },
  'planning anew tells everything again': {
    planClocksAnew: (running, because, occurred, ground) =>
      rules.planClocksAnew(running, because, occurred, ground).map((fact) => {
        const { clock } = fact.data;
        const policy = policyOfClock(clock, ground);
        return withClock(fact, { ...clock, next: nextRung(clock, 0, policy, ground.calendar) });
      }),
  },
  'what was done late counts as met': {
    applyDuties: (...args) =>
      withFacts(rules.applyDuties(...args), 'clockEnded', (clock) => ({
        ...clock,
        end: clock.end?.outcome === 'metLate' ? { ...clock.end, outcome: 'met' } : clock.end,
      })),
  },
  'duties count from when they were written down': {
    applyDuties: (changes, running, context) =>
      rules.applyDuties(changes, running, { ...context, occurred: { ...context.occurred, at: context.recordedAt } }),
  },
  'bank holidays count as working days': {
    applyDuties: (changes, running, context) =>
      rules.applyDuties(changes, running, { ...context, calendar: { ...context.calendar, holidays: new Map() } }),
  },
  'a case that was taken over speaks at once': {
    evolveAll: (state, facts) => ({ ...rules.evolveAll(state, facts), silent: false }),
  },
  'the workflow forgets the review of the risk': {
    evolveAll: (state, facts) => {
      const evolved = rules.evolveAll(state, facts);
      const kept = Object.entries(evolved.clocks).filter(([, { kind }]) => kind !== 'riskReview');
      return { ...evolved, clocks: Object.fromEntries(kept) };
    },
  },
  'a record stays held though the victim lives': {
    standingAfter: (standing, caseId, fact) => {
      const after = rules.standingAfter(standing, caseId, fact);
      return fact.type === 'deathTakenBack' ? { ...after, legalHold: true } : after;
    },
  },
  'the board shows a case on a list it was taken off': {
    standingAfter: (standing, caseId, fact) => {
      const after = rules.standingAfter(standing, caseId, fact);
      return fact.type === 'takenOffList' ? { ...after, meetingId: standing?.meetingId ?? null } : after;
    },
  },
};

function whenPlanned(change: (clock: Clock, now: IsoInstant) => Clock): Partial<Rules> {
  return {
    planClocksAnew: (running, because, occurred, ground) =>
      rules
        .planClocksAnew(running, because, occurred, ground)
        .map((fact) => withClock(fact, change(fact.data.clock, ground.at))),
  };
}

function without(type: CaseFactType, kind: ClockKind): Partial<Rules> {
  const isStart = (change: DutyChange) => change.do === 'start' && change.kind === kind;
  return {
    dutiesOf: (fact, ...rest) => {
      const changes = rules.dutiesOf(fact, ...rest);
      return fact.type === type ? changes.filter((change) => !isStart(change)) : changes;
    },
  };
}

function ended(kind: ClockKind): readonly DutyChange[] {
  return [{ do: 'end', kinds: [kind], subjectId: null, as: 'done', reason: null }];
}

function whenClosing(blind: (state: CaseState) => CaseState): Partial<Rules> {
  const closing: CommandType = 'closeCase';
  return {
    decide: (state, command, when) => rules.decide(command.type === closing ? blind(state) : state, command, when),
  };
}

function whenClockChanges(
  type: ClockFactType,
  change: (clock: Clock, before: Clock | undefined) => Clock,
): Partial<Rules> {
  return {
    changeClock: (ask, running, context) => {
      const changed = rules.changeClock(ask, running, context);
      if (!changed.ok || changed.fact.type !== type) return changed;
      const { clock } = changed.fact.data;
      return { ok: true, fact: withClock(changed.fact, change(clock, running.get(clock.id)?.clock)) };
    },
  };
}

type Applied = ReturnType<Rules['applyDuties']>;

function withFacts(applied: Applied, type: ClockFactType, change: (clock: Clock) => Clock): Applied {
  const facts = applied.facts.map((fact) => (fact.type === type ? withClock(fact, change(fact.data.clock)) : fact));
  return { ...applied, facts };
}

function withClock<F extends ClockFact>(fact: F, clock: Clock): F {
  return { ...fact, data: { ...fact.data, clock } };
}

type Completed = ReturnType<Rules['complete']>;

function withFlag(completed: Completed, endsOn: (date: string) => string): Completed {
  if (!completed.ok) return completed;
  const facts = completed.facts.map((fact) =>
    fact.type === 'flagSet' ? { ...fact, data: { ...fact.data, endsOn: endsOn(fact.data.endsOn) } } : fact,
  );
  return { ok: true, facts };
}

function endingQuietly(policy: AreaPolicy): AreaPolicy {
  return { ...policy, ladders: { ...policy.ladders, action: { ...policy.ladders.action, then: null } } };
}
