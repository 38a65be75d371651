import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stages } from '../../domain/lifecycle/stage.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales, workingDaysAfter } from '../../domain/calendar/workingCalendar.ts';
import { systemClock } from '../../platform/clock.ts';
import { sendCaseload } from '../../scripts/caseload/sendCaseload.ts';
import { productClient } from '../../scripts/year/productClient.ts';
import { startPrograms, type StartedPrograms } from '../year/startPrograms.ts';

const patienceMs = 240_000;
let programs: StartedPrograms;

beforeAll(async () => {
  programs = await startPrograms();
}, patienceMs);
afterAll(() => programs.stop(), patienceMs);

interface Seen {
  readonly items: readonly Readonly<Record<'reference' | 'stage' | 'kind' | 'on' | 'what', string>>[];
}

describe('the invented caseload of a first start', () => {
  it('shows a busy area at every stage, with work that is late, a meeting on the next working day and a hearing within the week, and sent again it adds nothing', async () => {
    const client = productClient(programs.addresses);
    const today = londonDate(systemClock.now());
    const look = async (path: string) => (await client.send({ as: 'amy.adeyemi', path })).body as unknown as Seen;

    expect(await sendCaseload(client, today, ['medway'])).toEqual({ cases: 14, assessments: 2, setbacks: [] });
    const { items } = await look('/cases?limit=100');
    const passedThrough = new Set(['new', 'graded', 'declined', 'transferred', 'merged']);
    expect(new Set(items.map(({ stage }) => stage))).toEqual(
      new Set(stages.filter((stage) => !passedThrough.has(stage))),
    );
    const late = await look('/overdue?limit=100');
    expect(late.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['action', 'screen', 'firstContact', 'contactDecision', 'engagement']),
    );
    const exceptions = await look('/exceptions');
    expect(exceptions.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['unallocated', 'suspended', 'incomplete']),
    );
    for (const status of ['handedOver', 'takenOn'])
      expect((await look(`/assessments?status=${status}`)).items, status).toHaveLength(1);

    const nextDay = workingDaysAfter(englandAndWales, today, 1).date;
    const meetings = (await look('/meetings?area=medway')).items;
    expect(meetings.map(({ on }) => on)).toContain(nextDay);
    const { items: diary } = await look(`/court-diary?area=medway&until=${addDays(today, 7)}`);
    expect(diary.filter(({ what }) => what === 'hearing')).not.toEqual([]);

    expect(await sendCaseload(client, today, ['medway'])).toEqual({ cases: 14, assessments: 2, setbacks: [] });
    expect((await look('/cases?limit=100')).items).toHaveLength(items.length);
  }, 240_000);
});
