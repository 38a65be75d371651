import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody } from './officeForTest.ts';

const office = officeForFile();
// Amy coordinates Maidstone; Leila manages the service of Joanna, who advises.
const [amy, leila] = [office.as('amy.adeyemi'), office.as('leila.haddad')];
const [joanna, marek] = [office.as('joanna.pike'), office.as('marek.nowak')];

const soon = { timeout: 60_000 };
const why = { reason: 'It was a neighbour of the same name. The victim rang the police today.' };
const seen = async (reference: string) => (await amy.get<CaseView>(`/cases/${reference}`)).body;
const isFrozen = async (reference: string) => (await seen(reference)).frozen;
const historyOf = async (reference: string) =>
  (await amy.get<{ items: { what: string }[] }>(`/cases/${reference}/history`)).body.items.map(({ what }) => what);

/** Two cases of one victim, harmed by two people, the first with Joanna as its adviser; and a third that comes once she is taken for dead. */
async function takenForDead() {
  const body = aReferralBody();
  const other = { ...aReferralBody(), victim: body.victim };
  const [first, second] = [await referred(body), await referred(other)];
  await leila.post(`/cases/${first}/allocation`, { adviser: idOf('practitioner', 'joanna.pike') });
  const died = await joanna.post(`/cases/${first}/death`, { note: 'Heard from housing.' });
  expect(died.body.status).toBe('recorded');
  await expect.poll(() => isFrozen(second), soon).toBe(true);
  const third = await referred({ ...aReferralBody(), victim: body.victim });
  expect(await isFrozen(third)).toBe(true);
  return { first, second, third, body };
}

async function referred(body: object): Promise<string> {
  const { reference } = (await marek.post('/referrals', body)).body;
  expect(reference).toMatch(/./);
  return reference;
}

describe('a death that was recorded by mistake', { timeout: 240_000 }, () => {
  it('is taken back by the coordinator in every case of the victim, and she is to be rung from that day', async () => {
    const { first, second, third, body } = await takenForDead();
    expect((await joanna.post(`/cases/${first}/death-withdrawal`, why)).body.code).toBe('NOT_ALLOWED');
    expect((await amy.post(`/cases/${first}/death-withdrawal`, {})).status).toBe(400);
    const taken = await amy.post(`/cases/${first}/death-withdrawal`, why, { key: 'taken-back-once-and-again' });
    expect(taken.body.status).toBe('recorded');
    for (const reference of [second, third]) await expect.poll(() => isFrozen(reference), soon).toBe(false);
    for (const reference of [first, second, third]) {
      const view = await seen(reference);
      expect(view).toMatchObject({ frozen: false, legalHold: false });
      const contact = view.clocks.find(({ kind, status }) => kind === 'firstContact' && status === 'running');
      expect(contact?.overdue, reference).toBe(false);
      const explained = (await amy.get<{ why: { sentence: string } }>(`/clocks/${contact?.clockId}`)).body;
      expect(explained.why.sentence).toContain('begun anew');
    }
    expect((await historyOf(first)).join(' ')).toContain(
      'The death was taken back: it had been recorded by mistake. The record is open again.',
    );
    expect((await historyOf(second)).join(' ')).toContain('The death was taken back in another case of the victim');
    const attempt = { result: 'noAnswer', medium: 'phone' };
    expect((await joanna.post(`/cases/${first}/contact-attempts`, attempt)).body.status).toBe('recorded');
    // Sent once more it has the answer it had; by another it is none.
    const again = await amy.post(`/cases/${first}/death-withdrawal`, why, { key: 'taken-back-once-and-again' });
    expect(again.body.revision).toBe(taken.body.revision);
    expect((await amy.post(`/cases/${second}/death-withdrawal`, why)).body.code).toBe('NOT_DIED');
    expect(await isFrozen(await referred({ ...aReferralBody(), victim: body.victim }))).toBe(false);
  });

  it('tells whoever heard of it, without a word of what it was', async () => {
    const { first, second, third } = await takenForDead();
    await amy.post(`/cases/${first}/death-withdrawal`, why);
    for (const reference of [second, third]) await expect.poll(() => isFrozen(reference), soon).toBe(false);
    const { prisma } = office.product.store;
    const { id: caseId } = await prisma.case.findUniqueOrThrow({ where: { reference: first } });
    const told = await prisma.notice.findMany({ where: { caseId, code: 'deathTakenBack' } });
    expect(told.map(({ asRole }) => asRole)).toEqual(expect.arrayContaining(['coordinator', 'adviser']));
    expect(JSON.stringify(told)).not.toMatch(/neighbour|Idonya|Lanternmere/);
  });
});
