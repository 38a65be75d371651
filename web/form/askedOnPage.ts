import type { z } from 'zod';
import { partWords } from '../wording/partsOfAddresses.ts';
import { sentence } from '../wording/days.ts';
import { faultsOf, type Fault } from './faults.ts';
import type { Fields } from './fields.ts';

/** Which parts of its address a page lets people type; the others are chosen from a list. */
export interface AskedOnPage {
  readonly typed: readonly string[];
}

/** What an address asks: what can be asked of it, and what is at fault with the rest, which is left out. */
export interface Asked {
  readonly query: unknown;
  readonly faults: readonly Fault[];
}

/** Reads what an address asks without the parts that cannot be asked; null where nothing sensible is left. */
export function readAsked(
  schema: z.ZodType,
  { typed }: AskedOnPage,
  asked: Readonly<Record<string, unknown>>,
): Asked | null {
  const read = schema.safeParse(asked);
  if (read.success) return { query: read.data, faults: [] };
  const said = faultsOf(read.error);
  const wrong = [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')))];
  const rest = schema.safeParse(without(asked, wrong));
  const wordsFor = (part: string) => said.find(({ at }) => at === part)?.text;
  const faults = wrong.map((part) => (typed.includes(part) ? faultAt(part, wordsFor(part)) : faultAt(part)));
  return rest.success ? { query: rest.data, faults: faults.map((fault) => toldApart(fault, faults)) } : null;
}

/** Of two parts of which the same is said each says which it is: in a summary the sentences stand apart from their fields. */
function toldApart({ at, text }: Fault, faults: readonly Fault[]): Fault {
  const name = at === null ? undefined : partWords[at];
  if (name === undefined || faults.filter((other) => other.text === text).length < 2) return { at, text };
  return { at, text: `${sentence(name)}: ${text.charAt(0).toLowerCase()}${text.slice(1)}` };
}

/** The parts of an address without some of them. */
export function without(asked: Readonly<Record<string, unknown>>, parts: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(asked).filter(([name]) => !parts.includes(name)));
}

/** What is said of a part that cannot be asked: of what is chosen, that there is no such choice. */
export function faultAt(part: string, text?: string): Fault {
  if (part === 'after') return { at: null, text: 'There is no such place in this list: here is its beginning.' };
  return {
    at: part,
    text: text ?? `${sentence(partWords[part] ?? 'this')}: what was asked for is not among the choices.`,
  };
}

/** What stood in an address as somebody wrote it there, for the fields of the page. */
export function asTyped(asked: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}
