import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startProduct } from '../../tests/environment/programs/startProduct.ts';
import { checkFromTheBeginning } from '../../tests/faults/checkAll.ts';
import type { FaultRow } from '../../tests/faults/faultRow.ts';
import { faultRows } from '../../tests/faults/rows/all.ts';
import { lossRow } from '../../tests/faults/rows/restores.ts';
import { createWorld, type World } from '../../tests/faults/world.ts';
import { bundleWorkflows } from '../bundling/bundleWorkflows.ts';
import { ensureEngine } from '../engine/ensureEngine.ts';
import { dataFolder } from '../launch/launch.ts';
import { type RanRow, tableOf } from './tableOf.ts';
import { rowProgress } from './rowProgress.ts';

const usage = `Usage: npm run faults -- [rows] [--times N] [--seed N] [--short] [--products N]
  Does to the running product, every part a process of its own, what may happen to it, and checks after each time that
  nothing is lost and nothing doubled. Without names it does every row as often as the table of faults asks for.
  The rows are shared out among as many products side by side as --products says (1): most of the time is waiting.
  Rows: ${faultRows.map(({ name }) => name).join(', ')}`;
const root = path.resolve(import.meta.dirname, '..', '..');
const say = (line: string) => console.log(line);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      times: { type: 'string' },
      seed: { type: 'string' },
      short: { type: 'boolean' },
      products: { type: 'string', default: '1' },
      help: { type: 'boolean' },
    },
  });
  const unknown = positionals.filter((name) => !faultRows.some((row) => row.name === name));
  const times = values.times === undefined ? null : Number(values.times);
  const products = Number(values.products);
  const isCount = (value: number) => Number.isInteger(value) && value > 0;
  if (values.help || unknown.length > 0 || !isCount(products) || (times !== null && !isCount(times))) {
    say(unknown.length > 0 ? `No such row: ${unknown.join(', ')}.\n${usage}` : usage);
    return values.help ? 0 : 2;
  }
  const rows = positionals.length === 0 ? faultRows : inOrderOf(positionals);
  const seed = values.seed ?? String(randomInt(1_000_000));
  say(`Seed ${seed}: --seed ${seed} does the same again.`);
  const start = await startingWorlds(seed, values.short ? 'short' : 'long');
  const ran: RanRow[] = [];
  const left = [...rows];
  const lanes = Array.from({ length: Math.min(products, rows.length) }, () => runRows(start, left, times, ran));
  const broken = (await Promise.allSettled(lanes)).filter(({ status }) => status === 'rejected');
  for (const lane of broken) say(`A product could not go on: ${String((lane as PromiseRejectedResult).reason)}`);
  // What is checked once more at the end is no row: it comes last.
  const order = new Map(rows.map(({ what }, index) => [what, index]));
  ran.sort((one, other) => (order.get(one.what) ?? rows.length) - (order.get(other.what) ?? rows.length));
  say(tableOf(ran, seed));
  return broken.length === 0 && ran.every(({ failure }) => failure === null) ? 0 : 1;
}

/** Rows in the order in which they were named; the one that loses something always comes last. */
function inOrderOf(names: readonly string[]): readonly FaultRow[] {
  const named = [...new Set(names)].flatMap((name) => faultRows.find((row) => row.name === name) ?? []);
  return [...named.filter((row) => row !== lossRow), ...named.filter((row) => row === lossRow)];
}

/** What it takes to start the product anew, prepared once. */
async function startingWorlds(seed: string, form: World['form']): Promise<() => Promise<World>> {
  const engine = await ensureEngine(process.env, say);
  if (!engine.ok) throw new Error(engine.why);
  const bundlePath = await bundleWorkflows(root);
  const started = () => startProduct({ root, programs: engine.programs, bundlePath, withLines: true });
  return async () => {
    // Beside other products that are being shaken a start may take too long: what has run by then is not lost for that.
    const product = await started().catch(() => started());
    say(`Everything runs; logs and data lie in ${product.folder} until this ends.`);
    return createWorld(product, seed, form);
  };
}

async function endWorld(world: World): Promise<void> {
  await world.close();
  await world.product.stop();
}

/** The folder of the run goes with it; what its programs said is wanted longer. */
function keepLogs(folder: string): string {
  const kept = path.join(dataFolder(root), 'faults', path.basename(folder));
  fs.mkdirSync(kept, { recursive: true });
  for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.log')))
    fs.copyFileSync(path.join(folder, name), path.join(kept, name));
  return kept;
}

/** Takes row after row for one product; after one that fails for a fresh product, so that it takes no other with it. */
async function runRows(
  start: () => Promise<World>,
  left: FaultRow[],
  times: number | null,
  ran: RanRow[],
): Promise<void> {
  let world = await start();
  try {
    for (let row = left.shift(); row; row = left.shift()) {
      // After it the database has lost what it is about, and no longer holds what is checked here.
      if (row === lossRow) ran.push(await everythingOnceMore(world));
      const came = await runRow(world, row, times ?? row.times[world.form]);
      ran.push(came);
      if (row === lossRow) return;
      if (came.failure === null) continue;
      say(`${row.name}: ${came.failure}`);
      say(`The logs are kept in ${keepLogs(world.product.folder)}.`);
      await endWorld(world);
      world = await start();
    }
    ran.push(await everythingOnceMore(world));
  } finally {
    await endWorld(world);
  }
}

async function runRow(world: World, row: Pick<FaultRow, 'name' | 'what' | 'run'>, wanted: number): Promise<RanRow> {
  const before = { sent: world.ledger.acknowledged, lost: world.ledger.lost, copies: world.copies };
  const progress = rowProgress(row.name, wanted, say);
  const failure = await row
    .run(world, wanted, () => progress.step())
    .then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  return {
    what: row.what,
    wanted,
    done: progress.done(),
    seconds: progress.seconds(),
    acknowledged: world.ledger.acknowledged - before.sent,
    sentAgain: world.ledger.lost - before.lost,
    copies: world.copies - before.copies,
    failure,
  };
}

function everythingOnceMore(world: World): Promise<RanRow> {
  const run: FaultRow['run'] = async (_world, _times, done) => checkFromTheBeginning(world).then(done);
  return runRow(
    world,
    { name: 'everything', what: 'everything that was sent, checked once more from the beginning', run },
    1,
  );
}

let code: number;
try {
  code = await main();
} catch (error) {
  console.error((error as Error).message);
  code = 1;
}
process.exit(code);
