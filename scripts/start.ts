import path from 'node:path';
import { lockHolder, takeLock } from './bootstrap/lock.mjs';
import { firstCaseload } from './caseload/firstCaseload.ts';
import { bringDown, bringUp } from './launch/bringUp.ts';
import { closingBlock, forgetStarted, notedStart, noteStarted } from './launch/closingBlock.ts';
import { dataFolder, prepareLaunch } from './launch/launch.ts';

const root = path.resolve(import.meta.dirname, '..');
const dataDir = dataFolder(root);
const say = (line: string) => console.log(line);

async function main(words: readonly string[]): Promise<number> {
  if (words.some((word) => word !== '--empty')) {
    console.error('npm start takes one word: `npm start -- --empty` starts without the invented caseload.');
    return 2;
  }
  if (process.env['NODE_ENV'] === 'production') {
    console.error('npm start is for development; README.md says how to run the product for real.');
    return 1;
  }
  const lock = await lockOrRunningBlock();
  if (typeof lock === 'string') {
    say(lock);
    return 0;
  }
  const stopAsked = new Promise<'stop'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('stop'));
  });
  forgetStarted(dataDir);
  const launch = prepareLaunch(root, process.env, say);
  let code = 0;
  try {
    const up = bringUp(launch).then(async (servers) => {
      await firstCaseload(launch, words.includes('--empty'));
      return servers;
    });
    // A stop in the middle of a start waits for the step at hand: none of them is left half done.
    const first = await Promise.race([up, stopAsked]);
    if (first !== 'stop') {
      const block = closingBlock(launch, first);
      noteStarted(launch, block);
      say(block);
      await stopAsked;
    }
    say('Stopping.');
    forgetStarted(dataDir);
    if (first === 'stop') await up.catch(() => undefined);
  } catch (error) {
    console.error((error as Error).message);
    code = 1;
  }
  await bringDown(launch);
  lock.release();
  if (code === 0) say('Stopped.');
  return code;
}

/** The right to start, or, when the product runs already, what its start said. Waits for one that is on its way up or down. */
async function lockOrRunningBlock(): Promise<{ release(): void } | string> {
  const file = path.join(dataDir, 'start.lock');
  for (let told = false; ; told = true) {
    const lock = takeLock(file);
    if (lock.ok) return lock;
    const block = notedStart(dataDir);
    if (block && lockHolder(file) === lock.pid) return `It is running already (process ${lock.pid}).\n${block}`;
    if (!told) say(`Process ${lock.pid} is starting or stopping it; waiting.`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
process.exit();
