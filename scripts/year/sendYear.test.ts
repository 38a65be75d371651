import { describe, expect, it } from 'vitest';
import { planYear } from './planYear.ts';
import type { PlannedCase } from './plannedCase.ts';
import type { ProductAnswer, ProductClient, ProductRequest } from './productClient.ts';
import { publishedYear } from './publishedYear.ts';
import { plannedMeetings } from './sendMeetings.ts';
import { sendYear } from './sendYear.ts';

const area = 'sevenoaks';
const table = publishedYear();
const plan: readonly PlannedCase[] = planYear(table).filter(({ areaCode }) => areaCode === area);
const meetings = new Map(
  plannedMeetings(table, new Set([area])).map(({ date }): [`${string}/${string}`, string] => [`${area}/${date}`, date]),
);

/** A product that accepts everything, or answers some requests in its own way, and remembers what was sent and when. */
function product(answer: (request: ProductRequest) => ProductAnswer | undefined = () => undefined) {
  const sent: ProductRequest[] = [];
  let most = 0;
  let under = 0;
  const client: ProductClient = {
    send: async (request) => {
      sent.push(request);
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setImmediate(resolve));
      under -= 1;
      const caseKey = request.key?.split('/')[1] ?? '';
      const created = { reference: caseKey, actionId: 'a', actionIds: ['a', 'b', 'c', 'd'], liveDateId: 'l' };
      const status = request.key === undefined ? 200 : 201;
      return answer(request) ?? { status, body: { reference: caseKey, revision: 1, created, status: 'open' } };
    },
  };
  return { client, sent, most: () => most };
}

describe('sending the year', () => {
  const ordersOf = (sent: readonly ProductRequest[]) => sent.flatMap(({ key }) => key ?? []);

  it('sends each command of each case once, in the order in which things happened', async () => {
    const { client, sent, most } = product();
    let answers = 0;
    const { references, setbacks } = await sendYear(client, plan, meetings, () => (answers += 1));
    expect(setbacks).toEqual([]);
    expect(references.size).toBe(plan.length);
    expect(answers).toBe(plan.reduce((sum, { life }) => sum + life.length, 0));
    expect(new Set(ordersOf(sent)).size).toBe(answers);
    for (const { key, life } of plan) {
      const numbers = ordersOf(sent).flatMap((each) =>
        each.includes(`/${key}/`) ? [parseInt(each.split('/')[2] ?? '')] : [],
      );
      expect(numbers).toEqual(life.map((_, index) => index + 1));
    }
    expect(most()).toBeGreaterThan(5);
    expect(most()).toBeLessThanOrEqual(16);
  });

  it('begins a repeat only when the case it repeats has been sent', async () => {
    const { client, sent } = product();
    await sendYear(client, plan, meetings, () => undefined);
    const order = ordersOf(sent);
    for (const { key, repeatOf } of plan.filter((planned) => planned.repeatOf !== null)) {
      const begun = order.findIndex((each) => each.includes(`/${key}/`));
      const original = order.findLastIndex((each) => each.includes(`/${String(repeatOf)}/`));
      expect(original).toBeGreaterThanOrEqual(0);
      expect(begun).toBeGreaterThan(original);
    }
  });

  it('tells what was refused, leaves the rest of that case and its repeats out, and goes on with the others', async () => {
    const repeat = plan.find(({ repeatOf }) => repeatOf !== null);
    const refusedKey = String(repeat?.repeatOf);
    const { client } = product(({ key }) =>
      key?.endsWith(`/${refusedKey}/2-screen`)
        ? { status: 409, body: { code: 'NOT_IN_THIS_STAGE', detail: 'No.' } }
        : undefined,
    );
    const { references, setbacks } = await sendYear(client, plan, meetings, () => undefined);
    expect(setbacks[0]).toMatchObject({
      caseKey: refusedKey,
      command: 'screen',
      status: 409,
      code: 'NOT_IN_THIS_STAGE',
    });
    expect(setbacks.map(({ caseKey }) => caseKey)).toContain(repeat?.key);
    expect(references.size).toBe(plan.length - setbacks.length);
  });
});
