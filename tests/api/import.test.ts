import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { londonDate } from '../../domain/calendar/london.ts';
import { planFile } from '../../scripts/import/planFile.ts';
import { sendRows } from '../../scripts/import/sendRows.ts';
import type { ProductClient, ProductRequest } from '../../scripts/year/productClient.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { officeForTest } from './officeForTest.ts';

let product: TestProduct;
let client: ProductClient;
const sent: ProductRequest[] = [];

beforeAll(async () => {
  product = await startWorkerForTest();
  const office = officeForTest(product);
  client = {
    send: async (request) => {
      sent.push(request);
      const { as, path: to, key, ifMatch, body } = request;
      const sending = { ...(key ? { key } : {}), ...(ifMatch === undefined ? {} : { version: ifMatch }) };
      const answer = await office.as(as).post<Record<string, unknown>>(to, body as object, sending);
      return { status: answer.status, body: answer.body };
    },
  };
});
afterAll(() => product?.stop());

const template = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/import-template.csv'), 'utf8');
const [head = '', example = ''] = template.trimEnd().split('\n');

function rowsOf(...lines: string[]) {
  const planned = planFile([head, ...lines].join('\n'), londonDate(product.clock.now()));
  if (!planned.ok) throw new Error(JSON.stringify(planned.bad));
  return planned.rows;
}
const named = (key: string, family: string) => example.replace('old-0001', key).replaceAll('Willowmere', family);
const counts = async () => ({
  cases: await product.store.prisma.case.count(),
  facts: await product.store.prisma.auditEvent.count(),
  people: await product.store.prisma.person.count(),
});

describe('a running caseload in a file', () => {
  it('is taken over at the stage each case has reached, with its true dates, and speaks from then on', async () => {
    const [result] = await sendRows(client, 'amy.adeyemi', rowsOf(named('old-1', 'Ashgrove')), () => undefined);
    expect(result).toMatchObject({ problem: null });
    const row = await product.store.prisma.case.findUniqueOrThrow({ where: { reference: result?.reference ?? '' } });
    expect(row).toMatchObject({ adopted: true, silent: false, grade: 'high' });
    expect(['graded', 'listed']).toContain(row.stage);
    expect(row.receivedAt.toISOString().slice(0, 10)).toBe('2026-10-05');
  });

  it('changes nothing when it is sent a second time, and goes on where it was interrupted', async () => {
    const rows = rowsOf(named('old-2', 'Birchfield'), named('old-3', 'Cedarholt'));
    // Interrupted after the second request of the first row.
    await sendRows(client, 'amy.adeyemi', [{ ...rows[0]!, steps: rows[0]!.steps.slice(0, 2) }], () => undefined);
    const half = await product.store.prisma.case.findFirstOrThrow({ orderBy: { recordedAt: 'desc' } });
    expect(half.silent).toBe(true);
    const first = await sendRows(client, 'amy.adeyemi', rows, () => undefined);
    expect(first.map(({ problem }) => problem)).toEqual([null, null]);
    const before = await counts();
    const again = await sendRows(client, 'amy.adeyemi', rows, () => undefined);
    expect(again).toEqual(first);
    expect(await counts()).toEqual(before);
  });

  it('says which row the product refused and why, with nothing of what stands in it', async () => {
    const rows = rowsOf(named('old-4', 'Dunmarsh'), named('old-5', 'Elmstead').replace('maidstone', 'nowhere'));
    const told = await sendRows(client, 'amy.adeyemi', rows, () => undefined);
    expect(told[0]).toMatchObject({ problem: null });
    expect(told[1]).toMatchObject({ row: 3, reference: null });
    expect(told[1]?.problem).toContain('UNKNOWN_AREA');
    expect(JSON.stringify(told)).not.toContain('Elmstead');
  });
});
