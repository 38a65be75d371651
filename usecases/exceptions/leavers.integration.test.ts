import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { caseExceptions } from '../../store/exceptions/caseExceptions.ts';
import { addPractitioners } from '../../store/practitioners/addPractitioners.ts';
import { fromIsoDate } from '../../store/time.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { type MadeCases, madeCases } from '../../tests/environment/madeCases.ts';
import { rowsRead } from '../../tests/environment/rowsRead.ts';
import { countExceptions } from './countExceptions.ts';
import { listExceptions } from './listExceptions.ts';

/** Thursday 5 March; ten working days later is Thursday 19 March. */
const today = '2026-03-05';
let made: MadeCases;

beforeAll(async () => {
  made = await madeCases(moment(`${today} 12:00`));
});
afterAll(() => made?.end());

/** What is stuck as somebody of development sees it, counted as it is listed. */
async function stuckFor(subject: string) {
  const { reading } = made;
  const { deps } = reading;
  const who = await reading.actor(subject);
  const listed = await listExceptions(deps, who, 'a test', undefined);
  if (!listed.ok) throw new Error(listed.code);
  expect(await countExceptions(deps, who, 'a test'), subject).toBe(listed.items.length);
  return listed.items;
}

const leaves = (subject: string, endsOn: string | null) =>
  made.store.prisma.practitioner.update({
    where: { subject },
    data: { endsOn: endsOn === null ? null : fromIsoDate(endsOn) },
  });

async function anybody(role: 'agencyLead' | 'coordinator', of: { areaId: string | null; agencyId: string | null }) {
  const subject = `somebody.${newId()}`;
  const appointments = [{ id: newId(), role, startsOn: '2020-01-01', ...of }];
  const person = {
    id: idOf('practitioner', subject),
    subject,
    name: 'Somebody Else',
    email: `${subject}@marac.example`,
  };
  await addPractitioners(made.store.prisma, [{ ...person, appointments }]);
  return subject;
}

describe('what somebody who leaves still has', () => {
  test('is seen by the lead of their agency, who sees nothing else of what is stuck', async () => {
    const { referral } = await made.make.withAction(false);
    // The case has no adviser, and nobody who leads an agency is told so.
    expect((await stuckFor('amy.adeyemi')).map(({ kind }) => kind)).toContain('unallocated');
    expect(await stuckFor('stefan.lindqvist')).toEqual([]);
    await leaves('quentin.ashby', '2026-03-10');
    expect(await stuckFor('stefan.lindqvist')).toMatchObject([{ kind: 'leaver', reference: referral.reference }]);
    expect(await stuckFor('rosa.delgado')).toEqual([]);
    const leavers = (await stuckFor('amy.adeyemi')).filter(({ kind }) => kind === 'leaver');
    expect(leavers.map(({ reference }) => reference)).toEqual([referral.reference]);
    await leaves('quentin.ashby', null);
  });

  test('is looked up for those who leave alone, among all that others have', async () => {
    const { prisma } = made.store;
    const { referral } = await made.make.withAction(false);
    const { data, ...clock } = await prisma.clock.findFirstOrThrow();
    const others = Array.from({ length: 4_000 }, () => ({
      ...clock,
      data: data as object,
      id: newId(),
      ownerId: newId(),
    }));
    await prisma.clock.createMany({ data: others });
    await prisma.$executeRaw`analyze clock`;
    await leaves('quentin.ashby', '2026-03-10');
    const actor = await made.reading.actor('amy.adeyemi');
    const { found, read } = await prisma.$transaction(async (tx) => ({
      found: await caseExceptions(tx, actor, null, 500),
      read: await rowsRead(tx, 'clock'),
    }));
    expect(found).toContainEqual(expect.objectContaining({ kind: 'leaver', reference: referral.reference }));
    expect(read).toBeLessThan(1_000);
    await leaves('quentin.ashby', null);
  });
});

describe('a post that nobody else holds', () => {
  const posts = async (subject: string) =>
    (await stuckFor(subject)).flatMap(({ kind, post, area, since }) =>
      kind === 'postEnds' ? [{ post, area, since }] : [],
    );

  test('is stuck ten working days before it ends, for system administrators and whoever supervises its area', async () => {
    for (const who of ['wanda.osei', 'grace.oyelaran']) expect(await posts(who)).toEqual([]);
    const thanet = idOf('area', 'thanet');
    await made.store.prisma.appointment.deleteMany({ where: { role: 'coordinator', areaId: thanet } });
    const only = await anybody('coordinator', { areaId: thanet, agencyId: null });
    await leaves(only, '2026-03-19');
    for (const who of ['wanda.osei', 'grace.oyelaran']) expect(await posts(who)).toEqual([]);
    await leaves(only, '2026-03-18');
    const ends = { post: { role: 'coordinator', agency: null }, area: 'thanet', since: moment('2026-03-19 00:00') };
    for (const who of ['wanda.osei', 'grace.oyelaran']) expect(await posts(who), who).toEqual([ends]);
    expect(await posts('amy.adeyemi')).toEqual([]);

    await leaves(only, addDays(today, -20));
    expect(await posts('wanda.osei')).toMatchObject([{ area: 'thanet' }]);
    await anybody('coordinator', { areaId: thanet, agencyId: null });
    expect(await posts('wanda.osei')).toEqual([]);
  });

  test('is named with its agency', async () => {
    const lead = await anybody('agencyLead', { areaId: null, agencyId: idOf('agency', 'fire') });
    await leaves(lead, today);
    expect(await posts('wanda.osei')).toMatchObject([{ post: { role: 'agencyLead', agency: 'fire' }, area: null }]);
  });
});
