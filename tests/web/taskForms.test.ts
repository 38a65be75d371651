import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import { newId } from '../../platform/ids.ts';
import { getCaseToWorkOn } from '../../usecases/cases/getCase.ts';
import { offeredCommands } from '../../usecases/cases/offeredCommands.ts';
import { myTasks } from '../../usecases/tasks/myTasks.ts';
import { recordingOf } from '../../web/pages/tasks/recordingOf.ts';
import type { CaseMaker, ToldCase } from '../environment/caseMaker.ts';
import { moment } from '../environment/caseInStore.ts';
import { type MadeCases, madeCases } from '../environment/madeCases.ts';

let made: MadeCases;
let make: MadeCases['make'];
let reading: MadeCases['reading'];

beforeAll(async () => {
  made = await madeCases(moment('2026-03-25 12:00'));
  ({ make, reading } = made);
  // A county that takes a case to its meeting from 17 on: what scores high below that is decided on without consent.
  const patch = { routes: { visibleHighRiskFrom: { value: 17, source: 'a county of this test' } } };
  const entry = { id: newId(), areaId: idOf('area', 'swale'), version: 'county-of-17', source: 'test', patch };
  const entered = { effectiveFrom: new Date('2026-01-01'), enteredAt: new Date(moment('2026-01-06 09:00')) };
  await made.store.prisma.areaPolicyEntry.create({ data: { ...entry, ...entered } });
});
afterAll(() => made?.end());

type LiveDate = Omit<CommandPayloads['addLiveDate'], 'contentId' | 'liveDateId'>;
const began = moment('2026-03-02 09:00');
const later = moment('2026-03-12 10:00');
const hearing: LiveDate = { kind: 'hearing', at: later };
const bail: LiveDate = { kind: 'preChargeBail', at: later, startsAt: began, authorisedBy: 'custodyOfficer' };
const order: LiveDate = { kind: 'nonMolestation', at: moment('2026-06-01 12:00'), startsAt: began };
const ofPolice = { at: null, startsAt: began, agencyId: idOf('agency', 'police') };
const inSwale = { areaId: idOf('area', 'swale'), consent: 'notGiven' } as const;

/** Kinds that end by themselves, have no case, or are done on the page of a meeting. */
type ElsewhereOrNever =
  | 'highNotReferred'
  | 'repeatFlag'
  | 'retentionReview'
  | 'agendaOut'
  | 'researchReturn'
  | 'meetingConcluded'
  | 'minutesOut';
type Looked = readonly [who: string, theCase: (maker: CaseMaker) => Promise<ToldCase>];

/** Who has each kind of duty of a case, and a case in which it runs. */
const duties: Readonly<Record<Exclude<ClockKind, ElsewhereOrNever>, readonly Looked[]>> = {
  screen: [['amy.adeyemi', (maker) => maker.received()]],
  incompleteChase: [['amy.adeyemi', (maker) => maker.returned()]],
  firstContact: [
    ['joanna.pike', (maker) => maker.received()],
    ['leila.haddad', (maker) => maker.received()],
  ],
  contactAttempts: [['joanna.pike', (maker) => maker.attempted('noAnswer')]],
  contactDecision: [
    ['leila.haddad', (maker) => maker.attempted('unsafe')],
    ['leila.haddad', (maker) => maker.attempted('noAnswer', 'noAnswer', 'noAnswer')],
  ],
  allocation: [['leila.haddad', (maker) => maker.leftByAdviser()]],
  engagement: [['joanna.pike', (maker) => maker.attempted('spoke')]],
  safetyPlan: [['joanna.pike', (maker) => maker.engaged()]],
  planReview: [['amy.adeyemi', (maker) => maker.repeated()]],
  outcomeTold: [['joanna.pike', (maker) => maker.heard()]],
  referrerTold: [['amy.adeyemi', (maker) => maker.heard()]],
  action: [['quentin.ashby', (maker) => maker.withAction(false)]],
  urgentAction: [['quentin.ashby', (maker) => maker.withAction(true)]],
  riskReview: [['joanna.pike', (maker) => maker.engaged()]],
  hearing: [['joanna.pike', (maker) => maker.dated(hearing)]],
  hearingOutcome: [['joanna.pike', (maker) => maker.dated(hearing)]],
  hearingTold: [['joanna.pike', (maker) => maker.over(hearing)]],
  bailOutcome: [
    ['joanna.pike', (maker) => maker.dated(bail)],
    ['joanna.pike', (maker) => maker.over(bail)],
  ],
  dvpnToCourt: [['quentin.ashby', (maker) => maker.dated({ kind: 'dvpn', ...ofPolice })]],
  dvpo: [['joanna.pike', (maker) => maker.dated({ kind: 'dvpo', at: moment('2026-03-24 12:00'), startsAt: began })]],
  protectionOrder: [['joanna.pike', (maker) => maker.dated(order)]],
  preChargeBail: [['joanna.pike', (maker) => maker.dated(bail)]],
  custodyRelease: [['joanna.pike', (maker) => maker.dated({ kind: 'custodyRelease', at: later })]],
  protectionReview: [['joanna.pike', (maker) => maker.dated(order)]],
  undatedReview: [['joanna.pike', (maker) => maker.dated({ kind: 'custodyRelease', at: null })]],
  breachReview: [['joanna.pike', (maker) => maker.breached(order)]],
  claresLaw: [['quentin.ashby', (maker) => maker.dated({ kind: 'claresLaw', ...ofPolice })]],
  acknowledgement: [['owen.tregear', (maker) => maker.handedOn(false)]],
  urgentAcknowledgement: [['owen.tregear', (maker) => maker.handedOn(true)]],
  refusedHandover: [['amy.adeyemi', (maker) => maker.refusedHandover()]],
  likelyMatch: [['amy.adeyemi', (maker) => maker.likelyMatched()]],
  consentDecision: [['amy.adeyemi', (maker) => maker.graded(15, inSwale)]],
  interimDecision: [['amy.adeyemi', (maker) => maker.risen()]],
  deferralDecision: [['esther.quaye', (maker) => maker.deferredAgain()]],
  childServices: [['amy.adeyemi', (maker) => maker.withChild()]],
  schoolTold: [['amy.adeyemi', (maker) => maker.withChild()]],
  childNotified: [['amy.adeyemi', (maker) => maker.withChildGraded(10)]],
  urgentChildNotified: [['amy.adeyemi', (maker) => maker.withChildGraded(16)]],
  transferAcknowledgement: [
    ['bruno.castelli', (maker) => maker.sentTo('thanet')],
    ['amy.adeyemi', (maker) => maker.sentTo(null)],
  ],
  refusedTransfer: [
    ['amy.adeyemi', (maker) => maker.refusedByThanet()],
    ['bruno.castelli', (maker) => maker.refusedByThanet()],
    ['amy.adeyemi', (maker) => maker.refusedOutside()],
  ],
};

async function tasksOf(subject: string, { referral: { reference } }: ToldCase) {
  const question = { until: '2027-12-31', after: null, limit: 1_000 };
  const { items } = await myTasks(reading.deps, await reading.actor(subject), 'test', question);
  return items.filter((task) => task.reference === reference);
}

describe('the form a task leads to', () => {
  const rows = Object.entries(duties).flatMap(([kind, looked]) =>
    looked.map(([who, theCase], index) => ({ kind, who, theCase, name: index === 0 ? kind : `${kind} ${index + 1}` })),
  );

  it.each(rows)('is offered to whoever has the duty: $name, $who', async ({ kind, who, theCase }) => {
    const made = await theCase(make);
    const task = (await tasksOf(who, made)).find((each) => each.kind === kind);
    expect(task, 'it is among their tasks').toBeDefined();
    const { href = '' } = (task && recordingOf(task)) ?? {};
    const { reference } = made.referral;
    const read = await getCaseToWorkOn(reading.deps, { actor: await reading.actor(who), route: 'test', reference });
    if (!read.ok) throw new Error(read.code);
    const offered = offeredCommands(read.view, read.may).map(
      ({ command, subjectId }) => `/cases/${reference}${command.path.replace(/:\w+/, subjectId ?? '')}`,
    );
    expect(offered).toContain(href.replace('?then=tasks', ''));
  });
});

describe('a second deferral', () => {
  it('is a task of the chair and not of the coordinator, until the chair has decided', async () => {
    const theCase = await make.deferredAgain();
    const kinds = async (subject: string) => (await tasksOf(subject, theCase)).map(({ kind }) => kind);
    expect(await kinds('esther.quaye')).toEqual(['deferralDecision']);
    for (const other of ['amy.adeyemi', 'fergus.hallam']) expect(await kinds(other)).not.toContain('deferralDecision');
    const byId = idOf('practitioner', 'esther.quaye');
    await theCase.does('decideDeferral', { decision: 'mustBeHeard', reasonId: newId(), byId }, '2026-03-24 15:00');
    expect(await kinds('esther.quaye')).toEqual([]);
  });
});

describe('a transfer that waits for an answer', () => {
  it('is a task of the area that is asked, and of nobody in the one that asks', async () => {
    const theCase = await make.sentTo('thanet');
    const kinds = async (subject: string) => (await tasksOf(subject, theCase)).map(({ kind }) => kind);
    expect(await kinds('bruno.castelli')).toEqual(['transferAcknowledgement']);
    expect(await kinds('amy.adeyemi')).not.toContain('transferAcknowledgement');
    await theCase.does('withdrawTransfer', { reasonId: newId() });
    expect(await kinds('bruno.castelli')).toEqual([]);
  });
});
