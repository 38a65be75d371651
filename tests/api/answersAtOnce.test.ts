import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingBoardView } from '../../contracts/views/meetingBoardView.ts';
import type { ResearchAnswersView } from '../../contracts/views/researchAnswersView.ts';
import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours } from '../../domain/calendar/london.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest, type Caller } from './officeForTest.ts';

let product: TestProduct;
let as: (subject: string) => Caller;
let meetingId: string;
const references: string[] = [];

beforeAll(async () => {
  product = await startWorkerForTest();
  ({ as } = officeForTest(product));
  const amy = as('amy.adeyemi');
  const startsAt = addHours(product.clock.now(), 2);
  const meeting = { area: 'maidstone', kind: 'emergency', startsAt };
  meetingId = (await amy.post<MeetingView>('/meetings', meeting)).body.meetingId;
  for (let each = 0; each < 5; each += 1) {
    const { reference } = (await as('marek.nowak').post('/referrals', aReferralBody())).body;
    await amy.post(`/cases/${reference}/screening`, { outcome: 'accept' });
    await amy.post(`/cases/${reference}/grade`, {}, { version: '*' });
    await amy.post(`/cases/${reference}/emergency-listing`, { meetingId, reason: 'Cannot wait.' });
    references.push(reference);
  }
  while ((await housing(amy))?.asked.length !== references.length) await pause(100);
}, 240_000);
afterAll(() => product?.stop());

const housing = async (who: Caller) => {
  const { body } = await who.get<MeetingBoardView>(`/meetings/${meetingId}`);
  return body.research.find(({ agency }) => agency === 'housing');
};
const owen = () => as('owen.tregear');
const send = (who: Caller, answers: readonly object[], key: string = randomUUID(), agency = 'housing') =>
  who.post<ResearchAnswersView>(`/meetings/${meetingId}/research-answers`, { agency, answers }, { key });
const nothing = (reference: string | undefined) => ({ reference, result: 'nothingKnown' });
const returns = async () => product.store.prisma.researchReturn.count({ where: { meetingId } });

describe('answers of an agency about many cases at once', { timeout: 120_000 }, () => {
  it('are refused as a whole where they are not its own, name a case twice or none', async () => {
    const [first] = references;
    expect((await send(owen(), [nothing(first)], randomUUID(), 'police')).status).toBe(403);
    expect((await send(as('amy.adeyemi'), [nothing(first)])).status).toBe(403);
    expect((await send(owen(), [nothing(first), nothing(first)])).body.code).toBe('NOT_AS_DESCRIBED');
    expect((await send(owen(), [])).body.code).toBe('NOT_AS_DESCRIBED');
    expect(await returns()).toBe(0);
  });

  it('are each decided by themselves: one that cannot be given stops no other', async () => {
    const [first, second] = references;
    const known = { reference: second, result: 'informationHeld', words: 'A joint tenancy.' };
    const { status, body } = await send(owen(), [nothing(first), nothing('2222-2222'), known]);
    expect(status).toBe(200);
    expect(body.items.map(({ status: became }) => became)).toEqual(['done', 'refused', 'done']);
    expect((await housing(owen()))?.missing.toSorted()).toEqual(references.slice(2).toSorted());
  });

  it('are given once, however often they are sent, and go on where they were cut off', async () => {
    const key = randomUUID();
    const [, , third, fourth] = references;
    const before = await returns();
    const both = [nothing(third), nothing(fourth)];
    let heard = 0;
    const sendCommand: typeof product.engine.sendCommand = async (...command) => {
      heard += 1;
      if (heard > 1) throw new Error('The program died here.');
      return product.engine.sendCommand(...command);
    };
    const dying = officeForTest({ ...product, engine: { ...product.engine, sendCommand } });
    expect((await send(dying.as('owen.tregear'), both, key)).status).toBe(500);
    expect(await returns()).toBe(before + 1);
    const sent = await Promise.all([send(owen(), both, key), send(owen(), both, key)]);
    expect(sent.flatMap(({ body }) => body.items.map(({ status }) => status))).toEqual([
      'done',
      'done',
      'done',
      'done',
    ]);
    expect(await returns()).toBe(before + 2);
    expect((await send(owen(), [nothing(third)], key)).body.code).toBe('KEY_REUSED');
  });

  it('never take the place of what a colleague has answered meanwhile', async () => {
    const [, second] = references;
    const { body } = await send(owen(), [nothing(second)]);
    expect(body.items).toMatchObject([{ reference: second, status: 'refused' }]);
    const where = { meetingId, agencyId: idOf('agency', 'housing'), result: 'informationHeld' as const };
    expect(await product.store.prisma.researchReturn.count({ where })).toBe(1);
  });
});
