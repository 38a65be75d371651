/**
 * The values of these variables, all of which must be set. Ends the process unless this is said to be development:
 * what lets anybody in or keeps everybody's mail must not run anywhere else, not even by mistake.
 */
export function requireDevelopment<Name extends string>(
  env: NodeJS.ProcessEnv,
  what: string,
  names: readonly Name[],
): Record<Name, string> {
  const missing = names.filter((name) => !env[name]);
  const problem =
    env['NODE_ENV'] !== 'development'
      ? `${what} runs only with NODE_ENV=development.`
      : missing.length > 0
        ? `${what} needs ${missing.join(', ')}.`
        : undefined;
  if (problem) {
    process.stderr.write(`${problem}\n`);
    process.exit(1);
  }
  return Object.fromEntries(names.map((name) => [name, env[name]])) as Record<Name, string>;
}
