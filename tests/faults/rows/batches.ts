import { randomUUID } from 'node:crypto';
import { epochMs, londonDate, londonMoment } from '../../../domain/calendar/london.ts';
import { idOf } from '../../../dev/seedDevelopment.ts';
import { untilTrue } from '../../environment/programs/untilTrue.ts';
import { canaries } from '../canaries.ts';
import { checkAll } from '../checkAll.ts';
import type { FaultRow } from '../faultRow.ts';
import { inLanes } from '../inLanes.ts';
import { anAction, openCase, people, type WorkedCase } from '../load.ts';
import { settled } from '../settled.ts';
import { disturbing, type World } from '../world.ts';

const area = 'maidstone';
const systemAdministrator = 'wanda.osei';
const service = 'kent-idva-service';
/** How many cases one decision is about. */
const many = { short: 6, long: 200 } as const;

/** One decision that goes to many cases: the worker is killed again and again before it has reached them all. */
export const batchRows: readonly FaultRow[] = [
  {
    name: 'meeting-fan-out',
    what: 'worker killed while a concluded meeting tells its cases, 200 of them',
    times: { long: 20, short: 1 },
    run: meetingFansOut,
  },
  {
    name: 'caseload-handover',
    what: 'worker killed while a whole caseload is handed over, 200 cases',
    times: { long: 20, short: 1 },
    run: caseloadHandedOver,
  },
];

async function openCases(world: World): Promise<readonly WorkedCase[]> {
  const opened: WorkedCase[] = [];
  await inLanes(many[world.form], 6, async () => void opened.push(await openCase(world, area)));
  return opened;
}

/** One decision at the table, an action for each case: it is set in each of them, once. */
async function meetingFansOut(world: World, times: number, done: () => void): Promise<void> {
  const { store } = world;
  const cases = await openCases(world);
  const meetingId = await emergencyMeeting(world);
  const at = (path: string, body: object) => sent(world, people.coordinator, `/meetings/${meetingId}${path}`, body);
  await inLanes(cases.length, 6, async (piece) => {
    const worked = cases[piece - 1];
    if (!worked) return;
    await worked.send(people.coordinator, '/grade', {}, `"${String(worked.revision)}"`);
    await worked.send(people.coordinator, '/emergency-listing', { meetingId, reason: canaries.words });
  });
  // The meeting hears of each case by a command of its own.
  await settled(world);
  const today = { occurredAt: londonDate(new Date().toISOString()) };
  const there = { agency: 'police', name: canaries.given, presence: 'present', signed: true };
  await at('/attendance', { ...today, attendees: [there] });
  for (const { reference } of cases) {
    const taken = { ...today, reference, outcome: 'presented', presentedBy: 'police', risks: ['physicalHarm'] };
    await at('/cases', { ...taken, actions: [anAction()] });
  }
  const { commandId } = await at('/conclusion', today);
  world.causes.add(commandId);
  const told = () => store.prisma.command.count({ where: { causeId: commandId, status: 'resolved' } });
  await killedOnTheWay(world, { times, total: cases.length, told, done });
  await checkAll(world);
  const ids = (
    await store.prisma.case.findMany({ where: { reference: { in: cases.map((each) => each.reference) } } })
  ).map(({ id }) => id);
  const stages = await store.prisma.case.groupBy({ by: ['stage'], where: { id: { in: ids } }, _count: true });
  const set = await store.prisma.action.groupBy({ by: ['caseId'], where: { caseId: { in: ids } }, _count: true });
  const heard = stages.find(({ stage }) => stage === 'heard')?._count ?? 0;
  if (heard !== cases.length || set.length !== cases.length || set.some(({ _count }) => _count !== 1))
    throw new Error(
      `Of ${String(cases.length)} cases ${String(heard)} were heard; actions: ${set.map(({ _count }) => _count).join(' ')}.`,
    );
}

/** Every case of one adviser goes to another, each once and with its result. */
async function caseloadHandedOver(world: World, times: number, done: () => void): Promise<void> {
  const { store, caller } = world;
  const cases = await openCases(world);
  const references = cases.map(({ reference }) => reference);
  const to = await anotherAdviser(world);
  const body = { from: idOf('practitioner', people.adviser), to, reason: canaries.words, cases: references };
  const { handoverId } = await sent(world, people.serviceManager, `/services/${service}/caseload-handovers`, body);
  const read = async () =>
    (await caller.get(people.serviceManager, `/services/${service}/caseload-handovers/${handoverId}`)) as HandoverSeen;
  const rows = await store.prisma.command.findMany({ where: { route: { endsWith: handoverId } } });
  for (const { id } of rows) world.handedOver.add(id);
  const told = () => store.prisma.command.count({ where: { route: { endsWith: handoverId }, status: 'resolved' } });
  await killedOnTheWay(world, { times, total: cases.length, told, done });
  await checkAll(world);
  const held = await store.prisma.case.count({ where: { reference: { in: references }, adviserId: to } });
  const { cases: results } = await read();
  const recorded = results.filter(({ status }) => status === 'done').length;
  if (held !== cases.length || recorded !== cases.length || results.length !== cases.length)
    throw new Error(
      `Of ${String(cases.length)} cases ${String(held)} have the new adviser; ${String(recorded)} say that they were handed over.`,
    );
}

/** A meeting of this very day, with room for all of them; a day that is nearly over is waited for to end. */
async function emergencyMeeting(world: World): Promise<string> {
  const now = () => new Date().toISOString();
  const today = (time: string) => londonMoment(londonDate(now()), time);
  await untilTrue('a day has begun', () => Date.now() < epochMs(today('23:58')), 150_000);
  const body = { area, kind: 'emergency', startsAt: today('23:59'), capacity: 200 };
  return (await sent(world, people.coordinator, '/meetings', body)).meetingId;
}

/** Somebody new in the service, with a post as an adviser. */
async function anotherAdviser(world: World): Promise<string> {
  const person = { name: 'Nadia Okoro', email: 'nadia.okoro@kent-idva.example', subject: 'nadia.okoro' };
  const { id } = await sent(world, systemAdministrator, '/administration/people', person);
  const from = londonDate(new Date().toISOString());
  await sent(world, systemAdministrator, `/administration/people/${id}/posts`, { role: 'idva', agency: service, from });
  return id;
}

interface Made {
  readonly commandId: string;
  readonly meetingId: string;
  readonly handoverId: string;
  readonly id: string;
}

/** What is about no case of the load: sent again under its key until it is taken. */
async function sent({ caller }: World, as: string, path: string, body: object): Promise<Made> {
  const key = randomUUID();
  let made: Made | undefined;
  await untilTrue(`${path} is taken`, async () => {
    const answer = await caller.post(as, path, body, key).catch(() => null);
    if (answer === null || answer.status === 202 || answer.status === 503) return false;
    if (!answer.ok) throw new Error(`${path} was answered ${String(answer.status)}: ${await answer.text()}`);
    made = (await answer.json()) as Made;
    return true;
  });
  if (!made) throw new Error(`${path} was never answered.`);
  return made;
}

interface HandoverSeen {
  readonly cases: readonly { readonly status: string }[];
}

interface Way {
  readonly times: number;
  readonly total: number;
  readonly told: () => Promise<number>;
  readonly done: () => void;
}

/** Kills the worker each time a further part of the cases has been reached, and waits until all of them are. */
async function killedOnTheWay(world: World, { times, total, told, done }: Way): Promise<void> {
  const { product } = world;
  for (let time = 1; time <= times; time += 1) {
    const reached = Math.floor((time * total) / (times + 1));
    await untilTrue(`${String(reached)} cases are reached`, async () => (await told()) >= reached, 300_000);
    await disturbing(world, async () => {
      await product.worker.kill();
      product.worker.start();
    });
    done();
  }
  await untilTrue('every case is reached', async () => (await told()) === total, 300_000);
}
