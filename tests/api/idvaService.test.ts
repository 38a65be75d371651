import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { AbsenceView, AdviserView, CaseloadHandoverView } from '../../contracts/views/idvaView.ts';
import type { IdvaReportView } from '../../contracts/views/idvaReportView.ts';
import type { TaskView } from '../../contracts/views/taskView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { weekdays } from '../../domain/idva/safeTimes.ts';
import { newId } from '../../platform/ids.ts';
import { addPractitioners } from '../../store/practitioners/addPractitioners.ts';
import { sendAgain } from '../environment/sendAgain.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, dash, officeForTest, type Caller } from './officeForTest.ts';

interface Items<T> {
  readonly items: readonly T[];
  readonly next?: string | null;
}

const service = '/services/kent-idva-service';
const joanna = idOf('practitioner', 'joanna.pike');
const never = [{ days: ['monday'], from: '00:00', until: '00:01' }];
const always = [{ days: [...weekdays], from: '00:00', until: '23:59' }];
let product: TestProduct;
let referrer: Caller;
let manager: Caller;
let idva: Caller;
let coordinator: Caller;

beforeAll(async () => {
  product = await startWorkerForTest();
  const { as } = officeForTest(product);
  [referrer, manager, idva, coordinator] = ['marek.nowak', 'leila.haddad', 'joanna.pike', 'amy.adeyemi'].map(as) as [
    Caller,
    Caller,
    Caller,
    Caller,
  ];
});
afterAll(() => product?.stop());

/** Another adviser of the Kent service, signed in. */
async function anAdviser(): Promise<{ id: string; caller: Caller }> {
  const id = newId();
  const appointment = { id: newId(), role: 'idva' as const, areaId: null, startsOn: '2012-01-01' };
  const appointments = [{ ...appointment, agencyId: idOf('agency', 'kent-idva-service') }];
  const person = { id, subject: `adviser.${id}`, name: `Adviser ${id}`, email: `${id}@kent-idva.example` };
  await addPractitioners(product.store.prisma, [{ ...person, appointments }]);
  return { id, caller: officeForTest(product).as(person.subject) };
}

async function referred(more: object = {}): Promise<string> {
  const { body } = await referrer.post('/referrals', aReferralBody(more));
  expect(body).toMatchObject({ status: 'recorded' });
  return body.reference;
}

async function allocated(adviser: string, more: object = {}): Promise<string> {
  const reference = await referred(more);
  const given = await manager.post(`/cases/${reference}/allocation`, { adviser });
  expect(given.body, JSON.stringify(given.body)).toMatchObject({ status: 'recorded' });
  return reference;
}

async function tasksOf(caller: Caller, query = ''): Promise<readonly TaskView[]> {
  const { body } = await caller.get<Items<TaskView>>(`/me/tasks?limit=200${query}`);
  return body.items;
}

const contact = (safeWindows: object[]) => ({
  safeContact: { numbers: ['01632 960123'], media: ['phone'], mayLeaveMessage: false, safeWindows },
});

describe('tasks of the day', () => {
  it('say what, why, for which case, where it is done and when contact is safe', async () => {
    const { id, caller } = await anAdviser();
    const reference = await allocated(id, contact(always));
    const [task] = await tasksOf(caller);
    expect(task).toMatchObject({ kind: 'firstContact', reference, insteadOf: null, contact: { beforeDue: true } });
    expect(task?.why).toMatch(/^Due by the end of .*2 working days/);
    expect(task?.path).toBe(`/cases/${reference}#clock-${task?.clockId}`);
    expect(Date.parse(task?.contact?.next?.from ?? '')).toBeGreaterThanOrEqual(Date.parse(product.clock.now()) - 1_000);
  });

  it('say it where no safe time comes before the duty is due', async () => {
    const { id, caller } = await anAdviser();
    const reference = await allocated(id, contact(never));
    const monday = (await tasksOf(caller)).find((task) => task.reference === reference)?.contact;
    const due = (await tasksOf(caller))[0]?.overdueAt ?? '';
    if (monday?.beforeDue) expect(monday.next?.from && monday.next.from < due).toBe(true);
    else expect((monday?.next?.from ?? '') >= due).toBe(true);
  });

  it('are the cover’s on the days of an absence, who then sees the case', async () => {
    const [away, cover] = [await anAdviser(), await anAdviser()];
    const reference = await allocated(away.id);
    expect((await cover.caller.get(`/cases/${reference}`)).status).toBe(404);
    const today = product.clock.now().slice(0, 10);
    const absence = { practitioner: away.id, cover: cover.id, from: today, until: today };
    const entered = await manager.post<AbsenceView>(`${service}/absences`, absence, { key: 'away' });
    expect(entered.status, JSON.stringify(entered.body)).toBe(201);
    const again = await manager.post<AbsenceView>(`${service}/absences`, absence, { key: 'away' });
    expect(again.body.absenceId).toBe(entered.body.absenceId);
    expect(await tasksOf(cover.caller)).toMatchObject([{ reference, insteadOf: away.id }]);
    expect((await cover.caller.get<CaseView>(`/cases/${reference}`)).body.disclosure).toBe('full');
    await product.store.prisma.absence.deleteMany({ where: { practitionerId: away.id } });
    expect((await cover.caller.get(`/cases/${reference}`)).status).toBe(404);
    expect(await tasksOf(cover.caller)).toEqual([]);
  });
});

describe('an absence', () => {
  it('can be entered only for people of one’s own service, and only by its manager', async () => {
    const { id } = await anAdviser();
    const days = { from: '2030-03-04', until: '2030-03-05' };
    const stranger = idOf('practitioner', 'ines.moreau');
    const outside = await manager.post(`${service}/absences`, { practitioner: stranger, ...days });
    expect([outside.status, outside.body.code]).toEqual([422, 'NOT_OF_THE_SERVICE']);
    const cover = await manager.post(`${service}/absences`, { practitioner: id, cover: stranger, ...days });
    expect(cover.body.code).toBe('NOT_OF_THE_SERVICE');
    const backwards = { practitioner: id, from: '2030-03-05', until: '2030-03-04' };
    expect((await manager.post(`${service}/absences`, backwards)).status).toBe(400);
    const other = officeForTest(product).as('kwame.boateng');
    expect((await other.post(`${service}/absences`, { practitioner: id, ...days })).status).toBe(404);
    expect((await idva.post(`${service}/absences`, { practitioner: id, ...days })).status).toBe(403);
  });

  it('is taken back by the manager of its service alone, and once, however often that is sent', async () => {
    const [away, cover] = [await anAdviser(), await anAdviser()];
    const today = product.clock.now().slice(0, 10);
    const entered = { practitioner: away.id, cover: cover.id, from: today, until: today };
    const { absenceId } = (await manager.post<AbsenceView>(`${service}/absences`, entered)).body;
    const removal = `${service}/absences/${absenceId}/removal`;
    const other = officeForTest(product).as('kwame.boateng');
    expect((await other.post(removal, {})).status).toBe(404);
    const theirs = removal.replace(service, '/services/medway-idva-service');
    expect((await other.post(theirs, {})).status).toBe(404);
    expect((await idva.post(removal, {})).status).toBe(403);
    const left = () => product.store.prisma.absence.count({ where: { id: absenceId } });
    expect(await left()).toBe(1);
    for (let times = 0; times < 2; times += 1)
      expect((await manager.post(removal, {}, { key: absenceId })).body).toEqual({ absenceId });
    expect(await left()).toBe(0);
    expect((await manager.post(removal, {})).status).toBe(404);
  });
});

describe('whom to give a case to', () => {
  it('is suggested by room, conflict and language, and an adviser beyond their post is refused without a reason', async () => {
    const { id } = await anAdviser();
    const victim = { ...aReferralBody().victim, language: 'Polish', interpreterNeeded: true };
    const profile = { ftePercent: 4, kinds: ['community'], languages: ['polish'] };
    expect((await manager.post(`${service}/advisers/${id}/profile`, profile)).status).toBe(200);
    const reference = await referred({ victim });
    const { body } = await manager.get<Items<AdviserView>>(`${service}/advisers?case=${reference}`);
    expect(body.items[0]).toMatchObject({ practitionerId: id, speaksLanguage: true, conflict: false });
    expect(body.items[0]?.roomLeft).toEqual({ open: 1, pastYear: 4 });
    const path = `/cases/${reference}/allocation`;
    const foreign = await manager.post(path, { adviser: joanna });
    expect([foreign.status, foreign.body.code]).toEqual([409, 'LANGUAGE_NOT_SPOKEN']);
    await manager.post(path, { adviser: id });
    const next = await referred();
    const full = await manager.post(`/cases/${next}/allocation`, { adviser: id });
    expect(full.body.code).toBe('ADVISER_AT_CAPACITY');
    const reasoned = await manager.post(`/cases/${next}/allocation`, { adviser: id, reason: 'She knows the family.' });
    expect(reasoned.body).toMatchObject({ status: 'recorded' });
    const view = (await manager.get<CaseView>(`/cases/${next}`)).body;
    expect(view.advisers).toMatchObject([{ adviserId: id, overCapacity: true, reason: { state: 'open' } }]);
  });
});

describe('the support of a victim', () => {
  it('goes from contact at safe times over plans and reviews to the exit form, each version kept', async () => {
    const { id, caller } = await anAdviser();
    const reference = await allocated(id, { ...contact(always), children: [{ unborn: true }] });
    const path = `/cases/${reference}`;
    const attempt = { result: 'spoke', medium: 'phone' };
    const changed = { numbers: [], media: ['phone'], mayLeaveMessage: false, safeWindows: safeOnlyOn(-2) };
    expect((await caller.post(`${path}/safe-contact`, changed)).body).toMatchObject({ status: 'recorded' });
    const outside = await caller.post(`${path}/contact-attempts`, attempt);
    expect([outside.status, outside.body.code]).toEqual([409, 'OUTSIDE_SAFE_TIMES']);
    const message = await caller.post(`${path}/contact-attempts`, { ...attempt, result: 'messageLeft' });
    expect([message.status, message.body.code]).toEqual([409, 'MESSAGE_NOT_SAFE']);
    const text = await caller.post(`${path}/contact-attempts`, { ...attempt, medium: 'textMessage' });
    expect([text.status, text.body.code]).toEqual([409, 'MEDIUM_NOT_SAFE']);
    const because = { ...attempt, outsideSafeContactBecause: 'She rang herself.' };
    expect((await caller.post(`${path}/contact-attempts`, because)).body).toMatchObject({ status: 'recorded' });
    const { data } = await product.store.prisma.auditEvent.findFirstOrThrow({
      where: { type: 'contactAttempted', actorId: id },
    });
    expect(data).toMatchObject({ outside: ['time'] });
    const childId = (await caller.get<CaseView>(path)).body.children[0]?.childId;
    const steps: [string, object][] = [
      ['/engagement', { status: 'engaged' }],
      ['/safety-plans', { plan: 'A code word.', covers: { victim: true, children: [] } }],
      ['/safety-plans', { plan: 'A room at her sister’s.', covers: { victim: false, children: [childId] } }],
      ['/risk-reviews', { assessment: { tool: 'DASH', version: 'marac-1', answers: dash(9) } }],
      ['/victim-views', { view: 'She wants him kept from the school.' }],
      ['/support-end', { status: 'planned', exit: { feltSafer: 'yes', abuseStopped: 'no' } }],
    ];
    const made: string[] = [];
    for (const [where, body] of steps) {
      const answer = await caller.post<{ created: { planId?: string } }>(`${path}${where}`, body);
      expect(answer.body, `${where} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 'recorded' });
      if (answer.body.created.planId) made.push(answer.body.created.planId);
      if (made.length === 1 && where === '/safety-plans') {
        const stillOwed = (await caller.get<CaseView>(path)).body;
        expect(stillOwed.clocks.find(({ kind }) => kind === 'safetyPlan')?.status).toBe('running');
        expect(stillOwed.support?.withoutPlan).toEqual([childId]);
        const review = await caller.post(`${path}/safety-plans/${made[0]}/reviews`, { outcome: 'stands' });
        expect(review.body).toMatchObject({ status: 'recorded' });
      }
    }
    const view = (await manager.get<CaseView>(path)).body;
    expect(view.support).toMatchObject({ status: 'closedPlanned', feltSafer: 'yes', abuseStopped: 'no' });
    expect(view.safetyPlans.map(({ planId, version }) => [planId, version])).toEqual(
      made.map((each, n) => [each, n + 1]),
    );
    expect(view.safetyPlans[0]?.reviews).toMatchObject([{ outcome: 'stands', byId: id }]);
    expect(view.riskReviews).toMatchObject([{ change: 'lower', countBefore: 16, countNow: 9 }]);
    expect(view.victimViews[0]?.view?.text).toBe('She wants him kept from the school.');
    expect(view.contactAttempts[0]?.outsideSafeTimesBecause?.text).toBe('She rang herself.');
    expect(view.grade ?? 'high').toBe('high');
    const unknown = { plan: 'For whom?', covers: { victim: false, children: [newId()] } };
    expect((await caller.post(`${path}/safety-plans`, unknown)).body.code).toBe('UNKNOWN_CHILD');
  });

  it('is suspended in every case of a victim at once, and lifted for all of them by one decision', async () => {
    const { id, caller } = await anAdviser();
    const first = aReferralBody();
    const one = await allocated(id, first);
    const other = { ...first.perpetrator, givenNames: 'Bertram', dateOfBirth: '1980-01-01' };
    const two = await allocated(id, { ...first, perpetrator: other });
    await caller.post(`/cases/${one}/contact-attempts`, { result: 'unsafe', medium: 'phone' });
    const stopped = await caller.post(`/cases/${two}/contact-attempts`, { result: 'spoke', medium: 'phone' });
    expect(stopped.body.code).toBe('CONTACT_SUSPENDED');
    expect(await tasksOf(caller)).toEqual([]);
    const lifted = { decision: 'resumed', reason: 'A new number that only she has.' };
    expect((await caller.post(`/cases/${two}/contact-decision`, lifted)).status).toBe(403);
    expect((await manager.post(`/cases/${two}/contact-decision`, lifted)).body).toMatchObject({ status: 'recorded' });
    expect(new Set((await tasksOf(caller)).map((task) => task.reference))).toEqual(new Set([one, two]));
    // The decision owed in the case that suspended contact is made by it too.
    await sendAgain(product);
    const owed = (await tasksOf(manager)).filter(({ kind }) => kind === 'contactDecision');
    expect(owed.filter(({ reference }) => reference === one || reference === two)).toEqual([]);
    const history = await product.store.prisma.auditEvent.count({
      where: { type: 'contactDecided', data: { path: ['decision'], equals: 'resumed' } },
    });
    expect(history).toBe(2);
    const spoke = await caller.post(`/cases/${one}/contact-attempts`, { result: 'spoke', medium: 'phone' });
    expect(spoke.body).toMatchObject({ status: 'recorded' });
  });
});

describe('a caseload handed over', () => {
  it('goes to the end although the process that began it died half-way: none missing, none twice', async () => {
    const [from, to] = [await anAdviser(), await anAdviser()];
    const references: string[] = [];
    for (let n = 0; n < 8; n += 1) references.push(await allocated(from.id));
    let sent = 0;
    const dying: TestProduct['engine'] = {
      ...product.engine,
      sendCommand: (...args) => {
        sent += 1;
        // The first three arrive; of the fourth the answer is lost; then the process is gone.
        if (sent > 4) return Promise.reject(new Error('killed'));
        const arrives = product.engine.sendCommand(...args);
        return sent < 4 ? arrives : arrives.then(() => Promise.reject(new Error('killed')));
      },
    };
    const half = officeForTest({ ...product, engine: dying }).as('leila.haddad');
    const order = { from: from.id, to: to.id, reason: 'She leaves on Friday.' };
    const begun = await half.post<CaseloadHandoverView>(`${service}/caseload-handovers`, order, {
      key: 'handing-over',
    });
    expect(begun.status, JSON.stringify(begun.body)).toBe(201);
    expect(begun.body).toMatchObject({ total: 8, done: 4, waiting: 4 });
    // Somebody sends the request again, and the reconciler comes by twice.
    const again = await manager.post<CaseloadHandoverView>(`${service}/caseload-handovers`, order, {
      key: 'handing-over',
    });
    expect(again.body.handoverId).toBe(begun.body.handoverId);
    await sendAgain(product);
    await sendAgain(product);
    const at = `${service}/caseload-handovers/${begun.body.handoverId}`;
    const { body } = await manager.get<CaseloadHandoverView>(at);
    expect(body).toMatchObject({ total: 8, done: 8, refused: 0, waiting: 0 });
    expect(body.cases.map(({ reference }) => reference).toSorted()).toEqual(references.toSorted());
    const places = await product.store.prisma.caseAdviser.findMany({ where: { adviserId: to.id } });
    expect(places).toHaveLength(8);
    expect(new Set(places.map(({ caseId }) => caseId)).size).toBe(8);
    const left = await product.store.prisma.caseAdviser.count({ where: { adviserId: from.id, endedAt: null } });
    expect(left).toBe(0);
    const recorded = await product.store.prisma.auditEvent.groupBy({
      by: ['caseId'],
      where: { type: 'adviserAllocated', caseId: { in: places.map(({ caseId }) => caseId) } },
      _count: true,
    });
    expect(recorded.map(({ _count }) => _count)).toEqual(Array<number>(8).fill(2));
    expect(new Set((await tasksOf(to.caller)).map((task) => task.reference))).toEqual(new Set(references));
    expect(await tasksOf(from.caller)).toEqual([]);
  });

  it('gives a result for each case: one that the new adviser cannot have stays where it is', async () => {
    const [from, to] = [await anAdviser(), await anAdviser()];
    const first = aReferralBody();
    const theirs = await allocated(from.id, first);
    const { equality } = first.victim;
    const { sex: _sex, ...person } = first.perpetrator;
    const { equality: _e, ...harming } = first.victim;
    await allocated(to.id, { ...first, victim: { ...person, equality }, perpetrator: harming });
    const other = await allocated(from.id);
    const order = { from: from.id, to: to.id, reason: 'She leaves on Friday.' };
    const { body } = await manager.post<CaseloadHandoverView>(`${service}/caseload-handovers`, order);
    expect(body).toMatchObject({ total: 2, done: 1, refused: 1 });
    expect(body.cases.find(({ reference }) => reference === theirs)).toMatchObject({
      status: 'refused',
      code: 'ADVISER_CONFLICT',
    });
    expect(body.cases.find(({ reference }) => reference === other)).toMatchObject({ status: 'done' });
    expect((await coordinator.get<CaseView>(`/cases/${theirs}`)).body.adviserId).toBe(from.id);
  });

  it('names only cases the adviser has', async () => {
    const [from, to] = [await anAdviser(), await anAdviser()];
    const reference = await allocated(from.id);
    const order = { from: from.id, to: to.id, reason: 'Cover.', cases: [reference, await allocated(to.id)] };
    const refused = await manager.post(`${service}/caseload-handovers`, order);
    expect([refused.status, refused.body.code]).toEqual([422, 'NOT_THEIR_CASE']);
  });
});

describe('the report of the service', () => {
  it('counts referrals, engagement and what victims said at the end, by quarter and area', async () => {
    const { id, caller } = await anAdviser();
    const month = (new Date(product.clock.now()).getUTCMonth() / 3) | 0;
    const query = `year=${product.clock.now().slice(0, 4)}&quarter=${month + 1}&areas=ashford`;
    const before = (await manager.get<IdvaReportView>(`/reports/idva?${query}`)).body.total;
    expect(before.referrals).toBe(0);
    const exits = [
      ['engaged', { feltSafer: 'yes', abuseStopped: 'yes' }],
      ['engaged', { feltSafer: 'no', abuseStopped: 'notAsked' }],
      ['declined', undefined],
    ] as const;
    for (const [status, exit] of exits) {
      const path = `/cases/${await allocated(id, { area: 'ashford' })}`;
      await caller.post(`${path}/engagement`, { status });
      await caller.post(`${path}/support-end`, { status: 'planned', ...(exit ? { exit } : {}) });
    }
    await allocated(id, { area: 'ashford' });
    const { body } = await manager.get<IdvaReportView>(`/reports/idva?${query}`);
    expect(body.total).toMatchObject({ referrals: 4, engaged: 2, engagementShare: 50, supportEnded: 3 });
    expect(body.total.feltSafer).toEqual({ yes: 1, no: 1, notAsked: 1, share: 50 });
    expect(body.total.abuseStopped).toEqual({ yes: 1, no: 0, notAsked: 2, share: 100 });
    expect(body.areas).toMatchObject([{ area: 'ashford', referrals: 4 }]);
    expect((await manager.get('/reports/idva?year=2026&quarter=5')).status).toBe(400);
    expect((await caller.get(`/reports/idva?${query}`)).status).toBe(403);
  });
});

/** Safe all day long, but only on the weekday so many days from today. */
function safeOnlyOn(days: number): object[] {
  const at = new Date(Date.parse(product.clock.now()) + days * 86_400_000);
  return [{ days: [weekdays[(at.getUTCDay() + 6) % 7]], from: '00:00', until: '23:59' }];
}
