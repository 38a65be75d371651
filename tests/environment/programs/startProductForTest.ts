import path from 'node:path';
import { inject } from 'vitest';
import { ensureEngine } from '../../../scripts/engine/ensureEngine.ts';
import '../testEnvironment.ts';
import { type ProductProcesses, startProduct } from './startProduct.ts';

/** The whole product as processes of a test file's own, with lines that can be held; its logs say all they ever say. */
export async function startProductForTest(): Promise<ProductProcesses> {
  const root = path.resolve(import.meta.dirname, '..', '..', '..');
  const engine = await ensureEngine(process.env, () => undefined);
  if (!engine.ok) throw new Error(engine.why);
  const { programs } = engine;
  return startProduct({ root, programs, bundlePath: inject('workflowBundlePath'), withLines: true, logLevel: 'debug' });
}
