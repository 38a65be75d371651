import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, epochMs, londonDate, londonMoment } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { emptyPack } from '../../store/transfers/packOf.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { sendForward } from '../environment/sendForward.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';

const who = (subject: string) => idOf('practitioner', subject);
const [amy, bruno] = [who('amy.adeyemi'), who('bruno.castelli')];
const [estherOfTheNorth, fergusOfTheSouth] = [who('esther.quaye'), who('fergus.hallam')];

let product: TestProduct;
beforeAll(async () => {
  product = await startWorkerForTest();
});
afterAll(() => product?.stop());

describe('a transfer nobody answers', () => {
  it('climbs in both areas, and the sender stays responsible', { timeout: 240_000 }, async () => {
    let aheadMs = 0;
    const theCase = new CaseOnEngine(product, amy, () => aheadMs);
    await theCase.send('submitReferral', aReferral(await aPair(product.store.prisma)));
    const transferId = newId();
    const toAreaId = idOf('area', 'thanet');
    const transfer = { transferId, toAreaId, outsideId: null, reasonId: newId(), pack: emptyPack };
    expect(await theCase.send('requestTransfer', transfer)).toMatchObject({ ok: true });

    const { prisma } = product.store;
    const { id: clockId, overdueAt } = await prisma.clock.findFirstOrThrow({ where: { subjectId: transferId } });
    // Past the fifth working day after it was due, over Christmas at the most: the ladder has reached the chairs.
    const until = londonMoment(addDays(londonDate(overdueAt.toISOString()), 12), '10:00');
    const seconds = Math.ceil((epochMs(until) - epochMs(theCase.now())) / 1000);
    await sendForward(product.temporalAddress, product.namespace, [theCase.workflowId], seconds);
    aheadMs += seconds * 1000;

    const told = async (label: string): Promise<ReadonlySet<string>> => {
      const rung = await prisma.rung.findFirstOrThrow({ where: { clockId, label } });
      const key = { startsWith: `rung/${clockId}/1/${rung.rung}/` };
      const notices = await prisma.notice.findMany({ where: { key } });
      return new Set(notices.map(({ recipientId }) => recipientId));
    };
    expect(await told('beforeDue2')).toEqual(new Set([bruno]));
    expect(await told('dueDay')).toEqual(new Set([bruno, amy]));
    expect(await told('overdue1')).toEqual(new Set([bruno, amy]));
    expect(await told('overdue2')).toEqual(new Set([who('grace.oyelaran')]));
    expect(await told('overdue5')).toEqual(new Set([estherOfTheNorth, fergusOfTheSouth, who('hugo.brandt')]));
    const stands = await prisma.case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    expect(stands.areaId).toBe(idOf('area', 'maidstone'));
    expect((await theCase.state()).transfer?.status).toBe('pending');
  });
});
