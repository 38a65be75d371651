import type { z } from 'zod';
import { isProblem, type FaultyPart } from '../contracts/problemCode.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import type { Page, PageInput, Shown } from './definePage.ts';
import { wronglyAsked } from './errorPages.ts';
import { asTyped, faultAt, readAsked, without, type Asked } from './form/askedOnPage.ts';
import type { Fault } from './form/faults.ts';
import { formState } from './form/formState.ts';

/** What is asked of a page, and what its address asks that cannot be asked. */
export interface AskedOfPage {
  readonly input: PageInput<unknown, unknown>;
  readonly faults: readonly Fault[];
}

/** Reads what an address asks of a page; where it was not filled in there, one wrong part refuses it. */
export function readQuery(
  { query: schema, askedOnPage }: Page,
  asked: Readonly<Record<string, unknown>>,
): Asked | { readonly wrong: readonly FaultyPart[] } {
  if (!schema) return { query: undefined, faults: [] };
  const read = schema.safeParse(asked);
  if (read.success) return { query: read.data, faults: [] };
  return (askedOnPage && readAsked(schema, askedOnPage, asked)) ?? { wrong: wrongParts(read.error) };
}

/** Shows a page by what its address asks; an area that turns out not to exist once it is looked up is left out like any wrong part. */
export async function showAsked(
  page: Page,
  deps: Dependencies,
  { input, faults }: AskedOfPage,
): Promise<{ readonly shown: Shown; readonly faults: readonly Fault[] }> {
  const shown = await page.show(input, deps);
  const query = (input.query ?? {}) as Readonly<Record<string, unknown>>;
  const part = page.askedOnPage && isProblem(shown) ? wronglyAsked[shown.code] : undefined;
  if (part === undefined || query[part] === undefined) return { shown, faults };
  const rest = { ...input, query: without(query, [part]) };
  return { shown: await page.show(rest, deps), faults: [...faults, faultAt(part)] };
}

/** A form with what cannot be asked said beside its own fields, in which it stands as it was typed. */
export function askedAgain(
  asked: Readonly<Record<string, unknown>>,
  wrong: readonly Fault[],
  { token, values, faults = [] }: Parameters<typeof formState>[0],
) {
  const others = faults.filter(({ at }) => !wrong.some((fault) => fault.at === at));
  const typed = { values: { ...values, ...asTyped(asked) }, faults: [...wrong, ...others] };
  return { status: 400, form: formState({ token, ...typed, heading: 'Check what you asked for' }) };
}

/** The parts of what was asked that are not as they have to be, each once: by our names for them, never what stood there. */
function wrongParts({ issues }: z.ZodError): readonly FaultyPart[] {
  return [...new Set(issues.map(({ path }) => String(path[0] ?? '')))].map((at) => ({ at, problem: 'not known' }));
}
