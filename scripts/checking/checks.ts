import path from 'node:path';

export interface Check {
  readonly name: string;
  /** Arguments for Node: the tool's program and its own. */
  readonly args: readonly string[];
}

/** Makes the database client anew from the schema; the other checks read what it makes. */
export function clientCheck(root: string): Check {
  return { name: 'database client', args: [path.join(root, 'scripts', 'generate.ts')] };
}

/** Everything else that is looked at before the tests, what takes longest first. */
export function checks(root: string): Check[] {
  const tool = (file: string) => path.join(root, 'node_modules', file);
  const script = (file: string) => path.join(root, 'scripts', file);
  return [
    {
      name: 'lint',
      args: [
        tool('eslint/bin/eslint.js'),
        '--cache',
        '--cache-location',
        tool('.cache/eslint/'),
        '--max-warnings',
        '0',
        '.',
      ],
    },
    { name: 'types', args: [tool('typescript/bin/tsc'), '--noEmit', '--project', root] },
    { name: 'format', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '--cache', '.'] },
    {
      name: 'import rules',
      args: [tool('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', '.'],
    },
    { name: 'unused code', args: [tool('knip/bin/knip.js')] },
    { name: 'migrations build the schema', args: [script('migrate.ts'), 'check'] },
  ];
}
