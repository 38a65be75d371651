import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { everyCommand } from '../../tests/builders/everyCommand.ts';
import { aLife, anyReferral, anywhere, attemptIn, begin, type Tried } from '../../tests/builders/randomLife.ts';
import { SimulatedCase } from '../../tests/builders/simulatedCase.ts';
import { addDays, addHours, londonDate } from '../calendar/london.ts';
import type { Clock } from '../clocks/clock.ts';
import { contactDuties } from '../duties/contactDuties.ts';
import { grades } from '../risk/grade.ts';
import { type CaseState, evolveAll, newCase } from './caseState.ts';
import type { CommandPayloads, CommandType } from './command.ts';
import { isOver } from './commands/closing.ts';
import { decide } from './decide.ts';
import { stages } from './stage.ts';

/** A case at one moment of its life: after something was tried in it, and what had come before. */
interface Moment extends Tried {
  readonly state: CaseState;
  readonly before: CaseState;
  readonly standing: NonNullable<SimulatedCase['standing']>;
  readonly running: SimulatedCase['running'];
  readonly now: SimulatedCase['now'];
  /** Whether the flag it had set, if it had, was taken back with the report it was opened for. */
  readonly takenBack: boolean;
  readonly facts: readonly SimulatedCase['facts'][number][];
  /** Everything accepted so far, for whoever has to find out what went wrong. */
  readonly story: string;
}

// Some thousand moments are looked at by each test, which takes its time on a machine with other things to do.
vi.setConfig({ testTimeout: 60_000 });

/** Enough lives for every command to be accepted; the seed is fixed, so that what fails once fails everywhere. */
const seed = 20121117;
const cases: SimulatedCase[] = [];
const moments: readonly Moment[] = fc
  .sample(fc.tuple(anyReferral, anywhere, aLife(80)), { seed, numRuns: 520 })
  .flatMap(([referral, around, life]) => {
    const about = begin(referral, around);
    cases.push(about);
    const story: CommandType[] = ['submitReferral'];
    return life.flatMap((attempted) => {
      const { state: before, facts: already } = about;
      const known = already.length;
      const tried = attemptIn(about, attempted);
      if (tried.outcome.ok) story.push(tried.type);
      const { state, standing, running, now, facts } = about;
      if (!standing) return [];
      const takenBack = about.lastIndexOf('repeatTakenBack') > about.lastIndexOf('flagSet');
      const seen = { ...tried, before, state, standing, running, now, takenBack };
      return [{ ...seen, facts: facts.slice(known), story: story.join(' → ') }];
    });
  });

describe('whatever is tried in a case, in whatever order', () => {
  it('is accepted or refused and never a fault, and every command is accepted in some life', () => {
    const accepted = new Set(moments.filter(({ outcome }) => outcome.ok).map(({ type }) => type));
    const all = Object.keys(everyCommand(new SimulatedCase()));
    // What is kept of a case is decided on years after these lives: the simulation lives through them.
    const never = ['submitReferral', 'keepRecord', 'eraseRecord'];
    expect(all.filter((type) => !accepted.has(type as CommandType))).toEqual(never);
    expect(moments.length).toBeGreaterThan(3_000);
  });

  it('leads to every stage', () => {
    const reached = new Set(moments.map(({ state }) => state.stage));
    expect([...reached, 'new'].toSorted()).toEqual([...stages].toSorted());
  });

  it('changes nothing where it is refused, and something where it is accepted', () => {
    for (const { type, outcome, facts, before, state, story } of moments) {
      // Planning anew moves nothing in a life in which neither policy nor calendar has changed.
      if (outcome.ok && type === 'planClocksAnew')
        expect(facts.filter((fact) => fact.type === 'clockMoved')).toEqual([]);
      else if (outcome.ok) expect(state.version, story).toBeGreaterThan(before.version);
      else if (facts.length === 0) expect(state, story).toBe(before);
    }
  });

  it('leaves the workflow and the boards agreeing on how the case stands', { timeout: 60_000 }, () => {
    for (const { state, standing, story } of moments) {
      const { stage, silent, frozen, contactSuspended, engagement, deferrals, attempts, planReviewed, flagEndsOn } =
        state;
      const same = {
        stage,
        silent,
        frozen,
        contactSuspended,
        engagement,
        deferrals,
        attempts,
        planReviewed,
        flagEndsOn,
      };
      expect(standing, story).toMatchObject({ ...same, meetingId: state.listing?.meetingId ?? null });
      expect(standing.acceptedAt !== null, story).toBe(state.accepted);
      expect(standing.heardAt !== null, story).toBe(state.heard);
      expect(standing.supportEndedAt !== null, story).toBe(state.supportEnded);
      expect(standing.repeatOfId !== null, story).toBe(state.repeat);
      expect(standing.openActionIds.toSorted(), story).toEqual(openActions(state));
    }
  });

  it('leaves the workflow knowing exactly the clocks that run', () => {
    for (const { state, running, story } of moments)
      expect(Object.keys(state.clocks).toSorted(), story).toEqual([...running.keys()].toSorted());
  });

  it('is known the same after hearing of all of it again', () => {
    for (const { state, recorded } of cases) {
      expect(evolveAll(state, recorded)).toEqual(state);
      expect(evolveAll(newCase(), [...recorded, ...recorded])).toEqual(state);
    }
  });

  it('never has the same duty run twice about the same thing', () => {
    for (const { running, story } of moments) {
      const duties = [...running.values()].map(({ clock }) => `${clock.kind} ${clock.subject.id}`);
      expect(new Set(duties).size, story).toBe(duties.length);
    }
  });

  it('never lowers a grade', () => {
    for (const { facts } of cases) {
      const graded = facts.flatMap((fact) => (fact.type === 'riskGraded' ? [grades.indexOf(fact.data.grade)] : []));
      expect(graded).toEqual(graded.toSorted((a, b) => a - b));
    }
  });

  it('never hands over what was graded for MARAC before', () => {
    for (const { facts } of cases) {
      const ways = facts.flatMap((fact) => (fact.type === 'riskGraded' ? [fact.data.toMarac] : []));
      expect(ways).toEqual(ways.toSorted((a, b) => Number(a) - Number(b)));
    }
  });

  it('keeps a case on a list exactly while it is listed', () => {
    for (const { state, story } of moments) expect(state.listing !== null, story).toBe(state.stage === 'listed');
  });

  it('sets a flag with every acceptance, and with nothing else, until that is taken back', () => {
    for (const { state, takenBack, story } of moments)
      expect(state.flagEndsOn !== null, story).toBe(state.accepted && !takenBack);
  });
});

describe('closing', () => {
  it('is possible exactly where nothing blocks it, and otherwise says what does', () => {
    for (const { state, running, now, story } of moments) {
      const close = { type: 'closeCase', payload: { reasonId: null, disposals: [] } } as const;
      const outcome = decide(state, close, { occurred: { at: now, precision: 'minute' }, now });
      const blocked =
        openActions(state).length > 0 ||
        Object.values(state.liveDates).some(({ standing }) => standing === 'live') ||
        [...running.values()].some(
          ({ clock: { kind } }) => blocksClosing.includes(kind) || (!state.silent && notAsHistory.includes(kind)),
        );
      const closable = ['graded', 'heard', ...(state.frozen ? ['received', 'returned', 'accepted'] : [])];
      expect(outcome.ok, story).toBe(closable.includes(state.stage) && !blocked);
      if (!outcome.ok && outcome.code === 'DISPOSITIONS_MISSING') expect(outcome.blocking, story).not.toEqual([]);
    }
  });
});

describe('a duty', () => {
  it('that runs can always be ended by somebody: no ladder climbs for ever', { timeout: 60_000 }, () => {
    for (const { state, running, story } of moments) {
      for (const { clock } of running.values()) {
        const end = endOf(clock, state);
        if (end === null) continue;
        const later = addHours(clock.overdueAt, 24 * 30);
        const outcome = decide(state, end, { occurred: { at: later, precision: 'minute' }, now: later });
        expect(outcome.ok, `${clock.kind}: ${story}`).toBe(true);
      }
    }
  });

  it('of contact never runs once the victim has died', () => {
    for (const { state, running, story } of moments.filter((each) => each.state.frozen)) {
      const kinds = [...running.values()].map(({ clock }) => clock.kind);
      expect(
        kinds.filter((kind) => contactDuties.includes(kind)),
        `${state.stage}: ${story}`,
      ).toEqual([]);
    }
  });

  it('keeps its case from ending, and with the last of them it may end', () => {
    for (const { state, standing, running, now, story } of moments) {
      const inYears = addDays(londonDate(now), 800);
      const over = ['closed', 'declined', 'handedOver', 'transferred', 'merged'].includes(state.stage);
      expect(isOver(state, inYears), story).toBe(over && running.size === 0);
      const left = [...running.values()].map(({ clock }) => clock.kind);
      // Once it has ended only the review of what is kept of it goes on, until that is held or erased.
      if (state.stage === 'ended')
        expect(left, story).toEqual(state.frozen || standing.erasedAt !== null ? [] : ['retentionReview']);
    }
  });

  it('that was done is in time or late by when it happened', () => {
    for (const { facts, story } of moments) {
      for (const fact of facts) {
        if (fact.type !== 'clockEnded') continue;
        const { end, overdueAt } = fact.data.clock;
        if (end?.outcome === 'met' && fact.data.clock.pauses.length === 0)
          expect(end.at < overdueAt, `${fact.data.clock.kind}: ${story}`).toBe(true);
        if (end?.outcome === 'metLate') expect(end.at >= overdueAt, story).toBe(true);
      }
    }
  });
});

const blocksClosing: readonly string[] = [
  'screen',
  'incompleteChase',
  'firstContact',
  'contactAttempts',
  'contactDecision',
  'consentDecision',
  'interimDecision',
  'deferralDecision',
  'childServices',
  'schoolTold',
  'engagement',
  'safetyPlan',
  'outcomeTold',
  'hearingTold',
  'bailOutcome',
];
/** What is put down as history may be closed over these. */
const notAsHistory: readonly string[] = ['childNotified', 'urgentChildNotified', 'likelyMatch'];
const reviewed = { change: 'same', contentId: null } as const;

function openActions(state: CaseState): readonly string[] {
  return Object.entries(state.actions)
    .filter(([, status]) => status === 'open')
    .map(([id]) => id)
    .toSorted();
}

type AnyCommand = { [T in CommandType]: { readonly type: T; readonly payload: CommandPayloads[T] } }[CommandType];

/** A command with which the duty of a clock comes to something; null for the flag, which its own watch ends. */
function endOf({ kind, subject }: Clock, { children }: CaseState): AnyCommand | null {
  const { id } = subject;
  const reasonId = 'reason-1';
  const notHeard = Object.keys(children).filter((child) => !children[child]?.school?.startsWith('told'));
  switch (kind) {
    case 'screen':
      return { type: 'screenReferral', payload: { outcome: 'accept', adviceId: null } };
    case 'incompleteChase':
      return { type: 'completeReferral', payload: { contentId: 'supplied-1', assessment: null } };
    case 'firstContact':
    case 'contactAttempts':
      return { type: 'decideAttempts', payload: { decision: 'stop', reasonId } };
    case 'contactDecision':
      return subject.type === 'victim'
        ? { type: 'decideContact', payload: { victimId: id, decision: 'resumed', reasonId } }
        : { type: 'decideAttempts', payload: { decision: 'stop', reasonId } };
    case 'allocation':
      return { type: 'allocateAdviser', payload: { adviserId: 'adviser-2' } };
    case 'engagement':
      return { type: 'recordEngagement', payload: { status: 'declined', noteId: null } };
    case 'safetyPlan':
      return { type: 'recordSafetyPlan', payload: { planId: 'plan-1', contentId: 'words' } };
    case 'outcomeTold':
      return { type: 'tellOutcome', payload: { result: 'noSafeWay', reasonId } };
    case 'hearingTold':
    case 'bailOutcome':
      return { type: 'tellResult', payload: { liveDateId: id, result: 'noSafeWay', reasonId } };
    case 'protectionReview':
      return { type: 'reviewLiveDate', payload: { ...reviewed, liveDateId: id, because: 'beforeEnd' } };
    case 'undatedReview':
      return { type: 'reviewLiveDate', payload: { ...reviewed, liveDateId: id, because: 'noDate' } };
    case 'breachReview':
      return { type: 'reviewLiveDate', payload: { ...reviewed, liveDateId: id, because: 'breach' } };
    case 'riskReview':
      return { type: 'recordRiskReview', payload: { assessment: null, contentId: null } };
    case 'referrerTold':
      return { type: 'tellReferrer', payload: { about: 'meeting', contentId: null } };
    case 'planReview':
      return { type: 'recordPlanReview', payload: { contentId: 'review-1' } };
    case 'action':
    case 'urgentAction':
      return { type: 'completeAction', payload: { actionId: id, noteId: null } };
    case 'acknowledgement':
    case 'urgentAcknowledgement':
      return { type: 'recordAcknowledgement', payload: { handoverId: id } };
    case 'refusedHandover':
      return { type: 'settleRefusal', payload: { handoverId: id, reasonId, byId: 'coordinator-1' } };
    case 'childNotified':
    case 'urgentChildNotified': {
      const payload = { notificationId: 'notification-9', children: [id], toAgencyId: 'services', alreadySent: true };
      return { type: 'notifyChildrensServices', payload };
    }
    case 'childServices':
      return { type: 'setChildServices', payload: { childId: id, servicesAgencyId: 'childrens-services-kent' } };
    case 'schoolTold':
      return { type: 'tellSchools', payload: { children: notHeard, result: 'told', contentId: null } };
    case 'deferralDecision':
      return { type: 'decideDeferral', payload: { decision: 'agreed', reasonId, byId: 'chair-1' } };
    case 'interimDecision':
      return { type: 'decideInterim', payload: { decision: 'notNeeded', reasonId, byId: 'coordinator-1' } };
    case 'consentDecision': {
      const byId = 'coordinator-1';
      return {
        type: 'decideOnConsent',
        payload: { decision: 'idvaService', handoverId: 'handover-9', reasonId, byId },
      };
    }
    case 'likelyMatch':
      return { type: 'decideLikelyMatch', payload: { matchId: id, answer: 'notSame', reasonId } };
    case 'transferAcknowledgement':
    case 'refusedTransfer':
      return { type: 'withdrawTransfer', payload: { reasonId } };
    case 'repeatFlag':
      return null;
    case 'retentionReview':
      return { type: 'eraseRecord', payload: {} };
    default:
      return { type: 'recordLiveDateOutcome', payload: { liveDateId: id, outcome: 'other', contentId: null } };
  }
}
