import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import { newId } from '../../platform/ids.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { recordAccess } from '../access/recordAccess.ts';
import { haveAPart } from '../cases/isPartIn.ts';
import { Prisma } from '../generated/client.ts';
import { leaseNotices } from '../notices/leaseNotices.ts';
import { readColumns } from '../projection/writeSet.ts';
import { rebuildReadModel } from '../rebuild/rebuildReadModel.ts';

const servicesId = idOf('agency', 'childrens-services-kent');
const { store, received } = storeForFile();

const aChild = (): ChildInReferral => ({
  ...{ childId: newId(), personId: newId(), ageBand: 'oneToSeventeen', servicesAgencyId: servicesId },
});

async function twoSiblings() {
  const [first, second] = [aChild(), aChild()];
  return { first, second, ...(await received('2026-03-02 09:00', { children: [first, second] })) };
}

/** A case of two siblings of whom the services were notified together, in the message of the first. */
async function notified() {
  const { first, second, theCase } = await twoSiblings();
  const each = [first, second].map(({ childId }) => ({ childId, notificationId: newId(), toAgencyId: servicesId }));
  const [notificationId = ''] = each.map((one) => one.notificationId);
  const children = [first.childId, second.childId];
  const payload = { notificationId, children, toAgencyId: servicesId, alreadySent: false, each, contentId: null };
  await theCase.does('notifyChildrensServices', payload, '2026-03-02 10:00');
  const { caseId } = theCase;
  const takesOut = (childId: string, at = '2026-03-02 11:00') =>
    theCase.does('takeOutChild', { childId, reasonId: newId() }, at);
  return { theCase, caseId, first, second, takesOut };
}

const noticesOf = async (caseId: string) =>
  (
    await store.prisma.notice.findMany({ where: { caseId, code: { startsWith: 'child' } }, orderBy: { code: 'asc' } })
  ).map(({ code, status, lastError }) => ({ code, status, lastError }));
const handoversOf = async (caseId: string) =>
  (await store.prisma.handover.findMany({ where: { caseId }, orderBy: { madeAt: 'asc' } })).map((each) => {
    return { kind: each.kind, withdrawn: each.withdrawnAt !== null };
  });
const haveAPartIn = async (caseId: string) => {
  const where = Prisma.sql`c.id = ${caseId}::uuid and ${haveAPart([servicesId])}`;
  return (await store.prisma.$queryRaw<unknown[]>(Prisma.sql`select 1 from "case" c where ${where}`)).length > 0;
};
const left = (caseId: string) => store.prisma.notice.updateMany({ where: { caseId }, data: { status: 'sent' } });
const waiting = { code: 'childrenNotified', status: 'waiting', lastError: null };

describe('a child who is taken out of a case', () => {
  it('takes the message with them once it tells of nobody else, and nobody hears of a mistake', async () => {
    const { caseId, first, second, takesOut } = await notified();
    expect(await noticesOf(caseId)).toEqual([waiting]);
    await takesOut(first.childId);
    expect(await noticesOf(caseId)).toEqual([waiting]);
    await takesOut(second.childId, '2026-03-02 11:05');
    expect(await noticesOf(caseId)).toEqual([{ ...waiting, status: 'withdrawn', lastError: 'CHILD_TAKEN_OUT' }]);
    expect(await handoversOf(caseId)).toEqual([1, 2].map(() => ({ kind: 'childrenNotification', withdrawn: true })));
    const running = await store.prisma.clock.findMany({ where: { caseId, status: 'running' } });
    expect(running.map(({ kind }) => kind).toSorted()).toEqual(['firstContact', 'screen']);
    expect(await rebuildReadModel(store, caseId, await readColumns(store.prisma))).toEqual({ status: 'same' });
  });

  it('has the services told of the mistake where the message has left, and asks them to say that they have heard', async () => {
    const { caseId, first, takesOut } = await notified();
    await left(caseId);
    await takesOut(first.childId);
    const corrected = { code: 'childCorrected', status: 'waiting', lastError: null };
    expect(await noticesOf(caseId)).toEqual([corrected, { ...waiting, status: 'sent' }]);
    expect(await handoversOf(caseId)).toEqual([
      { kind: 'childrenNotification', withdrawn: true },
      { kind: 'childrenNotification', withdrawn: false },
      { kind: 'childCorrection', withdrawn: false },
    ]);
    expect(await rebuildReadModel(store, caseId, await readColumns(store.prisma))).toEqual({ status: 'same' });
  });

  it('leaves the services no part in the case once they have heard of the correction, and were told of nobody else', async () => {
    const { theCase, caseId, first, second, takesOut } = await notified();
    await left(caseId);
    for (const { id } of await store.prisma.handover.findMany({ where: { caseId } }))
      await theCase.does('recordAcknowledgement', { handoverId: id }, '2026-03-02 10:30');
    await takesOut(first.childId);
    const hears = async (at: string) => {
      const open = await store.prisma.handover.findFirstOrThrow({ where: { caseId, acknowledgedAt: null } });
      expect(open.kind).toBe('childCorrection');
      await theCase.does('recordAcknowledgement', { handoverId: open.id }, at);
    };
    await hears('2026-03-02 11:10');
    expect(await haveAPartIn(caseId)).toBe(true);
    await takesOut(second.childId, '2026-03-02 11:20');
    expect(await haveAPartIn(caseId)).toBe(true);
    await hears('2026-03-02 11:30');
    expect(await haveAPartIn(caseId)).toBe(false);
    expect(await rebuildReadModel(store, caseId, await readColumns(store.prisma))).toEqual({ status: 'same' });
  });

  it('has the services told from where they are now, where a merged referral had notified of them', async () => {
    const [there, here] = [await notified(), await notified()];
    const joined = { ...aChild(), ofSchoolAge: false };
    const { notificationId } = await store.prisma.child.findUniqueOrThrow({ where: { id: there.first.childId } });
    await here.theCase.does(
      'joinReferral',
      { fromCaseId: there.caseId, children: [{ ...joined, notificationId }] },
      '2026-03-02 10:30',
    );
    await here.takesOut(joined.childId);
    expect((await noticesOf(here.caseId)).map(({ code }) => code)).toEqual(['childCorrected', 'childrenNotified']);
    expect((await handoversOf(there.caseId)).some(({ withdrawn }) => withdrawn)).toBe(false);
  });

  /** A case of two siblings of whom the services were notified one after the other. */
  async function notifiedApart() {
    const { first, second, theCase } = await twoSiblings();
    const { caseId } = theCase;
    const tells = async ({ childId }: ChildInReferral, at: string) => {
      const one = { childId, notificationId: newId(), toAgencyId: servicesId };
      const payload = { ...one, children: [childId], alreadySent: false, each: [one], contentId: null };
      await theCase.does('notifyChildrensServices', payload, at);
    };
    await tells(first, '2026-03-02 10:00');
    await tells(second, '2026-03-02 10:03');
    const messages = await store.prisma.notice.findMany({
      where: { caseId, code: 'childrenNotified' },
      orderBy: { createdAt: 'asc' },
    });
    const takesOut = (childId: string) =>
      theCase.does('takeOutChild', { childId, reasonId: newId() }, '2026-03-02 10:04');
    return { caseId, first, second, messages, takesOut };
  }

  it('is told of with a sibling: the message of the first waits for the last', async () => {
    const { messages } = await notifiedApart();
    expect(messages.map(({ notBefore }) => notBefore.toISOString())).toEqual([
      '2026-03-02T10:10:00.000Z',
      '2026-03-02T10:03:00.000Z',
    ]);
  });

  it('counts as told of where a sibling’s message has left since, though their own waits', async () => {
    for (const [sentAt, expected] of [
      ['2026-03-02T10:03:30.000Z', ['childCorrected', 'childrenNotified', 'childrenNotified']],
      ['2026-03-02T10:02:00.000Z', ['childrenNotified', 'childrenNotified']],
    ] as const) {
      const { caseId, second, messages, takesOut } = await notifiedApart();
      await store.prisma.notice.update({ where: { id: messages[0]?.id ?? '' }, data: { status: 'sent', sentAt } });
      await takesOut(second.childId);
      expect((await noticesOf(caseId)).map(({ code }) => code)).toEqual(expected);
      const own = await store.prisma.notice.findUniqueOrThrow({ where: { id: messages[1]?.id ?? '' } });
      expect([own.status, own.lastError]).toEqual(['withdrawn', 'CHILD_TAKEN_OUT']);
    }
  });

  it('does not count as told of because a sibling was taken out before', async () => {
    const { caseId, first, second, takesOut } = await notifiedApart();
    await takesOut(first.childId);
    await takesOut(second.childId);
    const withdrawn = { code: 'childrenNotified', status: 'withdrawn', lastError: 'CHILD_TAKEN_OUT' };
    expect(await noticesOf(caseId)).toEqual([withdrawn, withdrawn]);
  });

  it('counts as told of where somebody of the services has looked at the case since', async () => {
    const looks = async (caseId: string, by: string, at: string) => {
      const noted = { event: 'readCase', route: '/cases/:reference', outcome: 'full' };
      await recordAccess(store.prisma, { ...noted, caseId, actorId: idOf('practitioner', by), at: moment(at) });
    };
    for (const [by, at, corrected] of [
      ['una.whitcombe', '2026-03-02 10:03', true],
      ['una.whitcombe', '2026-03-02 09:59', false],
      ['amy.adeyemi', '2026-03-02 10:03', false],
    ] as const) {
      const { caseId, first, takesOut } = await notifiedApart();
      await looks(caseId, by, at);
      await takesOut(first.childId);
      expect(
        (await noticesOf(caseId)).some(({ code }) => code === 'childCorrected'),
        `${by} ${at}`,
      ).toBe(corrected);
    }
  });

  it('counts a message that is just leaving, or failed once, as one that has left', async () => {
    const [leaving, failed] = [await notified(), await notified()];
    await left(failed.caseId);
    const taken = await leaseNotices(store.prisma, moment('2026-03-02 11:00'), 500, 60_000);
    expect(taken.length).toBeGreaterThan(0);
    const mine = { caseId: failed.caseId };
    await store.prisma.notice.updateMany({ where: mine, data: { status: 'waiting', attempts: 1 } });
    for (const { caseId, first, takesOut } of [leaving, failed]) {
      await takesOut(first.childId);
      expect((await noticesOf(caseId)).map(({ code }) => code)).toEqual(['childCorrected', 'childrenNotified']);
    }
  });
});
