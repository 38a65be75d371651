import { describe, expect, it } from 'vitest';
import { belowMarac, hideFrom, recordedBy, start, to } from './loneAssessments.ts';
import { officeForFile } from './officeForFile.ts';
import type { Caller } from './officeForTest.ts';

const office = officeForFile({ now: start });

/** Amy coordinates Maidstone, whose cases below the threshold are KIDAS's: Xanthe and, as its lead, Yusuf. */
const amy = () => office.as('amy.adeyemi');
const xanthe = () => office.as('xanthe.rowley');
const yusuf = () => office.as('yusuf.marlowe');

const recorded = (body: object = belowMarac()) => recordedBy(office.as('marek.nowak'), body);
const reason = { reason: 'She lives outside our contract area.' };

describe('what an assessment owes', { timeout: 60_000 }, () => {
  interface Duty {
    readonly clockId: string;
    readonly kind: string;
    readonly assessment: { readonly assessmentId: string; readonly on: string } | null;
    readonly path?: string;
  }
  const soon = '2026-12-31';
  const onTasks = async (who: Caller, id: string): Promise<Duty | undefined> => {
    const { body } = await who.get<{ items: Duty[] }>(`/me/tasks?until=${soon}&limit=200`);
    return body.items.find(({ assessment }) => assessment?.assessmentId === id);
  };
  const onBoard = async (who: Caller, id: string, asked = ''): Promise<Duty | undefined> => {
    const { body } = await who.get<{ items: Duty[] }>(`/overdue?limit=200${asked}`);
    return body.items.find(({ assessment }) => assessment?.assessmentId === id);
  };

  it('is a task of whoever has to act: of the service that is asked, then of the coordinator, and gone once it is answered', async () => {
    office.product.clock.set(start);
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
    office.product.clock.set(start);
    const id = await recorded({ ...belowMarac(), count: 18 });
    expect(await onTasks(office.as('quentin.ashby'), id)).toMatchObject({ kind: 'highNotReferred' });
    expect(await onTasks(xanthe(), id)).toBeUndefined();
  });

  it('stands on the board once it is late, in every order and group, for those who see it and for nobody else', async () => {
    office.product.clock.set(start);
    const id = await recorded();
    expect(await onBoard(amy(), id)).toBeUndefined();
    office.product.clock.set('2026-03-06T10:00:00.000Z');
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
    office.product.clock.set(start);
    const id = await recorded();
    await hideFrom(office, id, 'xanthe.rowley');
    expect(await onTasks(xanthe(), id)).toBeUndefined();
    expect(await onTasks(yusuf(), id)).toBeDefined();
    office.product.clock.set('2026-03-06T10:00:00.000Z');
    expect(await onBoard(xanthe(), id)).toBeUndefined();
    const { clockId = '' } = (await onBoard(yusuf(), id)) ?? {};
    expect((await xanthe().get(`/clocks/${clockId}`)).status).toBe(404);
  });
});
