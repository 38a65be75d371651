import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody } from './officeForTest.ts';

/** The id of somebody who works in development. */
export const person = (subject: string) => idOf('practitioner', subject);

/** A name nobody else has. */
export const letters = () => randomUUID().replaceAll(/[^a-f]/g, '') + 'kt';

/** A date of birth nobody is likely to share. */
export const born = () =>
  `19${60 + Math.floor(Math.random() * 39)}-0${1 + Math.floor(Math.random() * 9)}-2${Math.floor(Math.random() * 9)}`;

/** Two people, and the same two as somebody else spells them. */
export function twoSpellings(more: object = {}) {
  const body = aReferralBody(more);
  const family = `Grennish${letters()}`;
  const victim = { ...body.victim, givenNames: 'Catherine', familyName: family, dateOfBirth: born() };
  const perpetrator = { ...body.perpetrator, givenNames: 'Stephen', familyName: family, dateOfBirth: born() };
  const spelt = (person: typeof victim | typeof perpetrator, givenNames: string) => ({ ...person, givenNames });
  return {
    first: { ...body, victim, perpetrator },
    second: { ...body, victim: spelt(victim, 'Kathryn'), perpetrator: spelt(perpetrator, 'Steven'), ...more },
  };
}

/** The product for a file of tests about records that may be of one person, and what is done in all of them. */
export function likelyMatchesForFile() {
  const office = officeForFile();
  // Amy coordinates the north, Maidstone in it.
  const [amy, marek] = [office.as('amy.adeyemi'), office.as('marek.nowak')];

  async function referred(body: object): Promise<string> {
    const sent = await marek.post('/referrals', body);
    expect(sent.body, JSON.stringify(sent.body)).toMatchObject({ status: 'recorded' });
    return sent.body.reference;
  }
  const seen = async (reference: string, by = amy) => (await by.get<CaseView>(`/cases/${reference}`)).body;
  const accepted = async (reference: string, by = amy) =>
    expect((await by.post(`/cases/${reference}/screening`, { outcome: 'accept' })).status).toBe(200);

  const decide = (reference: string, matchId: string | undefined, answer: string, by = amy) =>
    by.post(`/cases/${reference}/likely-matches/${matchId}/decision`, { answer, reason: 'Her sister says so.' });

  let count = 0;
  /** Decides about both people of a case. */
  async function decideBoth(reference: string, answer: string, by = amy) {
    const { likelyMatches } = await seen(reference, by);
    expect(likelyMatches.map(({ part }) => part).toSorted()).toEqual(['perpetrator', 'victim']);
    // Whichever comes first.
    const order = count++ % 2 === 0 ? likelyMatches : likelyMatches.toReversed();
    for (const { matchId } of order) {
      const sent = await decide(reference, matchId, answer, by);
      expect(sent.body, JSON.stringify(sent.body)).toMatchObject({ status: 'recorded' });
    }
  }

  async function until<T>(look: () => Promise<T>, enough: (found: T) => boolean): Promise<T> {
    for (const deadline = Date.now() + 30_000; ; await pause(50)) {
      const found = await look();
      if (enough(found)) return found;
      if (Date.now() > deadline) throw new Error(`It never came: ${JSON.stringify(found)}`);
    }
  }

  const factsOf = async (reference: string, type: string) => {
    const { id: caseId } = await office.product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
    return office.product.store.prisma.auditEvent.findMany({ where: { caseId, type }, orderBy: { seq: 'asc' } });
  };
  const toldOf = async (reference: string, code: string) => {
    const { id: caseId } = await office.product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
    const notices = await office.product.store.prisma.notice.findMany({ where: { caseId, code } });
    return notices.map(({ recipientId }) => recipientId);
  };
  return { office, referred, seen, accepted, decide, decideBoth, until, factsOf, toldOf };
}
