/**
 * The seed a test goes by: the usual one, so that a run of all tests is the same each time, or one that somebody asks
 * for in the environment to look further; said aloud.
 */
export function seedFor(what: string, variable: string, usual: string): string {
  const seed = process.env[variable] ?? usual;
  console.log(`${what}: ${variable}=${seed} does the same again.`);
  return seed;
}
