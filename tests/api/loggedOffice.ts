import type { Response } from 'supertest';
import { afterAll, beforeAll, expect } from 'vitest';
import { createLog } from '../../platform/log.ts';
import { begun } from '../environment/begun.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, type Caller, officeForTest, type Problem } from './officeForTest.ts';

type Office = ReturnType<typeof officeForTest>;

/** The product and its interface for the tests of a file, with one case in it and all that the interface logs. */
export interface LoggedOffice {
  readonly product: () => TestProduct;
  readonly app: () => Office['app'];
  readonly as: (subject: string) => Caller;
  readonly reference: () => string;
  readonly logged: readonly string[];
}

/** Begins them for the file that asks. */
export function loggedOfficeForFile(): LoggedOffice {
  let product: TestProduct | undefined;
  let office: Office | undefined;
  let reference: string | undefined;
  const logged: string[] = [];
  beforeAll(async () => {
    product = await startWorkerForTest();
    const log = createLog('api', { level: 'debug', development: false }, { write: (line) => logged.push(line) });
    office = officeForTest({ ...product, log });
    reference = (await office.as('marek.nowak').post('/referrals', aReferralBody())).body.reference;
  });
  afterAll(() => product?.stop());
  return {
    product: () => begun(product),
    app: () => begun(office).app,
    as: (subject) => begun(office).as(subject),
    reference: () => begun(reference),
    logged,
  };
}

/** Nothing of the people of the referrals that were sent, and nothing that was told of them. */
export function expectNothingPersonal(logged: readonly string[], atLeast: number): void {
  expect(logged.length).toBeGreaterThan(atLeast);
  expect(logged.join('\n')).not.toMatch(/Idonya|Lanternmere|Nightjar|followed her|01632/i);
}

/** Refused in the way everything is refused: a status, a code and a sentence. */
export function expectProblem(response: Omit<Response, 'body'>, status: number, code: string): void {
  const body = problemIn(response);
  expect(response.type).toBe('application/problem+json');
  expect({ status: response.status, code: body.code }).toEqual({ status, code });
  expect(body.title.length).toBeGreaterThan(20);
}

export function problemIn(response: Omit<Response, 'body'>): Problem {
  return (response as unknown as { body: Problem }).body;
}
