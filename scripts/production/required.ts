/** The value of a variable that a program cannot do without; ends the program in plain words when it is not set. */
export function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  console.error(`${name} is missing.`);
  process.exit(1);
}
