import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { failureConverterPath } from '../../../platform/payloadCodec.ts';
import * as workflows from '../../../workflows/index.ts';
import type { RecordedHistory } from '../../histories/recordedHistory.ts';
import { asWorkflow, workflowOf } from '../asWorkflow.ts';
import type { Plant } from './plants.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/**
 * One bundle with a copy of the workflow code for every plant, and one copy as it is for each null. In the copy number
 * n every workflow is called by its name with `Copy<n>` behind it.
 */
export async function bundleOfCopies(plants: readonly (Plant | null)[]): Promise<{ readonly code: string }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-planted-'));
  try {
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    copyCode(path.join(root, 'domain'), path.join(folder, 'domain'));
    for (const [copy, plant] of plants.entries()) {
      const copied = path.join(folder, `workflows${copy}`);
      copyCode(path.join(root, 'workflows'), copied);
      plantInto(copied, plant);
    }
    const workflowsPath = path.join(folder, 'index.ts');
    fs.writeFileSync(workflowsPath, plants.map((_, copy) => exportsOf(copy)).join(''));
    return await bundleWorkflowCode({ workflowsPath, failureConverterPath, logger: silent });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** The same history as if a workflow of a copy had written it. */
export function asOfCopy(recorded: RecordedHistory, copy: number): RecordedHistory {
  return asWorkflow(recorded, nameInCopy(workflowOf(recorded), copy));
}

function copyCode(source: string, target: string): void {
  fs.cpSync(source, target, { recursive: true, filter: (file) => !file.endsWith('.test.ts') });
}

function plantInto(folder: string, plant: Plant | null): void {
  if (!plant) return;
  const file = path.join(folder, plant.file);
  let text = fs.readFileSync(file, 'utf8');
  for (const { from, to } of plant.edits) {
    if (text.split(from).length !== 2) throw new Error(`"${plant.name}" does not fit ${plant.file} any more: ${from}`);
    text = text.replace(from, () => to);
  }
  fs.writeFileSync(file, text);
}

function exportsOf(copy: number): string {
  const names = Object.keys(workflows).map((name) => `${name} as ${nameInCopy(name, copy)}`);
  return `export { ${names.join(', ')} } from './workflows${copy}/index.ts';\n`;
}

function nameInCopy(workflow: string, copy: number): string {
  return `${workflow}Copy${copy}`;
}
