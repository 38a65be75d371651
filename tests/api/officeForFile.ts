import { afterAll, beforeAll } from 'vitest';
import { begun } from '../environment/begun.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { officeForTest, type Caller, type Posted, type Sending } from './officeForTest.ts';

/** The product and its interface: begun before the tests of a file, ended after them. */
export interface FileOffice {
  readonly product: TestProduct;
  readonly app: ReturnType<typeof officeForTest>['app'];
  /** Somebody who is signed in; they may be named before the product has begun. */
  readonly as: (subject: string) => Caller;
}

/** Begins them for the file that asks; what it does before its first test it does in a `beforeAll` of its own, below this. */
export function officeForFile(options: Parameters<typeof startWorkerForTest>[0] = {}): FileOffice {
  let product: TestProduct | undefined;
  let office: ReturnType<typeof officeForTest> | undefined;
  beforeAll(async () => {
    product = await startWorkerForTest(options);
    office = officeForTest(product);
  }, 240_000);
  afterAll(() => product?.stop());
  return {
    get product() {
      return begun(product);
    },
    get app() {
      return begun(office).app;
    },
    as: (subject) => ({
      get: <Body>(path: string) => begun(office).as(subject).get<Body>(path),
      post: <Body = Posted>(path: string, body: object, sending?: Sending) =>
        begun(office).as(subject).post<Body>(path, body, sending),
    }),
  };
}
