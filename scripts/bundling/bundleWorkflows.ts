import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Everything the bundle is made of: when none of it changed, the last one is taken. */
const sources = [
  ...['workflows', 'domain', 'contracts', 'platform/failureConverter.ts', 'package-lock.json'],
  'scripts/bundling/bundleWorkflows.ts',
];

/** Bundles of code that has since changed are kept for a while: another run beside this one may be using one. */
const keptForMs = 24 * 3600 * 1000;

/** Bundles the workflow code unless that was done for exactly this code, and returns the file; empty without workflows. */
export async function bundleWorkflows(root: string): Promise<string> {
  const workflowsPath = path.join(root, 'workflows', 'index.ts');
  if (!fs.existsSync(workflowsPath)) return '';
  const dir = path.join(root, 'node_modules', '.cache', 'workflow-bundle');
  const file = path.join(dir, `${fingerprint(root)}.js`);
  if (fs.existsSync(file)) return file;
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };
  // Failures raised in workflow code leave it sealed like everything else.
  const failureConverterPath = path.join(root, 'platform', 'failureConverter.ts');
  const preloadModules = [path.join(root, 'workflows', 'shortTraces.ts'), ...rulesUsedBy(path.dirname(workflowsPath))];
  const { code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath, preloadModules, logger: silent });
  fs.mkdirSync(dir, { recursive: true });
  for (const name of fs.readdirSync(dir)) {
    const other = path.join(dir, name);
    if (Date.now() - (fs.statSync(other, { throwIfNoEntry: false })?.mtimeMs ?? 0) > keptForMs)
      fs.rmSync(other, { force: true });
  }
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, code);
  fs.renameSync(draft, file);
  return file;
}

/**
 * The domain modules that workflow code imports: pure functions, and what some of them remember are results of such. All
 * workflows of a worker may therefore share one copy, frozen, where each would otherwise run all of the domain's code
 * before it begins, and work out every date for itself.
 */
function rulesUsedBy(workflows: string): string[] {
  const imports = filesOf(workflows).flatMap((file) =>
    [
      ...fs.readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type)[^;]* from '([^']*\/domain\/[^']+)';/gm),
    ].map(([, name = '']) => path.resolve(path.dirname(file), name)),
  );
  return [...new Set(imports)].sort();
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(path.join(root, source))) {
      hash.update(path.relative(root, file)).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 24);
}

function filesOf(place: string): string[] {
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return [place];
  return fs
    .readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(place, name))
    .filter((file) => /\.(ts|json)$/.test(file) && !file.endsWith('.test.ts'))
    .sort();
}
