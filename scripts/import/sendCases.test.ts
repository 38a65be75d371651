import { describe, expect, it } from 'vitest';
import type { ProductAnswer, ProductRequest } from '../year/productClient.ts';
import type { PlannedCase } from './planCase.ts';
import { sendCases } from './sendCases.ts';
import type { PlannedStep, Step } from './step.ts';

const referral: Step = {
  name: 'referral',
  by: 'marac',
  path: '/adoptions',
  body: { of: 'it' },
  makes: ['child/1', 'child/2'],
};
const caughtUp: Step = { name: 'caughtUp', by: 'marac', path: '/caught-up', body: {} };

function aCase(row: number, referredOn: string, ...between: readonly Step[]): PlannedCase {
  const cells = { referredOn };
  const at = { file: 'cases', row, column: 'acceptedOn', cells } as const;
  const steps = [referral, ...between, caughtUp].map((step): PlannedStep => ({ ...step, at }));
  const beside = { children: [], actions: [], proceedings: [], hearings: [], dates: [] };
  return { row, caseKey: `old-${String(row)}`, steps, cells, ...beside };
}

/** Sends cases to a product that answers as it is told to, and gives what it heard. */
async function send(
  cases: readonly PlannedCase[],
  answer: (request: ProductRequest) => Partial<ProductAnswer['body']> = () => ({}),
) {
  const heard: ProductRequest[] = [];
  const client = {
    send: (request: ProductRequest) => {
      heard.push(request);
      const said = answer(request);
      const body = { reference: `REF-${String(heard.length)}`, revision: heard.length, ...said };
      return Promise.resolve({ status: said['code'] === undefined ? 200 : 409, body });
    },
  };
  const senders = { marac: { client, as: 'a.coordinator' }, service: { client, as: 'a.manager' } };
  const results = await sendCases(senders, cases, () => undefined);
  return { heard, results };
}

describe('sending a caseload', () => {
  it('begins with the earliest referral, so that a later one of the same two is seen to repeat it', async () => {
    const { heard, results } = await send([aCase(2, '2026-09-01'), aCase(3, '2026-02-01'), aCase(4, '2026-02-01')]);
    const adopted = heard.filter(({ path }) => path === '/adoptions');
    expect(adopted.map(({ key }) => key)).toEqual([
      'import/old-3/referral',
      'import/old-4/referral',
      'import/old-2/referral',
    ]);
    expect(results.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  it('names what was made before by the id it was given', async () => {
    const action: Step = { name: 'action/1', by: 'marac', path: '/actions', body: {}, makes: ['action/1'] };
    const done: Step = {
      name: 'action/1/end',
      by: 'marac',
      path: '/actions/:made/completion',
      of: 'action/1',
      body: {},
    };
    const notified: Step = {
      ...{ name: 'child/2/notified', by: 'marac', path: '/child-notifications', of: 'child/2' },
      ...{ body: { alreadySent: true }, naming: (madeId: string) => ({ children: [madeId] }) },
    };
    const created = ({ path }: ProductRequest) => {
      if (path === '/adoptions') return { created: { childIds: ['c-1', 'c-2'] } };
      return path.endsWith('/actions') ? { created: { actionId: 'a-1' } } : {};
    };
    const { heard } = await send([aCase(2, '2026-09-01', notified, action, done)], created);
    expect(heard.map(({ path, body }) => [path, body])).toEqual([
      ['/adoptions', { of: 'it' }],
      ['/cases/REF-1/child-notifications', { alreadySent: true, children: ['c-2'] }],
      ['/cases/REF-1/actions', {}],
      ['/cases/REF-1/actions/a-1/completion', {}],
      ['/cases/REF-1/caught-up', {}],
    ]);
  });

  it('puts a hearing into its proceedings and tells of it by the ids they were given', async () => {
    const proceeding: Step = {
      name: 'proceeding/1',
      by: 'marac',
      path: '/proceedings',
      body: {},
      makes: ['proceeding/1'],
    };
    const hearing: Step = {
      ...{ name: 'hearing/1', by: 'marac', path: '/hearings', body: {}, makes: ['hearing/1'], of: 'proceeding/1' },
      naming: (madeId: string) => ({ proceedingId: madeId }),
    };
    const on: Step = {
      ...{ name: 'hearing/1/adjourned', by: 'marac', path: '/hearings/:made/adjournment', body: {}, of: 'hearing/1' },
      makes: ['hearing/2'],
    };
    const over: Step = {
      name: 'hearing/2/outcome',
      by: 'marac',
      path: '/live-dates/:made/outcome',
      body: {},
      of: 'hearing/2',
    };
    const ids: Readonly<Record<string, object>> = {
      'import/old-2/proceeding/1': { proceedingId: 'p-1' },
      'import/old-2/hearing/1': { liveDateId: 'h-1' },
      'import/old-2/hearing/1/adjourned': { liveDateId: 'h-2' },
    };
    const created = ({ key = '' }: ProductRequest) => ({ created: ids[key] ?? {} });
    const { heard } = await send([aCase(2, '2026-09-01', proceeding, hearing, on, over)], created);
    expect(heard.slice(1, -1).map(({ path, body }) => [path, body])).toEqual([
      ['/cases/REF-1/proceedings', {}],
      ['/cases/REF-1/hearings', { proceedingId: 'p-1' }],
      ['/cases/REF-1/hearings/h-1/adjournment', {}],
      ['/cases/REF-1/live-dates/h-2/outcome', {}],
    ]);
  });

  it('sends each thing as who may say it, and the version only where it is asked for', async () => {
    const grade: Step = { name: 'grade', by: 'marac', path: '/grade', body: {}, needsVersion: true };
    const attempt: Step = { name: 'firstAttempt', by: 'service', path: '/contact-attempts', body: {} };
    const { heard } = await send([aCase(2, '2026-09-01', grade, attempt)]);
    expect(heard.map(({ as, ifMatch }) => [as, ifMatch])).toEqual([
      ['a.coordinator', undefined],
      ['a.coordinator', 1],
      ['a.manager', undefined],
      ['a.coordinator', undefined],
    ]);
  });

  it('stops a case at what is refused, so that it stays silent, and goes on with the others', async () => {
    const refuse = ({ key }: ProductRequest) =>
      key === 'import/old-2/grade' ? { code: 'GRADE_MISSING', title: 'Nothing to grade.' } : {};
    const grade: Step = { name: 'grade', by: 'marac', path: '/grade', body: {} };
    const { heard, results } = await send([aCase(2, '2026-09-01', grade), aCase(3, '2026-09-02')], refuse);
    expect(results).toMatchObject([
      {
        ...{ row: 2, reference: 'REF-1' },
        problem:
          'taken over as REF-1 in part, and silent until the rest is. Refused at acceptedOn: Nothing to grade. When that is put right, run the files again: it goes on from there.',
      },
      { row: 3, problem: null },
    ]);
    expect(heard.map(({ key }) => key)).not.toContain('import/old-2/caughtUp');
    expect(heard.map(({ key }) => key)).toContain('import/old-3/caughtUp');
  });
});
