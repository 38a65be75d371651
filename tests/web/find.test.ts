import type { Express } from 'express';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { caseReferenceFrom } from '../../domain/ids/caseReference.ts';
import { aReferralBody, officeForTest } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { readerOf, typedInto, type Sent } from './reader.ts';
import { siteWithoutBrowser } from './siteForTest.ts';

let product: TestProduct;
let app: Express;
let reference: string;
const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;

beforeAll(async () => {
  product = await startWorkerForTest();
  app = await siteWithoutBrowser(product, sessionKeys);
  ({ reference } = (
    await officeForTest(product)
      .as('marek.nowak')
      .post('/referrals', aReferralBody({ area: 'medway' }))
  ).body);
}, 240_000);
afterAll(() => product?.stop());

/** Types into the field that stands on every page, and presses its button. */
async function find(subject: string, typed: string): Promise<Sent> {
  const by = await readerOf(app, { ...product, sessionKeys }, subject);
  const form = (await by.get('/account')).document.querySelector('header form[role="search"], .marac-find');
  const valueOf = (name: string) => form?.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '';
  const carried = { _token: valueOf('_token'), _key: valueOf('_key') };
  return by.post(form?.getAttribute('action') ?? '', { ...carried, reference: typed });
}

const said = ({ document }: Sent) =>
  document.querySelector('.govuk-error-summary')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
const unknown = () => caseReferenceFrom(new Uint8Array([9, 8, 7, 6, 5, 4, 3, 2]));

describe('a reference typed into the field on every page', { timeout: 240_000 }, () => {
  it('leads to its case, however it is typed', async () => {
    for (const typed of [reference, reference.replace('-', ''), ` ${reference.toLowerCase().replace('-', ' ')} `])
      expect(await find('amy.adeyemi', typed)).toMatchObject({ status: 303, to: `/cases/${reference}` });
  });

  it('gets one answer where there is no such case and where it is not for the one who asks, who is noted', async () => {
    const none = await find('amy.adeyemi', unknown());
    const hidden = await find('bruno.castelli', reference);
    expect(none.status).toBe(422);
    expect(said(none)).toContain('There is no case with this reference that you may see.');
    expect([hidden.status, said(hidden)]).toEqual([none.status, said(none)]);
    const noted = { event: 'findCase', actorId: idOf('practitioner', 'bruno.castelli'), outcome: 'hidden' };
    expect(await product.store.prisma.accessLog.count({ where: noted })).toBe(1);
    expect(said(await find('wanda.osei', reference))).toBe(said(none));
  });

  it('with a wrong symbol is said to be wrong before anything is looked for, and stays to be put right', async () => {
    const first = reference.startsWith('K') ? 'M' : 'K';
    const wrong = await find('amy.adeyemi', `${first}${reference.slice(1)}`);
    expect(wrong.status).toBe(422);
    expect(said(wrong)).toContain('one symbol of it is wrong');
    expect(typedInto(wrong, 'reference')).toBe(`${first}${reference.slice(1)}`);
  });

  it('that is a name is sent to where people are looked for, and stands in no address', async () => {
    const name = await find('amy.adeyemi', 'Lanternmere');
    expect(name.to).toBeNull();
    expect(said(name)).toContain('This is not a reference.');
    expect(name.document.querySelector('main a[href="/refer"]')).not.toBeNull();
    // Whoever may not look for people is not sent there.
    expect((await find('viktor.sandor', 'Lanternmere')).document.querySelector('main a[href="/refer"]')).toBeNull();
  });
});
