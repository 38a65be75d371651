import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleWorkflows } from '../scripts/bundling/bundleWorkflows.ts';
import type { EnginePrograms } from '../scripts/engine/enginePrograms.ts';
import { guardScratch } from '../scripts/processes/guardScratch.ts';
import { calendarMade } from '../tests/environment/programs/calendarMade.ts';
import { startProduct } from '../tests/environment/programs/startProduct.ts';
import { type Machine, thisMachine } from './machine.ts';
import type { Figure } from './figures.ts';
import type { Bench, BenchRow } from './row.ts';

export interface RowOptions {
  readonly root: string;
  readonly programs: EnginePrograms;
  readonly quick: boolean;
  readonly say: (line: string) => void;
  /** Given what ends everything that the row has started, for an interrupt. */
  readonly underWay: (end: () => Promise<void>) => void;
  /** Told of what a row has come to before it is over. */
  readonly soFar: (figures: readonly Figure[], machine: Machine) => void;
}

/** Measures one row on a product of its own and clears everything away, however it ends. */
export async function runRow(
  row: BenchRow,
  { root, programs, quick, say, underWay, soFar }: RowOptions,
): Promise<{ readonly figures: readonly Figure[]; readonly machine: Machine }> {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'marac-bench-'));
  const guard = guardScratch(folder);
  const closings: (() => Promise<unknown>)[] = [];
  const end = async (): Promise<void> => {
    for (const close of closings.splice(0).reverse()) await close().catch(() => undefined);
    await guard.finish();
  };
  underWay(end);
  let machine: Machine | undefined;
  const kept = new Map<string, Figure>();
  const bench: Bench = {
    ...{ root, programs, quick, say, folder, guard },
    pairs: quick ? 2 : 5,
    afterwards: (close) => void closings.push(close),
    keep(figures) {
      for (const figure of figures) kept.set(figure.name, figure);
      if (machine) soFar([...kept.values()], machine);
    },
    async product({ meanwhile, workflowsInMemory } = {}) {
      const bundlePath = await bundleWorkflows(root);
      const product = await startProduct({ root, programs, bundlePath, durable: true, workflowsInMemory });
      closings.push(() => product.stop());
      await Promise.all([calendarMade(product), meanwhile?.(product)]);
      machine = await thisMachine(product.application.url('postgres'));
      return product;
    },
  };
  try {
    const figures = await row.measure(bench);
    if (!machine) throw new Error('Nothing was measured of the product.');
    return { figures, machine };
  } finally {
    await end();
  }
}
