import { expect } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { newId } from '../../platform/ids.ts';
import { addPractitioners } from '../../store/practitioners/addPractitioners.ts';
import { emptyPack } from '../../store/transfers/packOf.ts';
import { CaseInStore, moment } from './caseInStore.ts';
import { aPair, aReferral } from './invented.ts';
import { MeetingInStore } from './meetingInStore.ts';
import type { SeededStore } from './seededStore.ts';
import { whoeverMay } from './whoMaySend.ts';

type Referral = CommandPayloads['submitReferral'];
type LiveDate = Omit<CommandPayloads['addLiveDate'], 'contentId' | 'liveDateId'>;

const agency = (code: string) => idOf('agency', code);
const adviser = idOf('practitioner', 'joanna.pike');

/** A case of Maidstone that does what it is told on Monday 2 March 2026, minute after minute. */
export class ToldCase {
  readonly inStore: CaseInStore;
  readonly referral: Referral;
  #minutes = 0;

  constructor(
    seeded: SeededStore,
    pair: Pick<Referral, 'pairId' | 'victimId' | 'perpetratorId'>,
    more: Partial<Referral>,
  ) {
    this.inStore = new CaseInStore(seeded.store, seeded.tools, whoeverMay);
    const { pairId, victimId, perpetratorId } = pair;
    this.referral = aReferral({ pairId, victimId, perpetratorId }, more);
  }

  /** Sends a command that is to be accepted; at another London moment where one is given. */
  async does<T extends CommandType>(type: T, payload: CommandPayloads[T], at?: string): Promise<this> {
    this.#minutes += 1;
    const when = at ?? `2026-03-02 09:${String(this.#minutes).padStart(2, '0')}`;
    await this.inStore.does(type, payload, when);
    return this;
  }
}

/** Makes cases of Maidstone that have come to where a test needs one. */
export class CaseMaker {
  readonly #seeded: SeededStore;

  constructor(seeded: SeededStore) {
    this.#seeded = seeded;
  }

  async received(more: Partial<Referral> = {}): Promise<ToldCase> {
    const told = new ToldCase(this.#seeded, await aPair(this.#seeded.store.prisma), more);
    return told.does('submitReferral', told.referral);
  }

  async accepted(more: Partial<Referral> = {}): Promise<ToldCase> {
    return (await this.received(more)).does('screenReferral', { outcome: 'accept', adviceId: null });
  }

  async returned(): Promise<ToldCase> {
    const missing = { outcome: 'returnAsIncomplete', missing: ['consent'], noteId: null } as const;
    return (await this.received()).does('screenReferral', missing);
  }

  /** Given to Joanna Pike. */
  async allocated(): Promise<ToldCase> {
    return (await this.accepted()).does('allocateAdviser', { adviserId: adviser });
  }

  /** Nobody's again: whoever had it has left. */
  async leftByAdviser(): Promise<ToldCase> {
    const [adviserId, allocationId] = [newId(), newId()];
    const post = { id: newId(), role: 'idva' as const, areaId: null, startsOn: '2012-01-01' };
    const person = { id: adviserId, subject: `left.${adviserId}`, name: 'Gone Away', email: 'gone@kent-idva.example' };
    const { prisma } = this.#seeded.store;
    await addPractitioners(prisma, [{ ...person, appointments: [{ ...post, agencyId: agency('kent-idva-service') }] }]);
    const theCase = await (await this.accepted()).does('allocateAdviser', { adviserId, allocationId });
    await prisma.practitioner.update({ where: { id: adviserId }, data: { endsOn: new Date('2026-03-01') } });
    return theCase.does('endAllocation', { allocationId });
  }

  async attempted(...results: CommandPayloads['recordContactAttempt']['result'][]): Promise<ToldCase> {
    const theCase = await this.allocated();
    const attempt = { victimId: theCase.referral.victimId, byId: adviser, noteId: null, medium: 'phone' };
    for (const result of results)
      await theCase.does('recordContactAttempt', { ...attempt, attemptId: newId(), result });
    return theCase;
  }

  async engaged(): Promise<ToldCase> {
    return (await this.attempted('spoke')).does('recordEngagement', { status: 'engaged', noteId: null });
  }

  /** A review by which the risk is in a higher band than at the referral. */
  async risen(): Promise<ToldCase> {
    const assessed = { tool: 'DASH', toolVersion: 'marac-1', count: 24, policeGrade: null, contentId: newId() };
    const assessment = { assessmentId: newId(), ...assessed };
    const lower = { assessmentId: newId(), ...assessed, count: 3 };
    const theCase = await this.engaged();
    await theCase.does('recordRiskReview', { assessment: lower, contentId: null });
    return theCase.does('recordRiskReview', { assessment, contentId: null }, '2026-03-03 10:00');
  }

  async planned(): Promise<ToldCase> {
    const theCase = await this.engaged();
    const plan = { planId: newId(), contentId: newId(), subjectIds: [theCase.referral.victimId], byId: adviser };
    return theCase.does('recordSafetyPlan', plan);
  }

  /** Another referral of the same victim says of safe contact what does not stand yet. */
  async withSafeContactProposed(): Promise<ToldCase> {
    const theCase = await this.allocated();
    const { victimId } = theCase.referral;
    return theCase.does('noteSafeContactProposal', { victimId, proposalId: newId(), fromCaseId: newId() });
  }

  /** With an action of the police that Quentin Ashby has. */
  async withAction(urgent: boolean): Promise<ToldCase> {
    const ownerId = idOf('practitioner', 'quentin.ashby');
    const action = { actionId: newId(), agencyId: agency('police'), ownerId, riskCode: 'stalking' };
    return (await this.accepted()).does('setAction', { ...action, urgent, due: null, contentId: newId() });
  }

  async dated(date: LiveDate, liveDateId = newId()): Promise<ToldCase> {
    return (await this.allocated()).does('addLiveDate', { ...date, liveDateId, contentId: null });
  }

  /** A date that is over; gives what came of it on Monday 16 March. */
  async over(date: LiveDate): Promise<ToldCase> {
    const liveDateId = newId();
    const outcome = { liveDateId, outcome: 'other', contentId: null };
    return (await this.dated(date, liveDateId)).does('recordLiveDateOutcome', outcome, '2026-03-16 10:00');
  }

  /** With proceedings before a criminal court. */
  async inCourt(): Promise<ToldCase> {
    const opened = { kind: 'criminal', specialist: false, startedOn: null, contentId: null } as const;
    return (await this.allocated()).does('openProceeding', { proceedingId: newId(), ...opened });
  }

  /** The review of the risk waits while the victim is in hospital. */
  async withPausedReview(): Promise<ToldCase> {
    const theCase = await this.engaged();
    const clock = Object.values(theCase.inStore.state.clocks).find(({ kind }) => kind === 'riskReview');
    return theCase.does('pauseClock', { clockId: clock?.id ?? '', reason: 'victimInHospital', reasonId: newId() });
  }

  /** An order that was breached and is over by now. */
  async breached(date: LiveDate): Promise<ToldCase> {
    const liveDateId = newId();
    const theCase = await this.dated(date, liveDateId);
    await theCase.does('recordBreach', { breachId: newId(), liveDateId, conditions: [], contentId: newId() });
    return theCase.does('recordLiveDateOutcome', { liveDateId, outcome: 'expired', contentId: null });
  }

  /** Handed on to housing. */
  async handedOn(urgent: boolean, handoverId = newId()): Promise<ToldCase> {
    const onward = { handoverId, kind: 'sanctuaryScheme', toAgencyId: agency('housing'), urgent } as const;
    return (await this.accepted()).does('referOn', { ...onward, contentId: null, insteadOfId: null });
  }

  async refusedHandover(): Promise<ToldCase> {
    const handoverId = newId();
    return (await this.handedOn(false, handoverId)).does('refuseHandover', { handoverId, reasonId: newId() });
  }

  /** The record of its victim may be of the same person as one that is in another case. */
  async likelyMatched(): Promise<ToldCase> {
    const [known, theCase] = [await this.received(), await this.received()];
    const [{ victimId: knownId }, { victimId: personId }] = [known.referral, theCase.referral];
    const notedAt = new Date(moment('2026-03-02 09:00'));
    const data = { id: newId(), personId, knownId, reasons: ['soundAndDateOfBirth'], notedAt };
    await this.#seeded.store.prisma.likelyMatch.create({ data });
    const match = { matchId: data.id, personId, knownId, reasons: ['soundAndDateOfBirth'] } as const;
    return theCase.does('noteLikelyMatch', { ...match, part: 'victim', otherAreaIds: [known.referral.areaId] });
  }

  /** Another area is asked to take it over; null: a MARAC outside. */
  async sentTo(area: string | null): Promise<ToldCase> {
    const to =
      area === null ? { toAreaId: null, outsideId: newId() } : { toAreaId: idOf('area', area), outsideId: null };
    const asked = { transferId: newId(), ...to, reasonId: newId(), pack: emptyPack };
    return (await this.accepted()).does('requestTransfer', asked);
  }

  /** Refused by Thanet, whose coordinator is Bruno Castelli. */
  async refusedByThanet(): Promise<ToldCase> {
    const theCase = await this.sentTo('thanet');
    const actorId = idOf('practitioner', 'bruno.castelli');
    const refusal = { outcome: 'refuse', reasonId: newId() } as const;
    const answer = await theCase.inStore.send('answerTransfer', refusal, '2026-03-02 11:00', { actorId });
    expect(answer).toMatchObject({ ok: true });
    return theCase;
  }

  async refusedOutside(): Promise<ToldCase> {
    return (await this.sentTo(null)).does('recordOutsideAnswer', { outcome: 'refuse', reasonId: newId() });
  }

  /** With a child of school age whose address no children's services cover. */
  async withChild(): Promise<ToldCase> {
    const age = { ageBand: 'oneToSeventeen', ofSchoolAge: true } as const;
    const services = { servicesAgencyId: agency('childrens-services-kent'), servicesBy: 'nobody' } as const;
    return this.accepted({ children: [{ childId: newId(), personId: null, ...age, ...services }] });
  }

  async withChildGraded(count: number): Promise<ToldCase> {
    const judged = { policeGrade: null, judgement: null, reasonId: null };
    const handedOver = { handoverId: newId(), handOverTo: count < 14 ? agency('kent-idva-service') : null };
    return (await this.withChild()).does('gradeRisk', { count, ...judged, ...handedOver });
  }

  async graded(count: number, more: Partial<Referral> = {}): Promise<ToldCase> {
    const judged = { policeGrade: null, judgement: null, reasonId: null };
    return (await this.accepted(more)).does('gradeRisk', { count, ...judged, handoverId: newId(), handOverTo: null });
  }

  /** On the list of a meeting of Tuesday 24 March. */
  async listed(): Promise<ToldCase> {
    await this.#meetingOn('2026-03-24');
    return this.graded(16);
  }

  async #meetingOn(on: string): Promise<void> {
    const meeting = new MeetingInStore(this.#seeded.store, this.#seeded.tools, whoeverMay);
    const when = { startsAt: moment(`${on} 09:30`), on, slot: null };
    const calling = { areaId: idOf('area', 'maidstone'), kind: 'extra' as const, capacity: null, ...when };
    await meeting.send('callMeeting', calling, '2026-03-01 09:00');
  }

  /** On the list of a third meeting after two have deferred it: of Tuesday 10 March and Tuesday 24 March. */
  async deferredAgain(): Promise<ToldCase> {
    const on = (day: string) => this.#meetingOn(day);
    for (const day of ['2026-03-12', '2026-03-24', '2026-04-14']) await on(day);
    const theCase = await this.graded(16);
    for (const at of ['2026-03-12 11:00', '2026-03-24 11:00']) {
      const { meetingId = '' } = theCase.inStore.state.listing ?? {};
      const deferral = { outcome: 'deferred', meetingId, attendance: [], reasonId: newId() } as const;
      await theCase.does('recordHearing', deferral, at);
    }
    return theCase;
  }

  async heard(): Promise<ToldCase> {
    const theCase = await this.listed();
    const { meetingId = '' } = theCase.inStore.state.listing ?? {};
    const hearing = { outcome: 'heard', meetingId, attendance: [], minuteId: null, actions: [] } as const;
    return theCase.does('recordHearing', hearing, '2026-03-24 11:00');
  }

  /** Declined, and so ended: what is kept of it is to be reviewed. */
  async ended(): Promise<ToldCase> {
    const low = { assessmentId: newId(), tool: 'DASH', toolVersion: '1', count: 5, policeGrade: null, contentId: null };
    const declined = { outcome: 'decline', reason: 'duplicate', adviceId: newId() } as const;
    return (await (await this.received({ assessment: low })).does('screenReferral', declined)).does('endCase', {});
  }

  /** A repeat of one that was listed, on a list itself. */
  async repeated(): Promise<ToldCase> {
    const { referral } = await this.listed();
    const again = new ToldCase(this.#seeded, referral, { route: 'repeat', assessment: null });
    return again.does('submitReferral', again.referral);
  }
}
