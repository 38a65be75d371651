import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandView } from '../../contracts/views/commandView.ts';
import type { Engine } from '../../platform/engine.ts';
import { createStore } from '../../store/prismaClient.ts';
import { resendUnresolved } from '../../usecases/resendUnresolved.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest } from './officeForTest.ts';

let product: TestProduct;
const away: Engine = {
  sendCommand: async () => 'pending',
  isReachable: async () => false,
  close: async () => undefined,
};

beforeAll(async () => {
  product = await startWorkerForTest();
});
afterAll(() => product?.stop());

describe('while the engine is away', () => {
  it('a command is kept, and said to be kept; it is decided once the engine is back', async () => {
    const during = officeForTest({ ...product, engine: away }).as('marek.nowak');
    const kept = await during.post('/referrals', aReferralBody());
    expect(kept.status).toBe(202);
    expect(kept.get('location')).toBe(`/api/v1/commands/${kept.body.commandId}`);
    expect((await during.get<CommandView>(`/commands/${kept.body.commandId}`)).body.status).toBe('pending');

    product.clock.advance(60_000);
    expect(await resendUnresolved(product, 15)).toBe(1);
    const after = (await during.get(`/commands/${kept.body.commandId}`)).body;
    expect(after).toMatchObject({ status: 'recorded', reference: kept.body.reference });
    expect(await resendUnresolved(product, 15)).toBe(0);
  });

  it('the same request sent again when it is back gets the answer', async () => {
    const body = aReferralBody();
    const kept = await officeForTest({ ...product, engine: away })
      .as('marek.nowak')
      .post('/referrals', body, { key: 'again' });
    const answered = await officeForTest(product).as('marek.nowak').post('/referrals', body, { key: 'again' });
    expect(answered.status).toBe(201);
    expect(answered.body).toMatchObject({ commandId: kept.body.commandId, reference: kept.body.reference });
  });
});

describe('when Postgres was restored to a moment before a decision the engine remembers', () => {
  /** Answers the first attempt from memory, as if it had been decided; decides any other. */
  function remembering(): Engine {
    const remembered = new Set<string>();
    return {
      ...product.engine,
      async sendCommand(matterId, command, options) {
        if (remembered.size === 0) remembered.add(options.updateId);
        if (remembered.has(options.updateId)) return { ok: true, revision: 7 };
        return product.engine.sendCommand(matterId, command, options);
      },
    };
  }

  async function staged(key: string) {
    const body = aReferralBody();
    const office = officeForTest({ ...product, engine: away });
    const kept = await office.as('marek.nowak').post('/referrals', body, { key });
    return { body, commandId: String(kept.body.commandId) };
  }

  it('the reconciler has what is staged decided once more', async () => {
    const { commandId } = await staged('restored-and-nobody-asks');
    product.clock.advance(60_000);
    expect(await resendUnresolved({ ...product, engine: remembering() }, 15)).toBe(1);
    const { body } = await officeForTest(product).as('marek.nowak').get<CommandView>(`/commands/${commandId}`);
    expect(body.status).toBe('recorded');
  });

  it('whoever sends it again is told yes only of what is on record', async () => {
    const { body, commandId } = await staged('restored-and-asked');
    const office = officeForTest({ ...product, engine: remembering() });
    const again = await office.as('marek.nowak').post('/referrals', body, { key: 'restored-and-asked' });
    expect({ status: again.status, id: again.body.commandId }).toEqual({ status: 201, id: commandId });
    const { status } = await product.store.prisma.command.findUniqueOrThrow({ where: { id: commandId } });
    expect(status).toBe('resolved');
  });
});

describe('when a case has no workflow any more', () => {
  const gone: Engine = { ...away, sendCommand: async () => 'gone' };

  it('one of which nothing is left refuses for good, one that waits to be rebuilt keeps the command', async () => {
    const { as } = officeForTest(product);
    const { reference } = (await as('marek.nowak').post('/referrals', aReferralBody())).body;
    const coordinator = officeForTest({ ...product, engine: gone }).as('amy.adeyemi');
    const kept = await coordinator.post(`/cases/${reference}/screening`, { outcome: 'accept' });
    expect(kept.status).toBe(202);
    const { id: caseId } = await product.store.prisma.case.update({ where: { reference }, data: { stage: 'ended' } });
    await product.store.prisma.clock.updateMany({ where: { caseId }, data: { status: 'ended' } });
    const refused = await coordinator.post(`/cases/${reference}/screening`, { outcome: 'accept' }, { key: 'late' });
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 409, code: 'CASE_ENDED' });
    const again = await as('amy.adeyemi').post(`/cases/${reference}/screening`, { outcome: 'accept' }, { key: 'late' });
    expect(again.body.code).toBe('CASE_ENDED');
  });
});

describe('while the database is away', () => {
  it('nothing is taken, and it is said so without a word about why', async () => {
    const store = createStore('postgresql://nobody@127.0.0.1:9/none', { max: 1 });
    const { as } = officeForTest({ ...product, store });
    const read = await as('amy.adeyemi').get('/cases');
    const written = await as('marek.nowak').post('/referrals', aReferralBody());
    for (const { status, body, type } of [read, written]) {
      expect({ status, code: body.code, type }).toEqual({
        status: 503,
        code: 'DATABASE_DOWN',
        type: 'application/problem+json',
      });
      expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|nobody|ECONN/);
    }
    await store.close();
  });
});
