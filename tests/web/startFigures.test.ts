import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { dutiesAhead } from '../../usecases/clocks/dutiesAhead.ts';
import { overdueBoard } from '../../usecases/clocks/overdueBoard.ts';
import { myTasks } from '../../usecases/tasks/myTasks.ts';
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
    const { tiles } = presentStart({ duties, stuck: null, parked: null, cases: [], names, now });
    expect(tiles.map(({ href }) => href)).toEqual(['/tasks', '/tasks', '/overdue?agency=kent-idva-service']);
    const ofAreas = { ...duties, scope: 'area' as const, managed: [] };
    const others = presentStart({ duties: ofAreas, stuck: 0, parked: 3, cases: [], names, now }).tiles;
    expect(others.map(({ href }) => href)).toEqual(['/overdue', '/overdue?soon=7', '/exceptions', '/commands/parked']);
  });
});
