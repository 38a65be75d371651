import path from 'node:path';
import { developmentPorts } from '../launch/developmentPorts.ts';
import { yearAreas } from './areas.ts';
import { runningProduct, workerMemory, type RunningProduct } from './runningProduct.ts';
import { describeTime, runYear } from './runYear.ts';

// npm run year -- [area codes]: sends the published year of the areas named, or of all thirteen, and compares the return.
const root = path.resolve(import.meta.dirname, '..', '..');
const say = (line: string) => console.log(line);

async function main(areas: readonly string[]): Promise<number> {
  const unknown = areas.filter((code) => !yearAreas.some((area) => area.code === code));
  if (unknown.length > 0) {
    console.error(`No such area: ${unknown.join(', ')}. There are ${yearAreas.map(({ code }) => code).join(', ')}.`);
    return 2;
  }
  const ports = developmentPorts(process.env);
  const at = (port: number) => `http://127.0.0.1:${String(port)}`;
  const product = await runningProduct(root, at(ports.api), say);
  stopWhenAsked(product);
  const started = performance.now();
  try {
    const addresses = { api: at(ports.api), identity: at(ports.identity) };
    const outcome = await runYear({ addresses, inbox: at(ports.inbox), areas, output: process.stdout, say });
    const memory = workerMemory(root);
    if (memory) say(`Worker: ${memory.now.toFixed(0)} MiB of memory now, ${memory.most.toFixed(0)} MiB at most.`);
    say(describeTime((performance.now() - started) / 1000));
    return outcome.ok ? 0 : 1;
  } finally {
    await product.stop();
  }
}

/** Whoever interrupts this finds everything that was answered still there, and goes on from it with the next run. */
function stopWhenAsked(product: RunningProduct): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say('Interrupted: run it again and it goes on from here.');
      void product.stop().finally(() => process.exit(130));
    });
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
