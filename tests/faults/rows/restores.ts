import { calendarMade } from '../../environment/programs/calendarMade.ts';
import { untilTrue } from '../../environment/programs/untilTrue.ts';
import { backUp, putBack, reprojectWorkflows } from '../backup.ts';
import { aCanaryReferral } from '../canaries.ts';
import { checkAudit, forgetAnchors } from '../checkAudit.ts';
import { checkCase } from '../checkCase.ts';
import { checkCommands } from '../checkCommands.ts';
import { type FaultRow, faultEachTime } from '../faultRow.ts';
import type { SentCommand } from '../ledger.ts';
import { anAction, anAttempt, openCase, people, type WorkedCase, workOn } from '../load.ts';
import { settled } from '../settled.ts';
import { disturbing, type World } from '../world.ts';

/** How far apart the two databases are after the restore. */
const apart = { long: 30_000, short: 3_000 } as const;

/** Databases restored to another moment than the other one, and what the operator then does: one command. */
export const restoreRows: readonly FaultRow[] = [
  faultEachTime(
    {
      name: 'engine-restored-older',
      what: 'engine’s database restored 30 s older than the application’s',
      times: { long: 3, short: 1 },
    },
    engineOlder,
  ),
  faultEachTime(
    {
      name: 'engine-restored-newer',
      what: 'engine’s database 30 s newer than the application’s',
      times: { long: 3, short: 1 },
    },
    engineNewer,
  ),
];

/** The last row of all: what is lost by it is lost, and what went out by mail about it went out. */
export const lossRow: FaultRow = {
  name: 'application-restored-older',
  what: 'application’s database restored 30 s older, without its log',
  times: { long: 1, short: 1 },
  run: applicationOlder,
};

/** Works on cases, old ones and new ones, until so much time has passed. */
async function workFor(world: World, milliseconds: number, old: readonly WorkedCase[]): Promise<WorkedCase[]> {
  const until = Date.now() + milliseconds;
  const opened: WorkedCase[] = [];
  const lane = async (theCase: WorkedCase): Promise<void> => {
    do await workOn(theCase);
    while (Date.now() < until);
  };
  const opening = async (): Promise<void> => {
    do opened.push(await openCase(world));
    while (Date.now() < until);
  };
  await Promise.all([...old.map(lane), opening()]);
  return opened;
}

async function someCases(world: World): Promise<WorkedCase[]> {
  return Promise.all(Array.from({ length: 4 }, () => openCase(world)));
}

async function rebuildWorkflows(world: World): Promise<void> {
  const { code, said } = await reprojectWorkflows(world);
  if (code !== 0) throw new Error(`The workflows could not be rebuilt: ${said}`);
}

async function engineOlder(world: World): Promise<void> {
  const { product, form } = world;
  const old = await someCases(world);
  await product.engine.kill();
  const copy = await backUp(product.enginesOwn);
  await product.engine.start();
  const opened = await workFor(world, apart[form], old);
  await disturbing(world, async () => {
    await Promise.all([product.worker.kill(), product.engine.kill()]);
    await putBack(product.enginesOwn, copy);
    await product.engine.start();
    await rebuildWorkflows(world);
    product.worker.start();
  });
  for (const theCase of [...old, ...opened]) await theCase.send(people.coordinator, '/actions', anAction());
}

/**
 * Nobody is acknowledged anything after the copy of the application's database, and the calendar of a new product is made; the clocks go on, and a rung fires
 * that the restored database knows nothing of. It fires again, and its message goes out once more as the same one.
 */
async function engineNewer(world: World): Promise<void> {
  const { product, form, store } = world;
  await calendarMade(product);
  const [first, ...others] = await someCases(world);
  if (!first) throw new Error('There is no case.');
  const due = new Date(Date.now() + apart[form] + 4_000);
  const action = anAction({ urgent: true, due: due.toISOString() });
  const { created } = await first.send(people.coordinator, '/actions', action);
  const actionId = String(created['actionId']);
  const fired = async () => {
    const clock = await store.prisma.clock.findFirst({ where: { subjectId: actionId } }).catch(() => null);
    const known = { clockId: clock?.id ?? '', label: 'dueNow' };
    return (await store.prisma.rung.count({ where: known }).catch(() => 0)) > 0;
  };
  await settled(world);
  await disturbing(world, async () => {
    await product.api.kill();
    const copy = await backUp(product.application);
    await untilTrue('the rung fires that will be forgotten', fired);
    await product.worker.kill();
    await putBack(product.application, copy);
    forgetAnchors(world);
    await rebuildWorkflows(world);
    product.worker.start();
    product.api.start();
    // Before anybody can say that the action is done: then there would be nothing to tell any more.
    await untilTrue('what was forgotten fires again', fired);
  });
  for (const theCase of [first, ...others]) await theCase.send(people.adviser, '/contact-attempts', anAttempt());
  await first.send(people.housing, `/actions/${actionId}/completion`, {});
}

async function applicationOlder(world: World, times: number, done: () => void): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    await applicationOlderOnce(world);
    done();
  }
}

async function applicationOlderOnce(world: World): Promise<void> {
  const { product, form, ledger } = world;
  await calendarMade(product);
  const old = await someCases(world);
  await settled(world);
  const { copy, staged, decided } = await backUpWithStaged(world, old);
  const kept = new Set(ledger.all());
  await decided;
  await workFor(world, apart[form], old);
  await settled(world);
  const lost = ledger.all().filter((command) => !kept.has(command));
  await Promise.all([product.worker.kill(), product.api.kill()]);
  await putBack(product.application, copy);
  forgetAnchors(world);
  const { code, said } = await reprojectWorkflows(world);
  const named = [...said.matchAll(/^To be entered again: .* command (\S+)$/gm)].map(([, id]) => id).toSorted();
  const missing = lost.map(({ acknowledged }) => acknowledged?.commandId).toSorted();
  if (code !== 1 || named.join() !== missing.join())
    throw new Error(`${String(named.length)} commands are named, ${String(missing.length)} are missing: ${said}`);
  product.worker.start();
  product.api.start();
  await product.ready();
  await enterAgain(world, lost, old, staged);
}

/**
 * A copy in which an action and a referral are staged and nothing is decided of them: the worker comes back after it.
 * Once the copy is put back the engine has long decided what is staged there, and it has to be decided once more.
 */
async function backUpWithStaged(world: World, [known]: readonly WorkedCase[]) {
  const { product, store, ledger, caller } = world;
  if (!known) throw new Error('There is no case.');
  world.cases += 1;
  const staged = [
    ledger.enter(people.coordinator, `/cases/${known.reference}/actions`, anAction()),
    ledger.enter(people.referrer, '/referrals', aCanaryReferral(world.cases, 'swale')),
  ];
  await product.worker.kill();
  const decided = Promise.all(staged.map((command) => caller.untilAcknowledged(command))).then(([action]) => {
    known.revision = Math.max(known.revision, action?.revision ?? 0);
  });
  decided.catch(() => undefined);
  // The calendar may have something staged of its own meanwhile.
  const theirs = { status: 'staged', key: { in: staged.map(({ key }) => key) } };
  const waiting = () => store.prisma.command.count({ where: theirs });
  await untilTrue('both are staged', async () => (await waiting()) === staged.length);
  const copy = await backUp(product.application);
  product.worker.start();
  return { copy, staged, decided };
}

/** What was lost about cases that are still there is entered again, with the keys it had; the cases go on from there. */
async function enterAgain(
  world: World,
  lost: readonly SentCommand[],
  old: readonly WorkedCase[],
  staged: readonly SentCommand[],
): Promise<void> {
  const { ledger, caller } = world;
  const isOld = ({ path }: SentCommand) => old.some(({ reference }) => path.startsWith(`/cases/${reference}/`));
  // What came about an action that was lost too has to be entered about the new one: here it is left out.
  const again = lost.filter((command) => isOld(command) && !command.path.endsWith('/completion'));
  for (const command of lost) ledger.forget(command);
  // What was staged is decided anew, on a record that is shorter: whoever asks again is told of that decision.
  for (const command of staged) {
    command.acknowledged = null;
    await caller.untilAcknowledged(command);
  }
  // Versions count anew in a database that was restored: who enters it again has looked at what stands there now.
  for (const { as, path, body, ifMatch } of again)
    await caller.untilAcknowledged(ledger.enter(as, path, body, ifMatch === null ? null : '*'));
  await settled(world);
  const about = ledger
    .all()
    .filter(
      (command) =>
        staged.includes(command) ||
        isOld(command) ||
        old.some(({ reference }) => command.acknowledged?.reference === reference),
    );
  for (const caseId of await checkCommands(world, about)) await checkCase(world, caseId);
  await checkAudit(world);
}
