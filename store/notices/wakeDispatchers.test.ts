import { describe, expect, it } from 'vitest';
import { createWakeUp } from './wakeDispatchers.ts';

/** A pool whose statements end when they are told to. */
function aPool() {
  const underWay: PromiseWithResolvers<unknown>[] = [];
  let sent = 0;
  const query = () => {
    sent += 1;
    const one = Promise.withResolvers<unknown>();
    underWay.push(one);
    return one.promise;
  };
  const settle = async (how: 'resolve' | 'reject') => {
    underWay.shift()?.[how](how === 'reject' ? new Error('The database is away.') : undefined);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { pool: { query } as unknown as Parameters<typeof createWakeUp>[0], settle, sent: () => sent };
}

describe('waking the dispatchers', () => {
  it('answers everybody who asks while one wake-up is under way by one more', async () => {
    const { pool, settle, sent } = aPool();
    const wake = createWakeUp(pool);
    wake();
    for (let each = 0; each < 5; each += 1) wake();
    expect(sent()).toBe(1);
    await settle('resolve');
    expect(sent()).toBe(2);
    await settle('resolve');
    expect(sent()).toBe(2);
    wake();
    expect(sent()).toBe(3);
  });

  it('goes on after a wake-up that did not get through', async () => {
    const { pool, settle, sent } = aPool();
    const wake = createWakeUp(pool);
    wake();
    await settle('reject');
    wake();
    expect(sent()).toBe(2);
  });
});
