import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import { endClock } from '../../domain/clocks/endClock.ts';
import { wakeOf } from '../../domain/clocks/wakeOf.ts';
import { complete } from '../../domain/completion/complete.ts';
import { applyDuties, type DutyContext, type OwnedClock, policyOfClock } from '../../domain/duties/applyDuties.ts';
import { changeClock, isClockAsk, isPlanningAsk } from '../../domain/duties/changeClock.ts';
import { comesDue } from '../../domain/duties/comesDue.ts';
import { dutiesOf } from '../../domain/duties/dutiesOf.ts';
import { planClocksAnew, type PlanningGround } from '../../domain/duties/planClocksAnew.ts';
import type { CaseFact, ClockFact, EngineFact, Fact, FactType } from '../../domain/lifecycle/caseFact.ts';
import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import { type CaseStanding, standingAfter } from '../../domain/lifecycle/caseStanding.ts';
import { type CaseState, evolveAll, newCase } from '../../domain/lifecycle/caseState.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { decide } from '../../domain/lifecycle/decide.ts';
import type { Refusal } from '../../domain/lifecycle/refusal.ts';
import { nextClockWake } from '../../domain/matters/matter.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { foundFor } from './simulation/foundFor.ts';
import { type Surroundings, usualSurroundings } from './simulation/surroundings.ts';
import { moment } from './world.ts';

/** What became of a command: the facts it came to, duties included, or why it was refused. */
export type Outcome = { readonly ok: true; readonly facts: readonly (CaseFact | ClockFact)[] } | Refusal;

/** The rules a case lives by: those of the product, unless a test plants a mistake in one of them. */
export const rulesOfTheProduct = {
  decide,
  complete,
  dutiesOf,
  applyDuties,
  changeClock,
  comesDue,
  planClocksAnew,
  evolveAll,
  standingAfter,
};
export type Rules = typeof rulesOfTheProduct;

/**
 * One case lived through without engine and store, by the rules alone: decided, completed, duties applied, and both
 * folds carried on, in the order in which the store records a decision.
 */
export class SimulatedCase {
  readonly id = 'case-1';
  state: CaseState = newCase();
  standing: CaseStanding | null = null;
  running: ReadonlyMap<string, OwnedClock> = new Map();
  readonly recorded: EngineFact[] = [];
  readonly facts: (CaseFact | ClockFact)[] = [];
  now: IsoInstant = moment('2026-03-02 10:00');
  around: Surroundings = usualSurroundings;
  readonly #rules: Rules;
  /** By name, what dates were ever counted by: what was taken back too. */
  readonly #policies = new Map<string, AreaPolicy>();
  readonly #calendars = new Map<string, WorkingCalendar>();
  readonly #lastOf = new Map<FactType, number>();
  /** Every child the case was ever told of. */
  readonly #named: ChildInReferral[] = [];
  #sent = 0;

  constructor(rules: Rules = rulesOfTheProduct) {
    this.#rules = rules;
    this.where({});
  }

  /** From now on it is this London moment, `2026-03-02 10:00`. */
  at(when: string): this {
    this.now = moment(when);
    return this;
  }

  where(different: Partial<Surroundings>): this {
    this.around = { ...this.around, ...different };
    const { policy, later, calendar: days } = this.around;
    for (const known of [policy, ...later.map((each) => each.policy)]) this.#policies.set(known.version, known);
    this.#calendars.set(days.version, days);
    return this;
  }

  /** Sends a command that happens now, or happened at `occurred`. */
  send<T extends CommandType>(type: T, payload: CommandPayloads[T], occurred = this.#thisMinute()): Outcome {
    const decision = this.#rules.decide(this.state, { type, payload }, { occurred, now: this.now });
    if (!decision.ok) return decision;
    this.#sent += 1;
    const context = this.#context(occurred);
    const clockFacts: ClockFact[] = [];
    for (const { because } of decision.asks.filter(isPlanningAsk))
      clockFacts.push(...this.#rules.planClocksAnew(this.running, because, occurred, this.#ground()));
    for (const ask of decision.asks.filter(isClockAsk)) {
      const meetingOn = this.standing?.meetingOn ?? null;
      const changed = this.#rules.changeClock(ask, this.running, { ...context, meetingOn });
      if (!changed.ok) return changed;
      clockFacts.push(changed.fact);
    }
    const completed = this.#rules.complete(decision, foundFor(this, this.#named, decision, context));
    if (!completed.ok) return completed;
    const facts = [...clockFacts.map((fact) => this.#record(fact)), ...this.#withDuties(completed.facts, context)];
    return { ok: true, facts };
  }

  /** Whether the rules of the case alone would allow a command, whatever the store would find. */
  wouldAllow(type: CommandType, payload: CommandPayloads[CommandType], occurred = this.#thisMinute()): boolean {
    return this.#rules.decide(this.state, { type, payload }, { occurred, now: this.now }).ok;
  }

  /** Sends a command that has to be accepted. */
  must<T extends CommandType>(type: T, payload: CommandPayloads[T], occurred?: Occurred): this {
    const outcome = this.send(type, payload, occurred);
    if (!outcome.ok) throw new Error(`${type} was refused: ${outcome.code} at ${this.state.stage}`);
    return this;
  }

  /** The flag has run out: what the watch of the pair records. */
  flagRunsOut(): this {
    const { standing } = this;
    const flag = this.clock('repeatFlag');
    if (!standing?.flagEndsOn || !flag) throw new Error('This case has no flag.');
    const occurred = this.#thisMinute();
    const { pairId, flagEndsOn: endsOn } = standing;
    this.#record({ type: 'flagEnded', occurred, data: { pairId, endsOn } });
    const clock = endClock(flag, { at: this.now, outcome: 'done', reason: 'over' });
    this.#record({ type: 'clockEnded', occurred, data: { clock } });
    return this;
  }

  /** The policy in force on a London date. */
  policyOn(date: IsoDate): AreaPolicy {
    return this.around.later.findLast(({ from }) => from <= date)?.policy ?? this.around.policy;
  }

  /** The policy a clock goes by. */
  policyOf(clock: Clock): AreaPolicy {
    return policyOfClock(clock, { policyOn: (date) => this.policyOn(date) });
  }

  /** Everything whose time has come happens, as the workflow of the case would have it when it wakes. */
  wake(): this {
    if (this.state.silent) return this;
    const occurred = this.#thisMinute();
    for (const { clock } of [...this.running.values()]) {
      const policy = this.policyOf(clock);
      const due = this.#rules.comesDue(clock, this.now, policy, this.around.calendar);
      if (due?.what === 'dayIsOver') this.#record({ type: 'clockEnded', occurred, data: { clock: due.clock } });
      if (due?.what !== 'rung') continue;
      const { rung, label, plannedAt } = due.fired;
      const { noted } = due;
      const data = { clock: due.clock, round: clock.round, rung, label, plannedAt, noted, recipients: [] };
      this.#record({ type: 'rungFired', occurred, data });
    }
    return this;
  }

  /** The next moment at which a clock has to be looked at; null while the case is silent or nothing waits. */
  get nextWake(): IsoInstant | null {
    return nextClockWake(this.state);
  }

  /** The running clock of a kind, about this subject where one is named. */
  clock(kind: ClockKind, subjectId?: string): Clock | undefined {
    for (const { clock } of this.running.values())
      if (clock.kind === kind && (subjectId === undefined || clock.subject.id === subjectId)) return clock;
    return undefined;
  }

  /** Where in the record the last fact of a type stands; -1 where there is none. */
  lastIndexOf(type: FactType): number {
    return this.#lastOf.get(type) ?? -1;
  }

  get runningKinds(): readonly ClockKind[] {
    return [...this.running.values()].map(({ clock }) => clock.kind).toSorted();
  }

  /** The last fact of a type. */
  last<T extends FactType>(type: T): Fact<T> | undefined {
    return this.facts[this.lastIndexOf(type)] as Fact<T> | undefined;
  }

  #thisMinute(): Occurred {
    return { at: this.now, precision: 'minute' };
  }

  #context(occurred: Occurred): DutyContext {
    const idFor = (name: string) => `${this.#sent}/${name}`;
    return {
      occurred,
      recordedAt: this.now,
      policy: this.policyOn(londonDate(occurred.at)),
      calendar: this.around.calendar,
      policyOn: (date) => this.policyOn(date),
      idFor,
    };
  }

  /** What the store would have clocks planned anew by. */
  #ground(): PlanningGround {
    return {
      at: this.now,
      meetingOn: this.standing?.meetingOn ?? null,
      // Of the places where they live no terms are known here: any weekday is a school day.
      schools: [[]],
      calendar: this.around.calendar,
      policyOn: (date) => this.policyOn(date),
      putToRunning: this.around.later.flatMap(({ from, putToRunning }) => (putToRunning === true ? [from] : [])),
      policyNamed: (version) => this.#policies.get(version) ?? null,
      calendarNamed: (version) => this.#calendars.get(version) ?? null,
    };
  }

  #withDuties(facts: readonly CaseFact[], context: DutyContext): (CaseFact | ClockFact)[] {
    return facts.flatMap((fact) => {
      this.#record(fact);
      if (!this.standing) throw new Error('A case begins with its referral.');
      const changes = this.#rules.dutiesOf(fact, this.standing, context.policy);
      const applied = this.#rules.applyDuties(changes, this.running, { ...context, occurred: fact.occurred });
      return [fact, ...applied.facts.map((each) => this.#record(each))];
    });
  }

  #record<F extends CaseFact | ClockFact>(fact: F): F {
    const seq = this.recorded.length + 1;
    if (fact.type === 'referralReceived' || fact.type === 'referralJoined') this.#named.push(...fact.data.children);
    if (fact.type === 'childAdded') this.#named.push(fact.data);
    if (fact.type === 'childPutRight')
      this.#named.splice(
        this.#named.findIndex(({ childId }) => childId === fact.data.childId),
        1,
        fact.data,
      );
    this.#lastOf.set(fact.type, this.facts.push(fact) - 1);
    this.recorded.push(isAboutClock(fact) ? this.#clockForEngine(seq, fact) : { seq, fact });
    this.state = this.#rules.evolveAll(this.state, this.recorded.slice(-1));
    if (!isAboutClock(fact)) this.standing = this.#rules.standingAfter(this.standing, this.id, fact);
    return fact;
  }

  #clockForEngine(seq: number, { data }: ClockFact): EngineFact {
    const { clock } = data;
    const { id, kind, subject } = clock;
    const owner =
      'agencyId' in data
        ? { agencyId: data.agencyId, ownerId: data.ownerId }
        : (this.running.get(id)?.owner ?? { agencyId: null, ownerId: null });
    const running = new Map(this.running);
    if (clock.end) running.delete(id);
    else running.set(id, { clock, owner });
    this.running = running;
    return { seq, clock: { id, kind, subject, wakeAt: wakeOf(clock) }, ended: clock.end !== null };
  }
}

function isAboutClock(fact: CaseFact | ClockFact): fact is ClockFact {
  return 'clock' in fact.data;
}
