import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { type Office, readOffice } from '../../scripts/import/readOffice.ts';
import { rehearseInProduct } from '../../scripts/import/rehearseInProduct.ts';
import { sendCases } from '../../scripts/import/sendCases.ts';
import type { ProductClient } from '../../scripts/year/productClient.ts';
import { type CaseloadCells, caseloadExamples, type RowsBeside, tableOfFile } from '../builders/aCaseload.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { rowsRead } from '../environment/rowsRead.ts';
import { isSentByAnother } from '../../store/commands/findCommand.ts';
import { clientOf, plannedFrom, sendersOf } from './importingOf.ts';
import { aReferralBody, officeForTest, type Caller } from './officeForTest.ts';

let product: TestProduct;
let as: (subject: string) => Caller;
let client: ProductClient;
let known: Office;

beforeAll(async () => {
  product = await startWorkerForTest();
  ({ as } = officeForTest(product));
  client = clientOf(product);
  known = await readOffice(client, 'amy.adeyemi');
});
afterAll(() => product?.stop());

const [, heard = {}] = caseloadExamples.cases;

/** The second case of the template, heard elsewhere and with an adviser, about other people. */
const rowOf = (family: string, more: CaseloadCells = {}): CaseloadCells => ({
  ...heard,
  ...{ caseKey: `old-${family}`, victimFamilyName: family, perpetratorFamilyName: family },
  ...more,
});
const casesOf = (rows: readonly CaseloadCells[], beside: Pick<RowsBeside, 'children'> = {}) => {
  const { children = [] } = beside;
  const others = children.length === 0 ? {} : { children: tableOfFile('children', children) };
  return plannedFrom(product, { cases: tableOfFile('cases', rows), ...others }, known);
};
const foretell = (cases: ReturnType<typeof casesOf>, marac?: string, service?: string) =>
  rehearseInProduct(sendersOf(client, marac, service), cases);
const take = (cases: ReturnType<typeof casesOf>, keys?: ReadonlyMap<string, string>) =>
  sendCases(sendersOf(client), cases, () => undefined, keys);
/** All that a request leaves behind, but for the note that somebody asked; what reminds by itself goes on meanwhile. */
const left = async () => {
  const { prisma } = product.store;
  const facts = prisma.auditEvent.count({ where: { type: { not: 'rungFired' } } });
  const [cases, people, pairs] = [prisma.case.count(), prisma.person.count(), prisma.pair.count()];
  return Promise.all([cases, people, pairs, facts, prisma.command.count(), prisma.content.count()]);
};

/** A case of the same victim, which these must not see; gives its reference. */
async function keptFrom(family: string, ...subjects: readonly string[]): Promise<string> {
  const { equality } = aReferralBody().victim;
  const victim = { givenNames: 'Isolde', familyName: family, dateOfBirth: '1992-02-20', equality };
  const mustNotSee = subjects.map((subject) => idOf('practitioner', subject));
  const perpetrator = { givenNames: 'Osgar', familyName: `${family} the elder`, dateOfBirth: '1985-01-30' };
  const sent = await as('marek.nowak').post('/referrals', aReferralBody({ victim, perpetrator, mustNotSee }));
  expect(sent.status).toBe(201);
  return sent.body.reference;
}

describe('before a caseload is taken over', () => {
  it('nothing is said against files that the product will take, and nothing of them is left behind', async () => {
    const cases = casesOf([rowOf('Quillmere')]);
    const before = await left();
    expect(await foretell(cases)).toMatchObject({ bad: [], takenBefore: 0 });
    expect(await left()).toEqual(before);
    expect(await take(cases)).toMatchObject([{ problem: null }]);
  });

  it('an adviser who must not see the victim is named at their cell, and nothing is taken', async () => {
    await keptFrom('Rookhope', 'joanna.pike');
    const before = await left();
    const { bad } = await foretell(casesOf([rowOf('Rookhope')]));
    expect(bad).toEqual([
      {
        ...{ file: 'cases', row: 2, column: 'adviser' },
        problem: 'This adviser cannot have the case because of whom it is about. Choose another.',
      },
    ]);
    expect(await left()).toEqual(before);
  });

  it('so is whoever speaks for the service and must not see the victim, or is of another service', async () => {
    await keptFrom('Saltmarsh', 'leila.haddad');
    const problem =
      'Whoever speaks for the IDVA service has no part in this case: they are of another service, or must not see it.';
    const named = [{ file: 'cases', row: 2, column: 'firstAttemptOn', problem }];
    expect((await foretell(casesOf([rowOf('Saltmarsh')]))).bad).toEqual(named);
    expect((await foretell(casesOf([rowOf('Thornwick')]), undefined, 'kwame.boateng')).bad).toEqual(named);
  });

  it('whoever takes over is asked for their post in the area, and to name no adviser where that is not theirs to do', async () => {
    const elsewhere = await foretell(casesOf([rowOf('Umberleigh', { area: 'thanet' })]));
    expect(elsewhere.bad).toMatchObject([{ row: 2, column: 'area' }]);
    expect(elsewhere.bad[0]?.problem).toContain('holds no post');
    const byAdministrator = await foretell(casesOf([rowOf('Umberleigh')]), 'cerys.maddock');
    expect(byAdministrator.bad).toMatchObject([{ row: 2, column: 'adviser' }]);
  });

  it('two rows of one pair with the roles reversed cannot have one adviser: the later one is named', async () => {
    const [her, him] = [
      { victimGivenNames: 'Wenna', perpetratorGivenNames: 'Aldous' },
      { victimGivenNames: 'Aldous', perpetratorGivenNames: 'Wenna' },
    ];
    const born = { victimDateOfBirth: '1990-05-01', perpetratorDateOfBirth: '1990-05-01' };
    const rows = [
      rowOf('Wrayburn', { ...him, ...born, caseKey: 'his', referredOn: '2026-10-06' }),
      rowOf('Yarrowby', {}),
      rowOf('Wrayburn', { ...her, ...born, caseKey: 'hers' }),
    ];
    const { bad } = await foretell(casesOf(rows));
    expect(bad).toMatchObject([{ row: 2, column: 'adviser' }]);
  });

  it('a case that somebody else has taken over under its key is theirs to go on with, and is not taken once more', async () => {
    const taken = casesOf([rowOf('Yelverton'), rowOf('Yealmpton', { adviser: '', allocatedOn: '' })]);
    expect(await take(taken)).toMatchObject([{ problem: null }, { problem: null }]);
    const before = await left();
    const byAnother = await foretell(taken, 'cerys.maddock');
    expect(byAnother.bad.map(({ row, column }) => [row, column])).toEqual([
      [2, 'caseKey'],
      [3, 'caseKey'],
    ]);
    expect(byAnother.bad[0]?.problem).toContain('they have to go on (--as)');
    const forTheService = await foretell(taken, undefined, 'joanna.pike');
    expect(forTheService.bad.map(({ row, column }) => [row, column])).toEqual([
      [2, 'firstAttemptOn'],
      [3, 'firstAttemptOn'],
    ]);
    expect(forTheService.bad[0]?.problem).toContain('said this for the IDVA service already');
    expect((await foretell(taken)).bad, 'whoever began goes on').toEqual([]);
    expect(await left()).toEqual(before);
  });

  it('what somebody else has sent is found by its key, not among all that was ever sent', async () => {
    const { prisma } = product.store;
    await prisma.$executeRaw`insert into command
        (id, actor_id, route, key, body_hash, case_id, type, payload, occurred_at, occurred_precision, status, answer, staged_at)
      select gen_random_uuid(), gen_random_uuid(), case when n % 2 = 0 then 'POST /adoptions' else 'POST /referrals' end,
        'import/' || n || '/referral', '', gen_random_uuid(), 'submitReferral', '{}', now(), 'day', 'resolved', '{"ok": true}', now()
      from generate_series(1, 8000) n`;
    await prisma.$executeRaw`analyze command`;
    const asked = { actorId: idOf('practitioner', 'amy.adeyemi'), route: 'POST /adoptions', caseId: null };
    const read = await prisma.$transaction(async (tx) => {
      const before = await rowsRead(tx, 'command');
      expect(await isSentByAnother(tx, { ...asked, keys: ['import/44/referral', 'import/44/referral~2'] })).toBe(true);
      expect(await isSentByAnother(tx, { ...asked, keys: ['import/45/referral'] })).toBe(false);
      return (await rowsRead(tx, 'command')) - before;
    });
    expect(read).toBeLessThan(400);
    await prisma.$executeRaw`delete from command where body_hash = ''`;
  });

  it('a row beside the cases is named in its own file', async () => {
    const [child = {}] = caseloadExamples.children;
    const cases = casesOf([rowOf('Zennor')], { children: [{ ...child, caseKey: 'old-Zennor' }] });
    expect(await take(cases)).toMatchObject([{ problem: null }]);
    const changed = { ...child, caseKey: 'old-Zennor', notifiedOn: '2026-10-07' };
    const { bad } = await foretell(casesOf([rowOf('Zennor')], { children: [changed] }));
    expect(bad).toMatchObject([{ file: 'children', row: 2, column: 'notifiedOn' }]);
    expect(bad[0]?.problem).toContain('taken over before with something else in it');
  });
});

describe('a case that was stopped in part', () => {
  it('says where and why, stays silent, and is completed by the same file once that is put right', async () => {
    const reference = await keptFrom('Ashenfold', 'joanna.pike');
    const cases = casesOf([rowOf('Ashenfold')]);
    // Nobody asked beforehand: as where something changes between the asking and the taking.
    const [stopped] = await take(cases);
    expect(stopped?.problem).toBe(
      `taken over as ${String(stopped?.reference)} in part, and silent until the rest is. Refused at adviser: This adviser cannot have the case because of whom it is about. Choose another. When that is put right, run the files again: it goes on from there.`,
    );
    const caseNow = () =>
      product.store.prisma.case.findUniqueOrThrow({ where: { reference: stopped?.reference ?? '' } });
    expect(await caseNow()).toMatchObject({ silent: true, adviserId: null });
    expect((await foretell(cases)).bad).toMatchObject([{ row: 2, column: 'adviser' }]);

    const { body } = await as('amy.adeyemi').get<{ entries: readonly { entryId: string }[] }>(
      `/cases/${reference}/deny-list`,
    );
    for (const { entryId } of body.entries)
      await as('amy.adeyemi').post(`/cases/${reference}/deny-list/${entryId}/removal`, {});
    const foretold = await foretell(cases);
    expect(foretold).toMatchObject({ bad: [], takenBefore: 1 });
    expect(foretold.keys.get('import/old-Ashenfold/allocation')).toBe('import/old-Ashenfold/allocation~2');
    expect(foretold.keys.get('import/old-Ashenfold/screening')).toBe('import/old-Ashenfold/screening');
    expect(await take(cases, foretold.keys)).toMatchObject([{ reference: stopped?.reference, problem: null }]);
    expect(await caseNow()).toMatchObject({ silent: false, adviserId: idOf('practitioner', 'joanna.pike') });

    const before = await left();
    const again = await foretell(cases);
    expect(again).toMatchObject({ bad: [], takenBefore: 1 });
    expect(await take(cases, again.keys)).toMatchObject([{ reference: stopped?.reference, problem: null }]);
    expect(await left()).toEqual(before);
  });
});
