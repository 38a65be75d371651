import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { CaseloadHandoverView } from '../../contracts/views/idvaView.ts';
import { sendAgain } from '../environment/sendAgain.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import { kentService, service, tasksOf } from './kentService.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody, officeForTest } from './officeForTest.ts';

const office = officeForFile();
const kent = kentService(office);

describe('a caseload handed over', () => {
  it('goes to the end although the process that began it died half-way: none missing, none twice', async () => {
    const [from, to] = [await kent.anAdviser(), await kent.anAdviser()];
    const references: string[] = [];
    for (let n = 0; n < 8; n += 1) references.push(await kent.allocated(from.id));
    let sent = 0;
    const dying: TestProduct['engine'] = {
      ...office.product.engine,
      sendCommand: (...args) => {
        sent += 1;
        // The first three arrive; of the fourth the answer is lost; then the process is gone.
        if (sent > 4) return Promise.reject(new Error('killed'));
        const arrives = office.product.engine.sendCommand(...args);
        return sent < 4 ? arrives : arrives.then(() => Promise.reject(new Error('killed')));
      },
    };
    const half = officeForTest({ ...office.product, engine: dying }).as('leila.haddad');
    const order = { from: from.id, to: to.id, reason: 'She leaves on Friday.' };
    const begun = await half.post<CaseloadHandoverView>(`${service}/caseload-handovers`, order, {
      key: 'handing-over',
    });
    expect(begun.status, JSON.stringify(begun.body)).toBe(201);
    expect(begun.body).toMatchObject({ total: 8, done: 4, waiting: 4 });
    // Somebody sends the request again, and the reconciler comes by twice.
    const again = await kent.manager.post<CaseloadHandoverView>(`${service}/caseload-handovers`, order, {
      key: 'handing-over',
    });
    expect(again.body.handoverId).toBe(begun.body.handoverId);
    await sendAgain(office.product);
    await sendAgain(office.product);
    const at = `${service}/caseload-handovers/${begun.body.handoverId}`;
    const { body } = await kent.manager.get<CaseloadHandoverView>(at);
    expect(body).toMatchObject({ total: 8, done: 8, refused: 0, waiting: 0 });
    expect(body.cases.map(({ reference }) => reference).toSorted()).toEqual(references.toSorted());
    const places = await office.product.store.prisma.caseAdviser.findMany({ where: { adviserId: to.id } });
    expect(places).toHaveLength(8);
    expect(new Set(places.map(({ caseId }) => caseId)).size).toBe(8);
    const left = await office.product.store.prisma.caseAdviser.count({ where: { adviserId: from.id, endedAt: null } });
    expect(left).toBe(0);
    const recorded = await office.product.store.prisma.auditEvent.groupBy({
      by: ['caseId'],
      where: { type: 'adviserAllocated', caseId: { in: places.map(({ caseId }) => caseId) } },
      _count: true,
    });
    expect(recorded.map(({ _count }) => _count)).toEqual(Array<number>(8).fill(2));
    expect(new Set((await tasksOf(to.caller)).map((task) => task.reference))).toEqual(new Set(references));
    expect(await tasksOf(from.caller)).toEqual([]);
  });

  it('gives a result for each case: one that the new adviser cannot have stays where it is', async () => {
    const [from, to] = [await kent.anAdviser(), await kent.anAdviser()];
    const first = aReferralBody();
    const theirs = await kent.allocated(from.id, first);
    const { equality } = first.victim;
    const { sex: _sex, ...person } = first.perpetrator;
    const { equality: _e, ...harming } = first.victim;
    await kent.allocated(to.id, { ...first, victim: { ...person, equality }, perpetrator: harming });
    const other = await kent.allocated(from.id);
    const order = { from: from.id, to: to.id, reason: 'She leaves on Friday.' };
    const { body } = await kent.manager.post<CaseloadHandoverView>(`${service}/caseload-handovers`, order);
    expect(body).toMatchObject({ total: 2, done: 1, refused: 1 });
    expect(body.cases.find(({ reference }) => reference === theirs)).toMatchObject({
      status: 'refused',
      code: 'ADVISER_CONFLICT',
    });
    expect(body.cases.find(({ reference }) => reference === other)).toMatchObject({ status: 'done' });
    expect((await office.as('amy.adeyemi').get<CaseView>(`/cases/${theirs}`)).body.adviserId).toBe(from.id);
  });

  it('names only cases the adviser has', async () => {
    const [from, to] = [await kent.anAdviser(), await kent.anAdviser()];
    const reference = await kent.allocated(from.id);
    const order = { from: from.id, to: to.id, reason: 'Cover.', cases: [reference, await kent.allocated(to.id)] };
    const refused = await kent.manager.post(`${service}/caseload-handovers`, order);
    expect([refused.status, refused.body.code]).toEqual([422, 'NOT_THEIR_CASE']);
  });
});
