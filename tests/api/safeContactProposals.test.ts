import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody } from './officeForTest.ts';

const office = officeForFile();

const adviser = idOf('practitioner', 'joanna.pike');
const coordinator = idOf('practitioner', 'amy.adeyemi');
/** What the referrer was told by whoever rang. */
const asReferred = { numbers: ['01632 960123'], media: ['phone', 'textMessage'], mayLeaveMessage: true };
/** What the adviser knows: he reads her messages. */
const corrected = { numbers: ['01632 960777'], media: ['visit'], mayLeaveMessage: false, unsafePeople: 'His mother.' };

const [amy, marek, joanna, leila] = [
  office.as('amy.adeyemi'),
  office.as('marek.nowak'),
  office.as('joanna.pike'),
  office.as('leila.haddad'),
];

async function referred(body: object, path = '/referrals'): Promise<string> {
  const sent = await (path === '/adoptions' ? amy : marek).post(path, body);
  expect(sent.body, JSON.stringify(sent.body)).toMatchObject({ status: 'recorded' });
  return sent.body.reference;
}

/** A victim whose adviser has put right how she can be reached, and the people of her referral. */
async function supported() {
  const people = aReferralBody({ safeContact: asReferred });
  const first = await referred(people);
  const given = await leila.post(`/cases/${first}/allocation`, { adviser, reason: 'She knows the family.' });
  expect(given.body).toMatchObject({ status: 'recorded' });
  expect((await joanna.post(`/cases/${first}/safe-contact`, corrected)).body).toMatchObject({ status: 'recorded' });
  return { people, first };
}

const seen = async (reference: string) => (await amy.get<CaseView>(`/cases/${reference}`)).body;
const stands = async (reference: string) => (await seen(reference)).safeContact;
const proposals = async (reference: string) => (await seen(reference)).safeContactProposals;

async function told(reference: string) {
  const { id: caseId } = await office.product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
  const notices = await office.product.store.prisma.notice.findMany({ where: { caseId, code: 'safeContactProposed' } });
  return notices.map(({ recipientId }) => recipientId);
}

/** Other cases of the victim hear of it by a command of their own. */
async function untilTold(reference: string) {
  for (const deadline = Date.now() + 60_000; ; await pause(50)) {
    const recipients = await told(reference);
    if (recipients.length > 0) return recipients;
    if (Date.now() > deadline) throw new Error('The first case never heard of it.');
  }
}

describe('a new referral of a victim whose safe contact is known', { timeout: 120_000 }, () => {
  it.each(['/referrals', '/adoptions'])(
    'changes nothing of it and is told to whoever supports her: %s',
    async (path) => {
      const { people, first } = await supported();
      const second = await referred(people, path);
      for (const reference of [first, second])
        expect(await stands(reference)).toEqual({
          suspended: false,
          details: { state: 'open', text: corrected },
          also: [],
        });
      const details = { state: 'open', text: asReferred };
      expect(await proposals(second)).toMatchObject([{ fromThisCase: true, details }]);
      expect(await proposals(first)).toMatchObject([{ fromThisCase: false, details }]);
      expect(await untilTold(first)).toEqual([adviser]);
      // What is taken over is silent until it is declared caught up.
      const nobodyAdvises = [coordinator, idOf('practitioner', 'leila.haddad')].toSorted();
      expect((await told(second)).toSorted()).toEqual(path === '/adoptions' ? [] : nobodyAdvises);
    },
  );

  it('asks nothing where it says the same, and stands at once where nothing was known', async () => {
    const people = aReferralBody({ safeContact: asReferred });
    const first = await referred(people);
    expect((await stands(first))?.details).toEqual({ state: 'open', text: asReferred });
    const again = await referred(people);
    expect([...(await proposals(first)), ...(await proposals(again))]).toEqual([]);
    expect(await told(again)).toEqual([]);
  });

  it('leaves contact suspended, and so does taking over what it says', async () => {
    const { people, first } = await supported();
    const unsafe = { result: 'unsafe', medium: 'visit' };
    expect((await joanna.post(`/cases/${first}/contact-attempts`, unsafe)).body).toMatchObject({ status: 'recorded' });
    const second = await referred(people);
    const [proposal] = await proposals(second);
    const path = `/cases/${second}/safe-contact-proposals/${proposal?.proposalId}/decision`;
    expect((await amy.post(path, { take: ['numbers'] })).body).toMatchObject({ status: 'recorded' });
    expect(await stands(first)).toMatchObject({
      suspended: true,
      details: { text: { ...corrected, numbers: ['01632 960123'] } },
    });
  });
});

describe('what a referral says of safe contact', { timeout: 120_000 }, () => {
  it('is taken over in part, from any case of hers, once, and the record says who did it without a word of it', async () => {
    const { people, first } = await supported();
    const second = await referred(people);
    const [proposal] = await proposals(first);
    const path = `/cases/${first}/safe-contact-proposals/${proposal?.proposalId}/decision`;
    expect((await joanna.post(path, { take: [] })).status).toBe(400);
    expect((await marek.post(path, { take: ['numbers'] })).status).toBe(403);
    const taken = await joanna.post(path, { take: ['numbers', 'unsafePeople'] });
    expect(taken.body, JSON.stringify(taken.body)).toMatchObject({ status: 'recorded' });
    const { unsafePeople: _gone, ...rest } = corrected;
    for (const reference of [first, second]) {
      expect((await stands(reference))?.details).toEqual({
        state: 'open',
        text: { ...rest, numbers: ['01632 960123'] },
      });
      expect(await proposals(reference)).toEqual([]);
    }
    const again = await amy.post(path.replace(first, second), { take: ['media'] });
    expect([again.status, again.body.code]).toEqual([409, 'NO_SAFE_CONTACT_PROPOSAL']);
    const fact = await office.product.store.prisma.auditEvent.findFirstOrThrow({
      where: { type: 'safeContactProposalSettled', data: { path: ['proposalId'], equals: proposal?.proposalId ?? '' } },
    });
    expect(fact).toMatchObject({ actorId: adviser, data: { taken: ['numbers', 'unsafePeople'] } });
    expect(JSON.stringify(fact.data)).not.toContain('01632');
  });

  it('is left with a reason, and then what stands stays word for word', async () => {
    const { people, first } = await supported();
    const second = await referred(people);
    const [proposal] = await proposals(second);
    const path = `/cases/${second}/safe-contact-proposals/${proposal?.proposalId}/decision`;
    expect((await amy.post(path, { reason: 'The number is his.' })).body).toMatchObject({ status: 'recorded' });
    expect((await stands(first))?.details).toEqual({ state: 'open', text: corrected });
    expect(await proposals(first)).toEqual([]);
  });
});
