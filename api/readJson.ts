import type { RequestProblemCode } from '../contracts/problemCode.ts';

/** Bodies of this product are flat; anything nested deeper was not made for it. */
const deepest = 12;
const refusedNames = new Set(['__proto__', 'constructor', 'prototype']);

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: Extract<RequestProblemCode, 'NOT_JSON' | 'JSON_TOO_DEEP' | 'JSON_KEY_TWICE'> };

/** Reads JSON strictly: valid UTF-8, no deeper than needed, no name twice in one object and none that reaches prototypes. */
export function readJson(bytes: Uint8Array): ReadJson {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, code: 'NOT_JSON' };
  }
  // Depth comes first: the parser itself would fall over a body that is nested deeply enough.
  if (depthOf(text) > deepest) return { ok: false, code: 'JSON_TOO_DEEP' };
  try {
    const value = JSON.parse(text) as unknown;
    return hasUnfitNames(text) ? { ok: false, code: 'JSON_KEY_TWICE' } : { ok: true, value };
  } catch {
    return { ok: false, code: 'NOT_JSON' };
  }
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gsu;

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') most = Math.max(most, (depth += 1));
    else if (token === '}' || token === ']') depth -= 1;
  }
  return most;
}

/** Walks the tokens of valid JSON: a string before a colon is a name of the object that is open. */
function hasUnfitNames(text: string): boolean {
  const open: Set<string>[] = [];
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const name = JSON.parse(last) as string;
      const names = open.at(-1);
      if (refusedNames.has(name) || names?.has(name)) return true;
      names?.add(name);
    }
    last = token;
  }
  return false;
}
