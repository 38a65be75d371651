import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody } from './officeForTest.ts';

const office = officeForFile();

// Amy coordinates the north, Maidstone in it; Marek refers for the police, Owen represents housing.
const [amy, marek, owen] = [office.as('amy.adeyemi'), office.as('marek.nowak'), office.as('owen.tregear')];

interface Two {
  readonly kept: string;
  readonly other: string;
}

/** One incident, referred by the police and listed, and referred again by housing, which knows of a child. */
async function referredTwice(): Promise<Two> {
  const people = aReferralBody();
  const kept = (await marek.post('/referrals', people)).body.reference;
  await amy.post(`/cases/${kept}/screening`, { outcome: 'accept' });
  await amy.post(`/cases/${kept}/grade`, {}, { version: '*' });
  const child = { unborn: false, givenNames: 'Merle', familyName: people.victim.familyName, dateOfBirth: '2019-05-06' };
  const again = { ...people, referringAgencies: ['housing'], children: [child] };
  const other = (await owen.post('/referrals', again)).body.reference;
  return { kept, other };
}

const seen = async (reference: string, by = amy) => (await by.get<CaseView>(`/cases/${reference}`)).body;
const merge = ({ kept, other }: Two) =>
  amy.post(`/cases/${other}/merge`, { into: kept, reason: 'Both tell of the night of 1 March.' });

/** The other case hears of it by a command of its own. */
async function until(reference: string, heard: (view: CaseView) => boolean): Promise<CaseView> {
  for (const deadline = Date.now() + 50_000; ; await pause(50)) {
    const view = await seen(reference);
    if (heard(view)) return view;
    if (Date.now() > deadline) throw new Error('The case that is kept never heard of it.');
  }
}

const storyOf = async (reference: string) => {
  const { id: caseId } = await office.product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
  const events = await office.product.store.prisma.auditEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  return events.map(({ type }) => type);
};

describe('two referrals of one incident', { timeout: 120_000 }, () => {
  it('become one case, which knows what both knew; the other keeps its record and reminds nobody', async () => {
    const two = await referredTwice();
    const { kept, other } = two;
    expect((await seen(other)).repeat, 'until somebody says otherwise it is a repeat').toBe(true);
    expect((await seen(other)).sameTwo.map(({ reference }) => reference)).toEqual([kept]);
    expect((await owen.get(`/cases/${kept}`)).status).toBe(404);

    const merged = await merge(two);
    expect({ status: merged.status, body: merged.body }).toMatchObject({ status: 200 });
    const one = await until(kept, ({ children }) => children.length === 1);
    expect(one.joined).toEqual([{ reference: other, referringAgencies: ['housing'] }]);
    expect(one.stage).toBe('listed');
    const gone = await seen(other);
    expect(gone).toMatchObject({ stage: 'merged', mergedInto: kept, sameTwo: [] });
    expect(gone.listings.map(({ status }) => status)).toEqual(['takenOff']);
    expect(gone.clocks.filter(({ status }) => status !== 'ended')).toEqual([]);
    expect(await storyOf(other)).toEqual(
      expect.arrayContaining(['referralReceived', 'takenOffList', 'referralMerged']),
    );
    // Whoever referred it has a part in the case that goes on.
    expect((await owen.get(`/cases/${kept}`)).status).toBe(200);
    expect((await owen.post(`/cases/${other}/merge-undoing`, { reason: 'No.' })).status).toBe(403);
    expect((await amy.post(`/cases/${other}/screening`, { outcome: 'accept' })).body.code).toBe('CASE_MERGED');
  });

  it('are two again where it was undone: listed again, the child gone with its referral, and who had no part has none', async () => {
    const two = await referredTwice();
    const { kept, other } = two;
    await merge(two);
    await until(kept, ({ children }) => children.length === 1);
    const undone = await amy.post(`/cases/${other}/merge-undoing`, { reason: 'It was another night.' });
    expect({ status: undone.status, body: undone.body }).toMatchObject({ status: 200 });
    const apart = await until(kept, ({ children }) => children.length === 0);
    expect(apart.joined).toEqual([]);
    const back = await seen(other);
    expect(back).toMatchObject({ stage: 'listed', mergedInto: null });
    expect(back.children).toHaveLength(1);
    expect(back.clocks.filter(({ status }) => status !== 'ended').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['screen', 'firstContact', 'planReview']),
    );
    expect((await owen.get(`/cases/${kept}`)).status).toBe(404);
    expect(await storyOf(kept)).toEqual(expect.arrayContaining(['referralJoined', 'referralParted']));
    expect((await merge(two)).status, 'and can be merged again').toBe(200);
  });

  it('are not merged into a case of other people, or one the coordinator may not see', async () => {
    const { other } = await referredTwice();
    const strangers = await referredTwice();
    const thanet = (await marek.post('/referrals', aReferralBody({ area: 'thanet' }))).body.reference;
    for (const into of [strangers.kept, thanet, other]) {
      const refused = await amy.post(`/cases/${other}/merge`, { into, reason: 'By mistake.' });
      expect({ into, code: refused.body.code }).toEqual({ into, code: 'NO_CASE_TO_KEEP' });
    }
  });
});
