import { setTimeout as pause } from 'node:timers/promises';
import { workflowIds } from '../../../contracts/workflowIds.ts';
import { mostEventsOfARun } from '../../../workflows/messages.ts';
import { untilTrue } from '../../environment/programs/untilTrue.ts';
import { checkAll } from '../checkAll.ts';
import { type FaultRow, faultEachTime } from '../faultRow.ts';
import { inLanes } from '../inLanes.ts';
import { anAction, anAttempt, openCase, people, underLoad, type WorkedCase } from '../load.ts';
import { disturbing, type World } from '../world.ts';

/** Events after which the engine asks a run to end, where it is to be asked often. */
const fewEvents = 60;
/** The engine lets ten updates of a case be under way at once; more than that are sent. */
const crowd = 12;

/** Commands sent at once, again and again, in crowds, and clocks that nobody was there for. */
export const commandRows: readonly FaultRow[] = [
  {
    name: 'same-key',
    what: 'the same key sent five times at once, some senders dying before the answer',
    times: { long: 200, short: 20 },
    run: sameKey,
  },
  {
    name: 'continue-as-new',
    what: 'continue-as-new forced at a low limit with commands in flight',
    times: { long: 50, short: 3 },
    run: continuedAsNew,
  },
  faultEachTime(
    { name: 'due-while-down', what: 'a clock due while everything is down', times: { long: 20, short: 1 } },
    dueWhileDown,
  ),
  {
    name: 'bombarded',
    what: 'one case bombarded with so many commands while others work',
    times: { long: 2_500, short: 160 },
    run: bombarded,
  },
];

/** What nine commands that were let in together add to a run that is full already, and its ending. */
const oneTurn = 60;
/** How long the commands of one run may take where the machine has ten times its work. */
const aRunMs = 90_000;

async function sameKey(world: World, times: number, done: () => void): Promise<void> {
  const { ledger, caller } = world;
  const cases: WorkedCase[] = [];
  for (let each = 0; each < 5; each += 1) cases.push(await openCase(world));
  await inLanes(times, 4, async (piece) => {
    const chance = world.chanceFor(`same key ${String(piece)}`);
    const path = `/cases/${chance.pick(cases).reference}/actions`;
    const command = ledger.enter(people.coordinator, path, anAction());
    await Promise.all(
      Array.from({ length: 5 }, async (_, sender) => {
        const dies = sender < 2 ? AbortSignal.timeout(chance.between(1, 60)) : undefined;
        await caller.tryOnce(command, dies);
      }),
    );
    await caller.untilAcknowledged(command);
    done();
  });
  await checkAll(world);
}

async function continuedAsNew(world: World, times: number, done: () => void): Promise<void> {
  const { product, engine, store } = world;
  await product.engine.kill();
  await product.engine.start({ 'limit.historyCount.suggestContinueAsNew': fewEvents });
  const worked = await openCase(world);
  const { id } = await store.prisma.case.findUniqueOrThrow({ where: { reference: worked.reference } });
  const query = `WorkflowId = '${workflowIds.ofCase(id)}' AND ExecutionStatus = 'ContinuedAsNew'`;
  let runs = 0;
  let enough = false;
  const counting = untilTrue(
    'the case has gone on in new runs often enough',
    async () => {
      const { count } = await engine.workflow.count(query);
      for (; runs < Math.min(count, times); runs += 1) done();
      return (enough = runs >= times);
    },
    times * aRunMs,
  );
  const sending = Array.from({ length: crowd }, async () => {
    while (!enough) await worked.send(people.adviser, '/contact-attempts', anAttempt());
  });
  await Promise.all([counting, ...sending]);
  await checkAll(world);
  await product.engine.kill();
  await product.engine.start();
}

/** Every process but the sign-in is gone when the clock comes due; the message goes out late, once, with its due kept. */
async function dueWhileDown(world: World): Promise<void> {
  const { product, store } = world;
  const worked = await openCase(world);
  const due = new Date(Date.now() + 8_000);
  const { created } = await worked.send(
    people.coordinator,
    '/actions',
    anAction({ urgent: true, due: due.toISOString() }),
  );
  await disturbing(world, async () => {
    await Promise.all([product.worker.kill(), product.api.kill(), product.engine.kill(), product.mail.program.kill()]);
    await Promise.all([product.application.stopAtOnce(), product.enginesOwn.stopAtOnce()]);
    if (Date.now() > due.getTime()) throw new Error('It was due before everything was down: the fault did not happen.');
    await pause(due.getTime() + 500 - Date.now());
    await Promise.all([product.application.start(), product.enginesOwn.start()]);
    await Promise.all([product.engine.start(), product.mail.start()]);
    product.worker.start();
    product.api.start();
    await product.ready();
  });
  const clock = await store.prisma.clock.findFirstOrThrow({ where: { subjectId: String(created['actionId']) } });
  const fired = () => store.prisma.rung.findMany({ where: { clockId: clock.id, label: 'dueNow' } });
  await untilTrue('what came due is told', async () => (await fired()).length > 0);
  const [rung] = await fired();
  if (rung?.plannedAt.getTime() !== due.getTime()) throw new Error('The due moment was not kept.');
  await worked.send(people.housing, `/actions/${String(created['actionId'])}/completion`, {});
}

async function bombarded(world: World, times: number, done: () => void): Promise<void> {
  const one = await openCase(world);
  const slowest = { ms: 0 };
  const others = underLoad(world, { cases: world.form === 'long' ? 40 : 4, commandsEach: 6 }, () =>
    inLanes(times, crowd, async () => {
      await one.send(people.adviser, '/contact-attempts', anAttempt());
      done();
    }),
  );
  // Somebody in another case, again and again: nobody there may have to wait for the crowd.
  const bystander = await openCase(world);
  let over = false;
  const watching = (async () => {
    while (!over) {
      const from = Date.now();
      await bystander.send(people.coordinator, '/actions', anAction());
      slowest.ms = Math.max(slowest.ms, Date.now() - from);
      await pause(250);
    }
  })();
  // Where the row fails, nobody goes on sending to a product that is about to be ended.
  watching.catch(() => undefined);
  await others.finally(() => (over = true));
  await watching;
  if (slowest.ms > 10_000) throw new Error(`Somebody in another case waited for ${String(slowest.ms)} ms.`);
  await checkAll(world);
  await checkRuns(world, one);
}

/** Every run of the history is short enough to be replayed at once; what came in the last turn of a run is over and above. */
async function checkRuns({ engine, store }: World, { reference }: WorkedCase): Promise<void> {
  const { id } = await store.prisma.case.findUniqueOrThrow({ where: { reference } });
  const lengths: number[] = [];
  for await (const run of engine.workflow.list({ query: `WorkflowId = '${workflowIds.ofCase(id)}'` }))
    lengths.push((await engine.workflow.getHandle(run.workflowId, run.runId).describe()).historyLength);
  const longest = Math.max(...lengths);
  if (lengths.length < 2) throw new Error('The crowd was too small for the case to go on in a new run.');
  if (longest > mostEventsOfARun + oneTurn) throw new Error(`A run of the case has ${String(longest)} events.`);
}
