import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody, dash } from './officeForTest.ts';

const office = officeForFile();

const [amy, marek] = [office.as('amy.adeyemi'), office.as('marek.nowak')];

/** He is the victim now, and she the perpetrator. */
function theOtherWayRound(people: ReturnType<typeof aReferralBody>) {
  const { victim, perpetrator } = people;
  const { sex: _sex, ...he } = { ...perpetrator, equality: victim.equality };
  const { address: _address, equality: _equality, ...she } = { ...victim, sex: 'female' };
  return { ...people, victim: he, perpetrator: she };
}

const referred = async (body: object) => (await marek.post('/referrals', body)).body.reference;
const seen = async (reference: string) => (await amy.get<CaseView>(`/cases/${reference}`)).body;

async function told(reference: string) {
  const { id: caseId } = await office.product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
  const notices = await office.product.store.prisma.notice.findMany({ where: { caseId, code: 'reversedPair' } });
  return notices.map(({ recipientId }) => recipientId);
}

async function untilTold(reference: string) {
  for (const deadline = Date.now() + 50_000; ; await pause(50)) {
    const recipients = await told(reference);
    if (recipients.length > 0) return recipients;
    if (Date.now() > deadline) throw new Error('The first case never heard of it.');
  }
}

describe('the same two people with the roles reversed', { timeout: 90_000 }, () => {
  it('are noticed when the second referral comes, in one area too, and the coordinator is told about both cases', async () => {
    const low = { policeGrade: 'standard', assessment: { tool: 'DASH', version: 'marac-1', answers: dash(4) } };
    const people = aReferralBody(low);
    const hers = await referred(people);
    expect((await seen(hers)).reversedPair).toBe(false);
    const his = await referred(theOtherWayRound(people));
    const coordinator = [idOf('practitioner', 'amy.adeyemi')];
    expect(await told(his)).toEqual(coordinator);
    expect(await untilTold(hers)).toEqual(coordinator);
    for (const reference of [hers, his]) expect((await seen(reference)).reversedPair).toBe(true);
    // A repeat of his tells again, about the new case; what was declined is no case any more.
    await amy.post(`/cases/${hers}/screening`, { outcome: 'decline', reason: 'duplicate', advice: 'It was referred.' });
    expect((await seen(his)).reversedPair).toBe(false);
    expect(await told(await referred(theOtherWayRound(people)))).toEqual([]);
  });

  it('is nothing of the kind where the second referral is of the same victim', async () => {
    const people = aReferralBody();
    const first = await referred(people);
    const again = await referred(people);
    expect([...(await told(first)), ...(await told(again))]).toEqual([]);
    expect((await seen(again)).reversedPair).toBe(false);
  });
});
