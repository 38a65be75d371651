import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { dutiesAhead } from '../../usecases/clocks/dutiesAhead.ts';
import { overdueBoard } from '../../usecases/clocks/overdueBoard.ts';
import { myTasks } from '../../usecases/tasks/myTasks.ts';
import { beginDraft } from '../../usecases/referral/referralDrafts.ts';
import { ownSections } from '../../web/pages/start/ownSections.ts';
import { startPage } from '../../web/pages/start/page.ts';
import { presentStart } from '../../web/pages/start/present.ts';
import { readNames } from '../../usecases/office/readNames.ts';
import { moment } from '../environment/caseInStore.ts';
import { type MadeCases, madeCases } from '../environment/madeCases.ts';

const now = moment('2026-03-05 12:00');
let made: MadeCases;
let reading: MadeCases['reading'];

beforeAll(async () => {
  made = await madeCases(now);
  ({ reading } = made);
  const { make } = made;
  await make.received();
  await make.allocated();
  await make.attempted('unsafe');
  await make.withAction(true);
  await make.withAction(false);
  await make.handedOn(true);
});
afterAll(() => made?.end());

/** What the start page counts for somebody, and the lists its figures lead to. */
async function figures(subject: string) {
  const { deps } = reading;
  const actor = await reading.actor(subject);
  const duties = await dutiesAhead(deps, actor, 'test', { days: 7, limit: 100 });
  const { items } = await myTasks(deps, actor, 'test', { until: '2026-03-12', after: null, limit: 500 });
  const late = async (agency?: string) => {
    const board = await overdueBoard(deps, actor, 'test', { agency, after: null, limit: 500 });
    return board.ok ? board.items.length : -1;
  };
  return { duties, tasks: items, late };
}

describe('the figures of the start page', () => {
  it.each(['joanna.pike', 'leila.haddad', 'quentin.ashby', 'stefan.lindqvist', 'owen.tregear'])(
    'are those of the tasks to which they lead, and of the board for each agency: %s',
    async (subject) => {
      const { duties, tasks, late } = await figures(subject);
      const overdue = tasks.filter((each) => each.overdue).length;
      expect(duties).toMatchObject({ scope: 'own', overdue, soon: tasks.length - overdue });
      expect(duties.first.map(({ clockId }) => clockId)).toEqual(tasks.map(({ clockId }) => clockId));
      for (const managed of duties.managed) expect(managed.overdue).toBe(await late(managed.agency));
    },
  );

  it('are those of the board where somebody runs the MARAC', async () => {
    const { duties, late } = await figures('amy.adeyemi');
    expect(duties).toMatchObject({ scope: 'area', overdue: await late(), managed: [] });
    expect(duties.overdue).toBeGreaterThan(0);
  });

  it('count for whoever stands in what a colleague has not done in time', async () => {
    const before = await figures('leila.haddad');
    const absence = {
      practitionerId: idOf('practitioner', 'joanna.pike'),
      coverId: idOf('practitioner', 'leila.haddad'),
    };
    const days = { fromDate: new Date('2026-03-01'), untilDate: new Date('2026-03-09') };
    await made.store.prisma.absence.create({ data: { id: newId(), ...absence, ...days } });
    const { duties } = await figures('leila.haddad');
    expect(duties.overdue).toBeGreaterThan(before.duties.overdue);
    // What is late in the service stays the same, whoever is away.
    expect(duties.managed).toEqual(before.duties.managed);
  });

  it('stand on tiles that each lead to the list that was counted', async () => {
    const { duties } = await figures('leila.haddad');
    const names = await readNames(reading.deps);
    const none = { cases: [], climbed: [], linesShown: 12, handedOver: 0 };
    const { tiles } = presentStart({ ...none, duties, stuck: null, parked: null, names, now });
    expect(tiles.map(({ href }) => href)).toEqual(['/tasks', '/tasks', '/overdue?agency=kent-idva-service']);
    const ofAreas = { ...duties, scope: 'area' as const, managed: [] };
    const others = presentStart({ ...none, duties: ofAreas, stuck: 0, parked: 3, handedOver: 2, names, now }).tiles;
    expect(others.map(({ href }) => href)).toEqual([
      ...['/overdue', '/overdue?soon=7', '/exceptions', '/commands/parked', '/assessments?status=handedOver'],
    ]);
  });
});

describe('what the start page has for some alone', () => {
  const sections = async (subject: string) => {
    const { deps } = reading;
    const names = await readNames(deps);
    return ownSections(deps, { actor: await reading.actor(subject), route: 'test', now, names });
  };

  it('is nothing for whoever is neither chair nor supervisor and refers nobody', async () => {
    for (const subject of ['amy.adeyemi', 'joanna.pike', 'viktor.sandor', 'wanda.osei'])
      expect(await sections(subject)).toEqual({ chair: null, supervisor: null, referrer: null });
  });

  it('is what has climbed to a chair, and to nobody else, with the next meetings and their agendas', async () => {
    expect((await sections('esther.quaye')).chair?.escalated).toEqual([]);
    const { prisma } = made.store;
    const overdue = { status: 'running', overdueAt: { lte: new Date(now) } };
    const clocks = await prisma.clock.findMany({ where: { ...overdue, about: 'case' }, take: 2 });
    const told = { practitionerId: idOf('practitioner', 'esther.quaye'), role: 'chair' };
    for (const [at, { id: clockId, caseId }] of clocks.entries()) {
      await prisma.clock.update({ where: { id: clockId }, data: { rungsFired: 4 } });
      const rung = { id: newId(), caseId, clockId, round: 90, rung: 4, label: '+5', noted: [] };
      // The second was told of as somebody else.
      const recipients = [at === 0 ? told : { ...told, role: 'coordinator' }];
      await prisma.rung.create({ data: { ...rung, firedAt: new Date(now), plannedAt: new Date(now), recipients } });
    }
    const { chair } = await sections('esther.quaye');
    expect(chair?.escalated.map(({ href }) => href)).toEqual([`/clocks/${clocks[0]?.id ?? ''}`]);
    expect(chair?.meetings).toHaveLength(3);
    for (const { href, agendaHref } of chair?.meetings ?? []) expect(agendaHref).toBe(`${href}/agenda`);
    expect((await sections('fergus.hallam')).chair?.escalated).toEqual([]);
    // It is among the soonest as well, and stands on the page once.
    const actor = await reading.actor('esther.quaye');
    const page = { actor, now, route: 'test', params: {}, query: {}, publicUrl: 'http://here' };
    const shown = await startPage.show(page, reading.deps);
    const { duties, besideClimbed } = ('data' in shown ? shown.data : {}) as ReturnType<typeof presentStart>;
    const soonest = await dutiesAhead(reading.deps, actor, 'test', { days: 7, limit: 24 });
    const climbed = clocks[0]?.id ?? '';
    expect(soonest.first.map(({ clockId }) => clockId)).toContain(climbed);
    const others = soonest.first.filter(({ clockId }) => clockId !== climbed).slice(0, 12);
    expect([duties?.map(({ href }) => href), besideClimbed]).toEqual([
      others.map(({ clockId }) => `/clocks/${clockId}`),
      true,
    ]);
  });

  it('is for a supervisor the areas side by side as the board counts them, and who is away with nobody in their place', async () => {
    const { supervisor } = await sections('grace.oyelaran');
    const board = await overdueBoard(reading.deps, await reading.actor('grace.oyelaran'), 'test', {
      ...{ area: 'maidstone', after: null, limit: 500 },
    });
    const counted = board.ok ? board.items : [];
    const long = counted.filter(({ daysLate }) => daysLate >= 5);
    expect(supervisor?.areas).toMatchObject([{ overdue: String(counted.length), long: String(long.length) }]);
    expect(supervisor?.away).toEqual([]);
    const away = { id: newId(), practitionerId: idOf('practitioner', 'bruno.castelli'), coverId: null };
    const days = { fromDate: new Date('2026-03-01'), untilDate: new Date('2026-03-09') };
    await made.store.prisma.absence.create({ data: { ...away, ...days } });
    const after = (await sections('grace.oyelaran')).supervisor;
    expect(after?.away).toEqual([
      { name: 'Bruno Castelli', until: expect.stringContaining('9 March') as string, cover: null },
    ]);
  });

  it('is for a referrer what they have begun and not sent, and nobody else’s', async () => {
    const marek = await reading.actor('marek.nowak');
    const begun = await beginDraft(reading.deps, { actor: marek, route: 'test', key: 'one' }, {});
    if (!begun.ok) throw new Error(begun.code);
    const { referrer } = await sections('marek.nowak');
    expect(referrer?.drafts.map(({ href }) => href)).toEqual([`/refer/drafts/${begun.draftId}`]);
    expect((await sections('nuala.brennan')).referrer?.drafts).toEqual([]);
  });
});
