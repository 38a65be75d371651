import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentsReportView, LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import type { ExceptionView } from '../../contracts/views/officeViews.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours } from '../../domain/calendar/london.ts';
import { assessmentsToLookAt, lookAtAssessment } from '../../store/assessments/watchAssessments.ts';
import { readColumns } from '../../store/projection/writeSet.ts';
import { rebuildAssessment } from '../../store/rebuild/rebuildAssessment.ts';
import { recordingTools } from '../environment/caseInStore.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest } from './officeForTest.ts';

let product: TestProduct;
let office: ReturnType<typeof officeForTest>;

/** A Monday at ten in the morning. */
const start = '2026-03-02T10:00:00.000Z';
const [kidas, mdas] = ['kidas', 'mdas'];

beforeAll(async () => {
  product = await startWorkerForTest({ now: start });
  office = officeForTest(product);
});
afterAll(() => product?.stop());

/** Amy coordinates Maidstone, whose cases below the threshold are KIDAS's: Xanthe and, as its lead, Yusuf. */
const amy = () => office.as('amy.adeyemi');
const marek = () => office.as('marek.nowak');
const xanthe = () => office.as('xanthe.rowley');
const yusuf = () => office.as('yusuf.marlowe');

interface Recorded {
  readonly created: { readonly assessmentId: string };
}

function aBody(more: object = {}) {
  const { victim, perpetrator } = aReferralBody();
  const named = ({ givenNames, familyName, dateOfBirth }: typeof victim | typeof perpetrator) => {
    return { givenNames, familyName, dateOfBirth };
  };
  const people = { victim: named(victim), perpetrator: named(perpetrator), relationship: 'formerPartner' };
  return { area: 'maidstone', agency: 'police', ...people, count: 11, ...more };
}

async function recorded(body: object = aBody()): Promise<string> {
  const answer = await marek().post<Recorded>('/assessments', body);
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 201 });
  return answer.body.created.assessmentId;
}

async function seenBy(
  who: ReturnType<typeof amy>,
  status: string,
  id: string,
): Promise<LoneAssessmentView | undefined> {
  const { body } = await who.get<{ items: LoneAssessmentView[] }>(`/assessments?status=${status}&limit=200`);
  return body.items.find(({ assessmentId }) => assessmentId === id);
}

/** One round of the watch, at a moment. */
async function watch(at: string): Promise<void> {
  const tools = await recordingTools(product.store);
  for (const id of await assessmentsToLookAt(product.store.prisma, at))
    await lookAtAssessment(product.store, id, at, tools);
}

/** Who has been told of an assessment, as what, in the order in which they were. */
async function toldOf(caseId: string): Promise<readonly string[]> {
  const notices = await product.store.prisma.notice.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } });
  const people = await product.store.prisma.practitioner.findMany();
  return notices.map(({ code, recipientId, asRole }) => {
    return `${code} to ${people.find(({ id }) => id === recipientId)?.subject ?? ''} as ${asRole}`;
  });
}

const clocksOf = async (caseId: string) =>
  (await product.store.prisma.clock.findMany({ where: { caseId }, orderBy: { anchorAt: 'asc' } })).map(
    ({ kind, status, outcome }) => `${kind} ${outcome ?? status}`,
  );

const victimOf = async (id: string) =>
  (await product.store.prisma.loneAssessment.findUniqueOrThrow({ where: { id } })).victimId;

/** Puts somebody on the deny list of the victim of an assessment. */
async function hide(id: string, subject: string): Promise<void> {
  const { prisma } = product.store;
  const entry = { id: randomUUID(), personId: await victimOf(id), practitionerId: idOf('practitioner', subject) };
  const enteredById = idOf('practitioner', 'amy.adeyemi');
  await prisma.denyEntry.create({ data: { ...entry, enteredById, enteredAt: new Date(product.clock.now()) } });
}

const to = (id: string, below: string) => `/assessments/${id}${below}`;
const reason = { reason: 'She lives outside our contract area.' };

describe('an assessment below MARAC', () => {
  it('goes to the service of its area at once, which is told, sees it, and takes it on', async () => {
    const id = await recorded();
    expect(await toldOf(id)).toEqual([
      'handedOver to xanthe.rowley as receivingService',
      'handedOver to yusuf.marlowe as receivingService',
    ]);
    for (const who of [xanthe(), yusuf(), amy(), marek()])
      expect(await seenBy(who, 'handedOver', id)).toMatchObject({
        ...{ grade: 'medium', service: kidas, due: { date: '2026-03-04' }, overdue: false, answeredAt: null },
        handedOverAt: start,
      });
    expect((await seenBy(xanthe(), 'handedOver', id))?.victim?.identity).toMatchObject({ givenNames: 'Idonya' });
    for (const subject of ['owen.tregear', 'zofia.hartley', 'bruno.castelli', 'joanna.pike'])
      expect(await seenBy(office.as(subject), 'handedOver', id), subject).toBeUndefined();
    expect((await xanthe().post(to(id, '/acknowledgement'), {})).status).toBe(200);
    expect(await seenBy(xanthe(), 'takenOn', id)).toMatchObject({ status: 'takenOn', due: null, answeredAt: start });
    expect(await clocksOf(id)).toEqual(['acknowledgement met']);
    expect((await xanthe().post(to(id, '/acknowledgement'), {})).body.code).toBe('NOT_HANDED_OVER');
    await watch('2026-04-20T09:00:30.000Z');
    expect(await toldOf(id), 'nobody is chased for what is taken on').toHaveLength(2);
  });

  it('is chased when the service is silent: at the service, then with the coordinator, then with the chair', async () => {
    product.clock.set(addHours(start, 1));
    const id = await recorded();
    const news = await toldOf(id);
    const since = async (at: string) => {
      const before = (await toldOf(id)).length;
      await watch(at);
      return (await toldOf(id)).slice(before);
    };
    expect(await since('2026-03-03T09:00:30.000Z')).toEqual([]);
    // Two working days after Monday: Wednesday.
    expect(await since('2026-03-04T09:00:30.000Z')).toEqual(news.map((each) => each.replace('handedOver', 'rung')));
    expect((await since('2026-03-05T09:00:30.000Z')).join()).toContain('xanthe.rowley');
    expect(await since('2026-03-06T09:00:30.000Z')).toEqual(['rung to amy.adeyemi as coordinator']);
    expect((await since('2026-03-11T09:00:30.000Z')).join()).toContain('as chair');
    product.clock.set('2026-03-11T10:00:00.000Z');
    expect(await seenBy(amy(), 'handedOver', id)).toMatchObject({ overdue: true });
    product.clock.set(start);
  });

  it('comes back to the area where the service refuses, stands among what is stuck, and goes to another', async () => {
    product.clock.set(addHours(start, 2));
    const id = await recorded();
    expect((await yusuf().post(to(id, '/refusal'), {})).body.code).toBe('NOT_AS_DESCRIBED');
    expect((await yusuf().post(to(id, '/refusal'), reason)).status).toBe(200);
    expect(await seenBy(yusuf(), 'handoverRefused', id), 'who has refused sees it no more').toBeUndefined();
    expect(await seenBy(amy(), 'handoverRefused', id)).toMatchObject({
      refusal: { text: reason.reason },
      due: { date: '2026-03-03' },
    });
    expect(await seenBy(marek(), 'handoverRefused', id), 'why may say something of a case').toMatchObject({
      refusal: null,
    });
    expect((await toldOf(id)).at(-1)).toBe('handoverRefused to amy.adeyemi as coordinator');
    const stuck = async () =>
      (await amy().get<{ items: ExceptionView[] }>('/exceptions')).body.items.filter((each) => each.id === id);
    expect(await stuck()).toMatchObject([{ kind: 'assessmentRefused', area: 'maidstone' }]);
    expect((await amy().post(to(id, '/handover'), { to: 'nobody' })).body.code).toBe('UNKNOWN_AGENCY');
    expect((await xanthe().post(to(id, '/handover'), { to: mdas })).status, 'who has refused hands it to nobody').toBe(
      403,
    );
    expect((await amy().post(to(id, '/handover'), { to: mdas })).status).toBe(200);
    expect(await stuck()).toEqual([]);
    expect(await clocksOf(id)).toEqual(['acknowledgement met', 'refusedHandover met', 'acknowledgement running']);
    expect(await seenBy(amy(), 'handedOver', id)).toMatchObject({ service: mdas, refusal: null });
    // Amy telephoned: who runs the MARAC may write down what the service said.
    expect((await amy().post(to(id, '/acknowledgement'), {})).status).toBe(200);
  });

  it('goes to no service only by a named decision, with a reason', async () => {
    const id = await recorded();
    expect((await xanthe().post(to(id, '/not-handed-over'), reason)).status).toBe(403);
    expect((await office.as('bruno.castelli').post(to(id, '/not-handed-over'), reason)).status).toBe(404);
    expect((await marek().post(to(id, '/acknowledgement'), {})).status).toBe(403);
    expect((await office.as('stefan.lindqvist').post(to(id, '/acknowledgement'), {})).status).toBe(403);
    expect((await amy().post(to(id, '/not-handed-over'), {})).body.code).toBe('NOT_AS_DESCRIBED');
    expect((await amy().post(to(id, '/not-handed-over'), reason)).status).toBe(200);
    expect(await seenBy(amy(), 'notHandedOver', id)).toMatchObject({
      settledById: idOf('practitioner', 'amy.adeyemi'),
      reason: { text: reason.reason },
    });
    expect(await seenBy(xanthe(), 'notHandedOver', id)).toBeUndefined();
  });

  it('is taken back from the service once the same two are referred', async () => {
    const body = aBody();
    const id = await recorded(body);
    const referral = aReferralBody();
    const people = {
      victim: { ...referral.victim, ...body.victim },
      perpetrator: { ...referral.perpetrator, ...body.perpetrator },
    };
    expect((await marek().post('/referrals', { ...referral, ...people })).status).toBe(201);
    await watch('2026-03-02T14:00:00.000Z');
    expect(await seenBy(amy(), 'referred', id)).toMatchObject({ due: null });
    expect(await clocksOf(id)).toEqual(['acknowledgement cancelled']);
  });

  it('is built again from its record with what the services said', async () => {
    const id = await recorded();
    await yusuf().post(to(id, '/refusal'), reason);
    const row = await product.store.prisma.loneAssessment.findUniqueOrThrow({ where: { id } });
    await product.store.prisma.loneAssessment.delete({ where: { id } });
    const columnsOf = await readColumns(product.store.prisma);
    expect(await rebuildAssessment(product.store, id, columnsOf)).toMatchObject({ status: 'mended' });
    expect(await product.store.prisma.loneAssessment.findUnique({ where: { id } })).toEqual(row);
    const events = await product.store.prisma.auditEvent.findMany({ where: { caseId: id } });
    expect(JSON.stringify(events)).not.toContain('contract area');
  });

  it('is told of once where a table brings many of one area, and each is asked of the service', async () => {
    product.clock.set(addHours(start, 5));
    const columns =
      'reference,area,agency,takenAt,victimGivenNames,victimFamilyName,victimDateOfBirth,perpetratorGivenNames,perpetratorFamilyName,perpetratorDateOfBirth,relationship,count,policeGrade,history';
    const rows = ['maidstone', 'maidstone', 'medway', 'maidstone'].map((area, index) => {
      const { victim, perpetrator } = aBody();
      const [one, other] = [victim, perpetrator].map((who) => `${who.givenNames},${who.familyName},`);
      return `T-${index},${area},police,2026-02-02,${one},${other},partner,${index === 3 ? 15 : 9},,no`;
    });
    const sent = await marek().post('/assessments/import', { csv: [columns, ...rows].join('\n'), dryRun: false });
    expect(sent.body).toMatchObject({ recorded: 4 });
    const made = await product.store.prisma.loneAssessment.findMany({
      where: { recordedAt: new Date(addHours(start, 5)) },
      orderBy: [{ areaId: 'asc' }, { id: 'asc' }],
    });
    const told = await Promise.all(made.map(({ id }) => toldOf(id)));
    expect(made.filter(({ status }) => status === 'handedOver')).toHaveLength(3);
    const news = told.flat().filter((each) => each.startsWith('handedOver to xanthe'));
    expect(news).toHaveLength(1);
    // What somebody assessed a month ago is asked of the service today, and not late already.
    const inMaidstone = made.find(
      ({ areaId, status }) => areaId === idOf('area', 'maidstone') && status === 'handedOver',
    );
    expect(await seenBy(amy(), 'handedOver', inMaidstone?.id ?? '')).toMatchObject({ due: { date: '2026-03-04' } });
    product.clock.set(start);
  });

  it('is told of anew in a table where its readers are others than those of the rows before', async () => {
    product.clock.set(addHours(start, 7));
    const body = aBody();
    const known = await recorded(body);
    for (const subject of ['xanthe.rowley', 'yusuf.marlowe']) await hide(known, subject);
    const columns =
      'reference,area,agency,takenAt,victimGivenNames,victimFamilyName,victimDateOfBirth,perpetratorGivenNames,perpetratorFamilyName,perpetratorDateOfBirth,relationship,count,policeGrade,history';
    // The first row is about the victim whom nobody in the service may know of; the others are anybody's.
    const rows = [body, aBody(), aBody()].map(({ victim, perpetrator }, index) => {
      const [one, other] = [victim, perpetrator].map((who) => `${who.givenNames},${who.familyName},${who.dateOfBirth}`);
      return `D-${index},maidstone,police,2026-03-02,${one},${other},partner,8,,no`;
    });
    product.clock.set(addHours(start, 8));
    const sent = await marek().post('/assessments/import', { csv: [columns, ...rows].join('\n'), dryRun: false });
    expect(sent.body).toMatchObject({ recorded: 3 });
    const made = await product.store.prisma.loneAssessment.findMany({
      where: { recordedAt: new Date(addHours(start, 8)) },
      orderBy: { id: 'asc' },
    });
    const told = (await Promise.all(made.map(({ id }) => toldOf(id)))).flat();
    expect(told.filter((each) => each.startsWith('handedOver to xanthe'))).toHaveLength(1);
    expect(told.filter((each) => each.startsWith('handedOver to yusuf'))).toHaveLength(1);
    // Of the one that nobody there may know of, those hear who run the MARAC.
    const closed = await product.store.prisma.loneAssessment.findFirstOrThrow({
      where: { recordedAt: new Date(addHours(start, 8)), victimId: await victimOf(known) },
    });
    expect(await toldOf(closed.id)).toEqual([
      'handedOver to amy.adeyemi as coordinator',
      'handedOver to cerys.maddock as administrator',
    ]);
    product.clock.set(start);
  });

  it('stands in the report by what became of it', async () => {
    product.clock.set('2026-05-05T10:00:00.000Z');
    const ids = [];
    for (let n = 0; n < 4; n += 1) ids.push(await recorded(aBody({ area: 'swale' })));
    const [one, two, three] = ids as [string, string, string];
    const supervisor = office.as('grace.oyelaran');
    expect((await supervisor.post(to(one, '/acknowledgement'), {})).status).toBe(200);
    expect((await supervisor.post(to(two, '/refusal'), reason)).status).toBe(200);
    expect((await supervisor.post(to(three, '/not-handed-over'), reason)).status).toBe(200);
    const ask = () => supervisor.get<AssessmentsReportView>('/reports/assessments?from=2026-05&to=2026-05&areas=swale');
    const ended = { takenOn: 1, handoverRefused: 1, notHandedOver: 1, handedOver: 1 };
    expect((await ask()).body.total).toMatchObject({ medium: 4, high: 0, ...ended });
    // A high one that somebody decided not to refer stays counted as decided, also once a service is asked.
    const high = await recorded(aBody({ area: 'swale', count: 15 }));
    await supervisor.post(to(high, '/not-referred'), reason);
    expect((await supervisor.post(to(high, '/handover'), { to: kidas })).status).toBe(200);
    expect((await ask()).body.total).toMatchObject({
      high: 1,
      highDecided: 1,
      highWaiting: 0,
      ...ended,
      handedOver: 2,
    });
  });
});

describe('what an assessment owes', { timeout: 60_000 }, () => {
  interface Duty {
    readonly clockId: string;
    readonly kind: string;
    readonly assessment: { readonly assessmentId: string; readonly on: string } | null;
    readonly path?: string;
  }
  const soon = '2026-12-31';
  const onTasks = async (who: ReturnType<typeof amy>, id: string): Promise<Duty | undefined> => {
    const { body } = await who.get<{ items: Duty[] }>(`/me/tasks?until=${soon}&limit=200`);
    return body.items.find(({ assessment }) => assessment?.assessmentId === id);
  };
  const onBoard = async (who: ReturnType<typeof amy>, id: string, asked = ''): Promise<Duty | undefined> => {
    const { body } = await who.get<{ items: Duty[] }>(`/overdue?limit=200${asked}`);
    return body.items.find(({ assessment }) => assessment?.assessmentId === id);
  };

  it('is a task of whoever has to act: of the service that is asked, then of the coordinator, and gone once it is answered', async () => {
    product.clock.set(start);
    const id = await recorded();
    expect(await onTasks(xanthe(), id)).toMatchObject({
      ...{ kind: 'acknowledgement', assessment: { on: '2026-03-02' }, path: `/assessments/${id}` },
    });
    for (const subject of ['amy.adeyemi', 'zofia.hartley', 'owen.tregear'])
      expect(await onTasks(office.as(subject), id), subject).toBeUndefined();
    expect((await xanthe().post(to(id, '/refusal'), reason)).status).toBe(200);
    expect(await onTasks(xanthe(), id)).toBeUndefined();
    expect(await onTasks(amy(), id)).toMatchObject({ kind: 'refusedHandover' });
    await amy().post(to(id, '/not-handed-over'), reason);
    expect(await onTasks(amy(), id)).toBeUndefined();
  });

  it('is the task of the agency that assessed where it waits for a referral', async () => {
    product.clock.set(start);
    const id = await recorded({ ...aBody(), count: 18 });
    expect(await onTasks(office.as('quentin.ashby'), id)).toMatchObject({ kind: 'highNotReferred' });
    expect(await onTasks(xanthe(), id)).toBeUndefined();
  });

  it('stands on the board once it is late, in every order and group, for those who see it and for nobody else', async () => {
    product.clock.set(start);
    const id = await recorded();
    expect(await onBoard(amy(), id)).toBeUndefined();
    product.clock.set('2026-03-06T10:00:00.000Z');
    for (const asked of [
      '',
      '&area=maidstone',
      '&kind=acknowledgement',
      '&agency=kidas',
      '&order=rungs',
      '&group=kind',
    ])
      expect(await onBoard(amy(), id, asked), asked).toMatchObject({ kind: 'acknowledgement' });
    for (const who of [xanthe(), yusuf()]) expect(await onBoard(who, id)).toBeDefined();
    for (const subject of ['bruno.castelli', 'viktor.sandor', 'zofia.hartley'])
      expect(await onBoard(office.as(subject), id), subject).toBeUndefined();
    const { clockId = '' } = (await onBoard(amy(), id)) ?? {};
    const why = await amy().get<{ why: { sentence: string } }>(`/clocks/${clockId}`);
    expect([why.status, why.body.why.sentence]).toEqual([200, expect.stringContaining('2 working days')]);
    for (const subject of ['bruno.castelli', 'viktor.sandor'])
      expect((await office.as(subject).get(`/clocks/${clockId}`)).status, subject).toBe(404);
  });

  it('is hidden on boards and tasks from whoever must not see its people', async () => {
    product.clock.set(start);
    const id = await recorded();
    await hide(id, 'xanthe.rowley');
    expect(await onTasks(xanthe(), id)).toBeUndefined();
    expect(await onTasks(yusuf(), id)).toBeDefined();
    product.clock.set('2026-03-06T10:00:00.000Z');
    expect(await onBoard(xanthe(), id)).toBeUndefined();
    const { clockId = '' } = (await onBoard(yusuf(), id)) ?? {};
    expect((await xanthe().get(`/clocks/${clockId}`)).status).toBe(404);
  });
});
