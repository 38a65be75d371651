import { notifyingOfChildren } from '../../domain/children/notifyingOfChildren.ts';
import { occurredOnDay } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import type { NewAction } from '../../domain/lifecycle/payloads/actions.ts';
import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import type { LiveDateKind } from '../../domain/lifecycle/facts/liveDates.ts';
import type { ContactResult } from '../../domain/lifecycle/facts/support.ts';
import { aReferral, type ReferralBuilder } from './aReferral.ts';
import { SimulatedCase } from './simulatedCase.ts';
import { moment } from './world.ts';

/** A case of the monthly area in the spring of 2026: received on Monday 2 March at ten, heard on Tuesday 24 March. */
export function aCase(referral: ReferralBuilder = aReferral()): CaseBuilder {
  return new CaseBuilder(referral);
}

/** An action of an agency against a risk; `more` says what is different about it. */
export function anAction(actionId: string, more: Partial<NewAction> = {}): NewAction {
  return {
    actionId,
    agencyId: 'housing',
    ownerId: null,
    riskCode: 'homelessness',
    urgent: false,
    due: null,
    contentId: `words-of-${actionId}`,
    ...more,
  };
}

/** A child as they are known when they are added, or put right. */
export function aChild(childId: string, more: Partial<ChildInReferral> = {}): CommandPayloads['addChild'] {
  return {
    ...{ childId, personId: `person-of-${childId}`, ageBand: 'oneToSeventeen', ofSchoolAge: false },
    ...{ servicesAgencyId: 'childrens-services-kent', servicesBy: 'area', authorityId: null, contentId: null },
    ...more,
  };
}

/** A case and the states it can be brought to, each by way of those before it. */
export class CaseBuilder extends SimulatedCase {
  readonly #referral: ReferralBuilder;

  constructor(referral: ReferralBuilder) {
    super();
    this.#referral = referral;
  }

  received(at = '2026-03-02 10:00'): this {
    return this.at(at).must('submitReferral', this.#referral.build());
  }

  /** A referral of a pair whose flag runs; listed at once where there is a meeting. */
  repeated(): this {
    return this.where({ earlierCaseId: 'case-0' }).received();
  }

  returned(): this {
    this.#after('new', () => this.received());
    return this.at('2026-03-03 10:00').must('screenReferral', {
      outcome: 'returnAsIncomplete',
      missing: ['safeContact'],
      noteId: null,
    });
  }

  /** As no domestic abuse; only where no route into MARAC is met. */
  declined(): this {
    this.#after('new', () => this.received());
    const reason = 'notDomesticAbuse';
    return this.at('2026-03-03 10:00').must('screenReferral', { outcome: 'decline', reason, adviceId: 'advice-1' });
  }

  accepted(): this {
    this.#after('new', () => this.received());
    return this.at('2026-03-03 10:00').must('screenReferral', { outcome: 'accept', adviceId: null });
  }

  /** Graded for MARAC while the area has no meeting to come. */
  graded(): this {
    if (!this.state.accepted) this.accepted();
    const { meetings } = this.around;
    this.where({ meetings: [] })
      .at('2026-03-03 10:30')
      .must('gradeRisk', grading({ count: 16 }));
    return this.where({ meetings });
  }

  handedOver(): this {
    if (!this.state.accepted) this.accepted();
    return this.at('2026-03-03 10:30').must('gradeRisk', grading({ count: 11, handoverId: 'handover-1' }));
  }

  listed(): this {
    if (this.state.stage !== 'graded') this.graded();
    return this.at('2026-03-04 10:00').must('listCase', { meetingId: null, reasonId: null });
  }

  heard(...actions: readonly NewAction[]): this {
    if (!this.state.listing) this.listed();
    const { meetingId = '', meetingOn = '' } = this.state.listing ?? {};
    this.at(`${meetingOn} 11:00`);
    return this.must('recordHearing', { outcome: 'heard', meetingId, attendance: [], minuteId: 'minute-1', actions });
  }

  /** By a meeting that this system did not run, on that day of the spring; only a case that is taken over. */
  heardElsewhere(on: IsoDate = '2026-03-10', by: Partial<CommandPayloads['recordHeardElsewhere']> = {}): this {
    const counted = { count: 16, policeGrade: null, judgement: null, reasonId: null };
    const payload = { ...counted, gradedOn: null, contentId: 'heard-elsewhere-1', ...by };
    return this.must('recordHeardElsewhere', payload, occurredOnDay(on));
  }

  deferred(): this {
    if (!this.state.listing) this.listed();
    const { meetingId = '', meetingOn = '' } = this.state.listing ?? {};
    this.at(`${meetingOn} 11:00`);
    return this.must('recordHearing', { outcome: 'deferred', meetingId, attendance: [], reasonId: 'reason-1' });
  }

  attempted(result: ContactResult, attemptId = `attempt-${this.state.attempts + 1}`): this {
    return this.must('recordContactAttempt', attempt(result, attemptId));
  }

  /** Somebody spoke to the victim, who does not want support. */
  spokenToAndDeclined(): this {
    return this.attempted('spoke').must('recordEngagement', { status: 'declined', noteId: null });
  }

  engaged(): this {
    return this.must('recordEngagement', { status: 'engaged', noteId: null });
  }

  withAction(actionId: string, more: Partial<NewAction> = {}): this {
    return this.must('setAction', anAction(actionId, more));
  }

  withLiveDate(liveDateId: string, kind: LiveDateKind, at: string | null): this {
    const when = at === null ? null : moment(at);
    return this.must('addLiveDate', { liveDateId, kind, at: when, contentId: null });
  }

  /** The victim was spoken to and declined support, heard the outcome, and every action was done. */
  settled(): this {
    if (this.clock('firstContact') ?? this.clock('contactAttempts')) this.attempted('spoke');
    if (this.clock('engagement')) this.must('recordEngagement', { status: 'declined', noteId: null });
    if (this.clock('safetyPlan')) this.must('recordSafetyPlan', { planId: 'plan-1', contentId: 'plan-words' });
    this.notified();
    if (this.clock('outcomeTold')) this.must('tellOutcome', { result: 'told', reasonId: null });
    const open = Object.entries(this.state.actions).filter(([, status]) => status === 'open');
    for (const [actionId] of open) this.must('completeAction', { actionId, noteId: null });
    return this;
  }

  /** Every open action has an outcome; nobody is contacted any more. */
  settledAfterDeath(): this {
    this.notified();
    const open = Object.entries(this.state.actions).filter(([, status]) => status === 'open');
    for (const [actionId] of open) this.must('recordActionNotPossible', { actionId, reasonId: 'reason-1' });
    return this;
  }

  /** The police had told children’s services of every child of whom they are owed a notification. */
  notified(): this {
    for (const [childId] of Object.entries(this.state.children).filter(([id]) => this.#owesNotification(id)))
      this.must('notifyChildrensServices', {
        notificationId: `notification-of-${childId}`,
        children: [childId],
        toAgencyId: 'childrens-services-kent',
        alreadySent: true,
      });
    return this;
  }

  closed(disposals: CommandPayloads['closeCase']['disposals'] = []): this {
    if (!this.state.heard) this.heard();
    return this.at('2026-04-10 15:00').settled().must('closeCase', { reasonId: null, disposals });
  }

  /** Closed, its referrer told, its flag over: nothing is watched any more. */
  ended(): this {
    if (this.state.stage !== 'closed') this.closed();
    this.must('tellReferrer', { about: 'meeting', contentId: null });
    return this.at('2027-03-03 00:00').flagRunsOut().must('endCase', {});
  }

  /** Another area of this system is asked to take it over. */
  asked(toAreaId = 'swale'): this {
    return this.must('requestTransfer', transferTo(toAreaId));
  }

  askedOutside(): this {
    return this.must('requestTransfer', { ...transferTo(null), outsideId: 'outside-1' });
  }

  /** Merged into another case of the same two people. */
  merged(): this {
    return this.must('mergeReferral', { intoCaseId: 'case-2', reasonId: 'reason-1' });
  }

  dead(): this {
    return this.must('recordDeath', { contentId: null });
  }

  #owesNotification(childId: string): boolean {
    return notifyingOfChildren.some((kind) => this.clock(kind, childId) !== undefined);
  }

  #after(stage: string, bring: () => unknown): void {
    if (this.state.stage === stage) bring();
  }
}

/** An attempt to reach the victim. */
export function attempt(result: ContactResult, attemptId = 'attempt-1'): CommandPayloads['recordContactAttempt'] {
  return { attemptId, victimId: 'victim-1', result, medium: 'telephone', byId: 'adviser-1', noteId: null };
}

/** What somebody grades by; nothing unless named. */
export function grading(more: Partial<CommandPayloads['gradeRisk']>): CommandPayloads['gradeRisk'] {
  const nothing = { count: null, policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
  return { ...nothing, handoverId: 'handover-1', ...more };
}

/** To the sanctuary scheme of the housing services, which nobody had refused before. */
export function onwardReferral(
  handoverId: string,
  more: Partial<CommandPayloads['referOn']> = {},
): CommandPayloads['referOn'] {
  const usual = { kind: 'sanctuaryScheme', toAgencyId: 'housing', urgent: false } as const;
  return { ...usual, handoverId, contentId: null, insteadOfId: null, ...more };
}

/** What is sent to another area, or to a MARAC outside. */
export function transferTo(toAreaId: string | null): CommandPayloads['requestTransfer'] {
  const pack = { referralId: 'referral-1', assessmentIds: [], minutes: [], actions: [] };
  return { transferId: 'transfer-1', toAreaId, outsideId: null, reasonId: 'reason-1', pack };
}
