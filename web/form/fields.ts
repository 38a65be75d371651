/** What was typed, by the names of the fields; several answers to one question are a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

const namePattern = /^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*$/;
const neverNames = new Set(['__proto__', 'constructor', 'prototype']);
/** Lists in forms are short: a number beyond this was not made by a form of ours. */
const mostInList = 200;

/** The fields of a form as they were sent; what the form itself carries begins with `_` and is left out. */
export function readFields(sent: unknown): Fields {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of Object.entries((sent ?? {}) as Record<string, unknown>)) {
    if (!isFieldName(name)) continue;
    if (typeof value === 'string') fields[name] = withPlainLines(value);
    else if (Array.isArray(value)) fields[name] = value.filter((one) => typeof one === 'string').map(withPlainLines);
  }
  return fields;
}

/** One of the things a form carries beside what was typed: token, key, version, what was seen. */
export function carried(sent: unknown, name: '_token' | '_key' | '_version' | '_seen'): string {
  const value = ((sent ?? {}) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}

/**
 * Fields as the body of a command: `victim.familyName` becomes `{victim: {familyName}}`, numbers make lists
 * (`children.0.age`), and what was left empty is left out.
 */
export function nestFields(fields: Fields): Record<string, unknown> {
  const root: Branch = { children: new Map() };
  for (const [name, value] of Object.entries(fields)) {
    const kept = typeof value === 'string' ? value.trim() : value.filter((one) => one.trim() !== '');
    if (kept.length > 0) put(root, name.split('.'), kept);
  }
  return asObject(root);
}

interface Branch {
  readonly children: Map<string, Branch | string | readonly string[]>;
}

function put(branch: Branch, [head = '', ...rest]: readonly string[], value: string | readonly string[]): void {
  if (rest.length === 0) {
    branch.children.set(head, value);
    return;
  }
  const there = branch.children.get(head);
  const next: Branch = typeof there === 'object' && 'children' in there ? there : { children: new Map() };
  branch.children.set(head, next);
  put(next, rest, value);
}

function asObject({ children }: Branch): Record<string, unknown> {
  return Object.fromEntries([...children].map(([name, child]) => [name, asValue(child)]));
}

function asValue(child: Branch | string | readonly string[]): unknown {
  if (typeof child === 'string' || !('children' in child)) return child;
  const names = [...child.children.keys()];
  if (!names.every((name) => /^\d{1,3}$/.test(name) && Number(name) < mostInList)) return asObject(child);
  // A row that was left empty leaves no gap.
  return [...child.children].sort(([a], [b]) => Number(a) - Number(b)).map(([, each]) => asValue(each));
}

function isFieldName(name: string): boolean {
  return name.length <= 200 && namePattern.test(name) && !name.split('.').some((part) => neverNames.has(part));
}

/** Browsers send the ends of lines as two characters. */
function withPlainLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
