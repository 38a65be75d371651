import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { AbsenceView, AdviserView } from '../../contracts/views/idvaView.ts';
import type { IdvaReportView } from '../../contracts/views/idvaReportView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { always, contact, kentService, service, tasksOf } from './kentService.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody } from './officeForTest.ts';

const joanna = idOf('practitioner', 'joanna.pike');
const never = [{ days: ['monday'], from: '00:00', until: '00:01' }];
const office = officeForFile();
const kent = kentService(office);
const idva = office.as('joanna.pike');

describe('tasks of the day', () => {
  it('say what, why, for which case, where it is done and when contact is safe', async () => {
    const { id, caller } = await kent.anAdviser();
    const reference = await kent.allocated(id, contact(always));
    const [task] = await tasksOf(caller);
    expect(task).toMatchObject({ kind: 'firstContact', reference, insteadOf: null, contact: { beforeDue: true } });
    expect(task?.why).toMatch(/^Due by the end of .*2 working days/);
    expect(task?.path).toBe(`/cases/${reference}#clock-${task?.clockId}`);
    expect(Date.parse(task?.contact?.next?.from ?? '')).toBeGreaterThanOrEqual(
      Date.parse(office.product.clock.now()) - 1_000,
    );
  });

  it('say it where no safe time comes before the duty is due', async () => {
    const { id, caller } = await kent.anAdviser();
    const reference = await kent.allocated(id, contact(never));
    const monday = (await tasksOf(caller)).find((task) => task.reference === reference)?.contact;
    const due = (await tasksOf(caller))[0]?.overdueAt ?? '';
    if (monday?.beforeDue) expect(monday.next?.from && monday.next.from < due).toBe(true);
    else expect((monday?.next?.from ?? '') >= due).toBe(true);
  });

  it('are the cover’s on the days of an absence, who then sees the case', async () => {
    const [away, cover] = [await kent.anAdviser(), await kent.anAdviser()];
    const reference = await kent.allocated(away.id);
    expect((await cover.caller.get(`/cases/${reference}`)).status).toBe(404);
    const today = office.product.clock.now().slice(0, 10);
    const absence = { practitioner: away.id, cover: cover.id, from: today, until: today };
    const entered = await kent.manager.post<AbsenceView>(`${service}/absences`, absence, { key: 'away' });
    expect(entered.status, JSON.stringify(entered.body)).toBe(201);
    const again = await kent.manager.post<AbsenceView>(`${service}/absences`, absence, { key: 'away' });
    expect(again.body.absenceId).toBe(entered.body.absenceId);
    expect(await tasksOf(cover.caller)).toMatchObject([{ reference, insteadOf: away.id }]);
    expect((await cover.caller.get<CaseView>(`/cases/${reference}`)).body.disclosure).toBe('full');
    await office.product.store.prisma.absence.deleteMany({ where: { practitionerId: away.id } });
    expect((await cover.caller.get(`/cases/${reference}`)).status).toBe(404);
    expect(await tasksOf(cover.caller)).toEqual([]);
  });
});

describe('an absence', () => {
  it('can be entered only for people of one’s own service, and only by its manager', async () => {
    const { id } = await kent.anAdviser();
    const days = { from: '2030-03-04', until: '2030-03-05' };
    const stranger = idOf('practitioner', 'ines.moreau');
    const outside = await kent.manager.post(`${service}/absences`, { practitioner: stranger, ...days });
    expect([outside.status, outside.body.code]).toEqual([422, 'NOT_OF_THE_SERVICE']);
    const cover = await kent.manager.post(`${service}/absences`, { practitioner: id, cover: stranger, ...days });
    expect(cover.body.code).toBe('NOT_OF_THE_SERVICE');
    const backwards = { practitioner: id, from: '2030-03-05', until: '2030-03-04' };
    expect((await kent.manager.post(`${service}/absences`, backwards)).status).toBe(400);
    const other = office.as('kwame.boateng');
    expect((await other.post(`${service}/absences`, { practitioner: id, ...days })).status).toBe(404);
    expect((await idva.post(`${service}/absences`, { practitioner: id, ...days })).status).toBe(403);
  });

  it('is taken back by the manager of its service alone, and once, however often that is sent', async () => {
    const [away, cover] = [await kent.anAdviser(), await kent.anAdviser()];
    const today = office.product.clock.now().slice(0, 10);
    const entered = { practitioner: away.id, cover: cover.id, from: today, until: today };
    const { absenceId } = (await kent.manager.post<AbsenceView>(`${service}/absences`, entered)).body;
    const removal = `${service}/absences/${absenceId}/removal`;
    const other = office.as('kwame.boateng');
    expect((await other.post(removal, {})).status).toBe(404);
    const theirs = removal.replace(service, '/services/medway-idva-service');
    expect((await other.post(theirs, {})).status).toBe(404);
    expect((await idva.post(removal, {})).status).toBe(403);
    const left = () => office.product.store.prisma.absence.count({ where: { id: absenceId } });
    expect(await left()).toBe(1);
    for (let times = 0; times < 2; times += 1)
      expect((await kent.manager.post(removal, {}, { key: absenceId })).body).toEqual({ absenceId });
    expect(await left()).toBe(0);
    expect((await kent.manager.post(removal, {})).status).toBe(404);
  });
});

describe('whom to give a case to', () => {
  it('is suggested by room, conflict and language, and an adviser beyond their post is refused without a reason', async () => {
    const { id } = await kent.anAdviser();
    const victim = { ...aReferralBody().victim, language: 'Polish', interpreterNeeded: true };
    const profile = { ftePercent: 4, kinds: ['community'], languages: ['polish'] };
    expect((await kent.manager.post(`${service}/advisers/${id}/profile`, profile)).status).toBe(200);
    const reference = await kent.referred({ victim });
    const { body } = await kent.manager.get<{ readonly items: readonly AdviserView[] }>(
      `${service}/advisers?case=${reference}`,
    );
    expect(body.items[0]).toMatchObject({ practitionerId: id, speaksLanguage: true, conflict: false });
    expect(body.items[0]?.roomLeft).toEqual({ open: 1, pastYear: 4 });
    const path = `/cases/${reference}/allocation`;
    const foreign = await kent.manager.post(path, { adviser: joanna });
    expect([foreign.status, foreign.body.code]).toEqual([409, 'LANGUAGE_NOT_SPOKEN']);
    await kent.manager.post(path, { adviser: id });
    const next = await kent.referred();
    const full = await kent.manager.post(`/cases/${next}/allocation`, { adviser: id });
    expect(full.body.code).toBe('ADVISER_AT_CAPACITY');
    const reasoned = await kent.manager.post(`/cases/${next}/allocation`, {
      adviser: id,
      reason: 'She knows the family.',
    });
    expect(reasoned.body).toMatchObject({ status: 'recorded' });
    const view = (await kent.manager.get<CaseView>(`/cases/${next}`)).body;
    expect(view.advisers).toMatchObject([{ adviserId: id, overCapacity: true, reason: { state: 'open' } }]);
  });
});

describe('the report of the service', () => {
  it('counts referrals, engagement and what victims said at the end, by quarter and area', async () => {
    const { id, caller } = await kent.anAdviser();
    const month = (new Date(office.product.clock.now()).getUTCMonth() / 3) | 0;
    const query = `year=${office.product.clock.now().slice(0, 4)}&quarter=${month + 1}&areas=ashford`;
    const before = (await kent.manager.get<IdvaReportView>(`/reports/idva?${query}`)).body.total;
    expect(before.referrals).toBe(0);
    const exits = [
      ['engaged', { feltSafer: 'yes', abuseStopped: 'yes' }],
      ['engaged', { feltSafer: 'no', abuseStopped: 'notAsked' }],
      ['declined', undefined],
    ] as const;
    for (const [status, exit] of exits) {
      const path = `/cases/${await kent.allocated(id, { area: 'ashford' })}`;
      await caller.post(`${path}/engagement`, { status });
      await caller.post(`${path}/support-end`, { status: 'planned', ...(exit ? { exit } : {}) });
    }
    await kent.allocated(id, { area: 'ashford' });
    const { body } = await kent.manager.get<IdvaReportView>(`/reports/idva?${query}`);
    expect(body.total).toMatchObject({ referrals: 4, engaged: 2, engagementShare: 50, supportEnded: 3 });
    expect(body.total.feltSafer).toEqual({ yes: 1, no: 1, notAsked: 1, share: 50 });
    expect(body.total.abuseStopped).toEqual({ yes: 1, no: 0, notAsked: 2, share: 100 });
    expect(body.areas).toMatchObject([{ area: 'ashford', referrals: 4 }]);
    expect((await kent.manager.get('/reports/idva?year=2026&quarter=5')).status).toBe(400);
    expect((await caller.get(`/reports/idva?${query}`)).status).toBe(403);
  });
});
