import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import type { ToldCase } from '../../tests/environment/caseMaker.ts';
import { type MadeCases, madeCases } from '../../tests/environment/madeCases.ts';
import { chairsDecisions } from './chairsDecisions.ts';
import { explainClock } from './explainClock.ts';

let made: MadeCases;

/** Esther chairs Maidstone, Fergus Thanet; two meetings of Maidstone have deferred a case, the second on Tuesday 24 March. */
beforeAll(async () => {
  made = await madeCases(moment('2026-03-25 12:00'));
});
afterAll(() => made?.end());

async function decisionsOf(subject: string) {
  return chairsDecisions(made.reading.deps, await made.reading.actor(subject), 'test', 50);
}

/** Who is told at a London moment, as what. */
async function toldAt({ inStore }: ToldCase, clockId: string, at: string): Promise<readonly string[]> {
  const { prisma } = made.store;
  const before = await prisma.notice.count({ where: { clockId } });
  await inStore.fire(at);
  const notices = await prisma.notice.findMany({
    where: { clockId },
    orderBy: [{ createdAt: 'asc' }, { asRole: 'asc' }],
  });
  const people = await prisma.practitioner.findMany();
  return notices
    .slice(before)
    .map(({ recipientId, asRole }) => `${people.find(({ id }) => id === recipientId)?.subject ?? ''} as ${asRole}`);
}

describe('a case that was deferred again', () => {
  it('waits on the start page of its chair with a date that is explained, and on that of no other', async () => {
    const { referral } = await made.make.deferredAgain();
    const [first] = (await decisionsOf('esther.quaye')).filter(({ reference }) => reference === referral.reference);
    expect(first).toMatchObject({ kind: 'deferralDecision', due: { date: '2026-03-25' } });
    expect(await decisionsOf('fergus.hallam')).toEqual([]);
    expect(await decisionsOf('amy.adeyemi')).toEqual([]);
    const esther = await made.reading.actor('esther.quaye');
    const explained = await explainClock(made.reading.deps, esther, 'test', first?.clockId ?? '');
    expect(explained.ok && explained.view.why).toMatchObject({ rule: '1 working day after the deferral' });
  });

  it('climbs from the chair to whoever is above them and never goes quiet, until the chair has decided', async () => {
    const theCase = await made.make.deferredAgain();
    const { reference } = theCase.referral;
    const clockId = (await decisionsOf('esther.quaye')).find((each) => each.reference === reference)?.clockId ?? '';
    const chair = 'esther.quaye as chair';
    expect(await toldAt(theCase, clockId, '2026-03-25 09:00')).toEqual([chair]);
    expect(await toldAt(theCase, clockId, '2026-03-26 09:00')).toEqual([chair, 'amy.adeyemi as coordinator']);
    expect(await toldAt(theCase, clockId, '2026-03-27 09:00')).toEqual([chair, 'grace.oyelaran as supervisor']);
    expect(await toldAt(theCase, clockId, '2026-04-01 09:00')).toEqual([chair, 'hugo.brandt as strategicCoordinator']);
    // Good Friday and Easter Monday lie between: ten working days after 25 March is Thursday 9 April.
    expect(await toldAt(theCase, clockId, '2026-04-10 09:00')).toEqual(['viktor.sandor as governance']);
    expect(await toldAt(theCase, clockId, '2026-04-20 09:00')).toEqual([chair, 'viktor.sandor as governance']);
    const byId = idOf('practitioner', 'esther.quaye');
    await theCase.does('decideDeferral', { decision: 'agreed', reasonId: newId(), byId }, '2026-04-20 10:00');
    expect(await toldAt(theCase, clockId, '2026-05-20 09:00')).toEqual([]);
    expect((await decisionsOf('esther.quaye')).map((each) => each.reference)).not.toContain(reference);
    const told = await made.store.prisma.notice.findMany({ where: { caseId: theCase.inStore.caseId, clockId: null } });
    expect(told.map(({ code }) => code)).toEqual(expect.arrayContaining(['secondDeferral', 'deferralDecided']));
  });
});
