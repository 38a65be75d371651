import { describe, expect, it } from 'vitest';
import type { LikelyMatchView } from '../../contracts/views/peopleSearchView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { sendAgain } from '../environment/sendAgain.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody } from './officeForTest.ts';

const office = officeForFile();

/** Another referrer than the one who referred: a nurse, who sees nothing of the case. */
const nuala = () => office.as('nuala.brennan');

async function known(more: object = {}) {
  const body = aReferralBody(more);
  const { status, body: answer } = await office.as('marek.nowak').post('/referrals', body);
  expect(status).toBe(201);
  const { id } = await office.product.store.prisma.case.findUniqueOrThrow({ where: { reference: answer.reference } });
  const { givenNames, familyName, dateOfBirth } = body.victim;
  return { reference: answer.reference, caseId: id, victim: { givenNames, familyName, dateOfBirth }, body };
}

const search = async (who: ReturnType<typeof nuala>, victim: object, more: object = {}) =>
  who.post<{ items: LikelyMatchView[] }>('/people-searches', { area: 'thanet', victim, ...more });

/** What the searches have led to is in the cases. */
const settled = () => sendAgain(office.product);
const toldOf = async (caseId: string) => {
  await settled();
  return office.product.store.prisma.notice.findMany({ where: { caseId, code: 'peopleSearchedFor' } });
};

describe('a search before a referral', () => {
  it('shows whoever may see the case who it may be, and by what', async () => {
    const { reference, victim, caseId } = await known();
    const { body } = await search(office.as('amy.adeyemi'), victim);
    expect(body.items).toMatchObject([
      {
        reference,
        area: 'maidstone',
        lookedFor: 'victim',
        inTheCaseAs: 'victim',
        who: { identity: { givenNames: 'Idonya' } },
      },
    ]);
    expect(body.items[0]?.because[0]).toBe('fullNameAndDateOfBirth');
    expect(await toldOf(caseId)).toEqual([]);
    const log = await office.product.store.prisma.accessLog.findMany({ where: { caseId, event: 'searchPeople' } });
    expect(log).toHaveLength(1);
  });

  it('finds a name that sounds alike, and a day and month that were swapped', async () => {
    const { reference, victim } = await known();
    for (const slip of [
      { ...victim, givenNames: 'Idonia' },
      { ...victim, dateOfBirth: '1990-05-04' },
    ]) {
      const { body } = await search(office.as('amy.adeyemi'), slip);
      expect(
        body.items.map((each) => each.reference),
        JSON.stringify(slip),
      ).toContain(reference);
    }
  });

  it('tells whoever may not see the case nothing, and its coordinator that somebody looked, once a day', async () => {
    const { victim, caseId } = await known();
    const nothing = await search(nuala(), { ...victim, familyName: 'Quillfeather', givenNames: 'Zelda' });
    const hidden = await search(nuala(), victim);
    expect(hidden.status).toBe(nothing.status);
    expect(hidden.body).toEqual(nothing.body);
    await search(nuala(), victim);
    const told = await toldOf(caseId);
    expect(told.map(({ recipientId }) => recipientId)).toEqual([idOf('practitioner', 'amy.adeyemi')]);
    const events = await office.product.store.prisma.auditEvent.findMany({
      where: { caseId, type: 'peopleSearchedFor' },
    });
    expect(events).toMatchObject([
      { actorId: idOf('practitioner', 'nuala.brennan'), data: { forAreaId: idOf('area', 'thanet') } },
    ]);
  });

  it('tells of roles that are reversed as well, and of nobody by a family name and a birthday alone', async () => {
    const { body, caseId, victim, reference } = await known();
    const { givenNames, familyName, dateOfBirth } = body.perpetrator;
    await search(nuala(), { givenNames, familyName, dateOfBirth });
    expect(await toldOf(caseId)).toHaveLength(1);
    const other = await known();
    await search(nuala(), { ...other.victim, givenNames: 'Perpetua' });
    expect(await toldOf(other.caseId)).toEqual([]);
    const seen = await search(
      office.as('amy.adeyemi'),
      { givenNames, familyName, dateOfBirth },
      { perpetrator: victim },
    );
    const ofThisCase = seen.body.items.filter((each) => each.reference === reference);
    expect(ofThisCase.map((each) => [each.lookedFor, each.inTheCaseAs])).toEqual([
      ['victim', 'perpetrator'],
      ['perpetrator', 'victim'],
    ]);
  });

  it('hides the case from somebody on its deny list, whatever their post', async () => {
    const { victim, reference } = await known({ mustNotSee: [idOf('practitioner', 'amy.adeyemi')] });
    const { body } = await search(office.as('amy.adeyemi'), victim);
    expect(body.items.map((each) => each.reference)).not.toContain(reference);
  });

  it('is for those who refer: not for governance nor whoever runs the system', async () => {
    const { victim } = await known();
    for (const who of ['viktor.sandor', 'wanda.osei']) expect((await search(office.as(who), victim)).status).toBe(403);
  });

  const victim = { givenNames: 'Idonya', familyName: 'Lanternmere' };
  it.each([
    [{ victim: {} }, 400, 'NOT_AS_DESCRIBED'],
    [{ victim: { ...victim, dateOfBirth: '30.2.1990' } }, 400, 'NOT_AS_DESCRIBED'],
    [{ victim: { ...victim, givenNames: '' } }, 400, 'NOT_AS_DESCRIBED'],
    [{ victim, area: 'nowhere' }, 422, 'UNKNOWN_AREA'],
    [{ victim, extra: 1 }, 400, 'NOT_AS_DESCRIBED'],
  ])('%j cannot be looked for', async (more, status, code) => {
    const answer = await nuala().post('/people-searches', { area: 'thanet', ...more });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });
});
