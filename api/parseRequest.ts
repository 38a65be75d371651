import type { Request } from 'express';
import type { z } from 'zod';
import { problem, type FaultyPart, type RequestProblem } from '../contracts/problemCode.ts';
import { bodyHashOf } from '../usecases/requestIdentity.ts';
import type { Route } from './defineRoute.ts';
import { readJson } from './readJson.ts';

/** A request taken apart and found to be as its route describes it. */
export interface ParsedRequest {
  readonly ok: true;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly key: string;
  readonly bodyHash: string;
  readonly version: number | null;
}

/** Takes a request apart: headers first, then address, query and body; everything at fault in one part is named at once. */
export function parseRequest(request: Request, route: Route): ParsedRequest | RequestProblem {
  const key = readKey(request, route);
  if (!key.ok) return key;
  const version = readVersion(request, route);
  if (!version.ok) return version;
  const raw = readBody(request, route);
  if (!raw.ok) return raw;
  const { schema } = route;
  const params = schema.params?.safeParse(request.params);
  // An id that is none, or a reference with a slip in it, names nothing: the same answer as for what is not there.
  if (params && !params.success) return problem('NOT_FOUND');
  const query = schema.query?.safeParse(request.query);
  if (query && !query.success) return problem('NOT_AS_DESCRIBED', faultyParts(query.error, 'query.'));
  if (!schema.query && Object.keys(request.query).length > 0)
    return problem('NOT_AS_DESCRIBED', [{ at: 'query', problem: 'Nothing can be asked here.' }]);
  const body = schema.body?.safeParse(raw.value);
  if (body && !body.success) return problem('NOT_AS_DESCRIBED', faultyParts(body.error, ''));
  return {
    ok: true,
    params: params?.data,
    query: query?.data,
    body: body?.data,
    key: key.key,
    bodyHash: bodyHashOf(request.originalUrl, request.get('if-match') ?? null, raw.value),
    version: version.version,
  };
}

function readKey(request: Request, { method }: Route): { ok: true; key: string } | RequestProblem {
  if (method === 'get') return { ok: true, key: '' };
  const key = request.get('idempotency-key');
  if (key === undefined || key === '') return problem('KEY_MISSING');
  return /^[\x21-\x7e]{1,200}$/.test(key) ? { ok: true, key } : problem('KEY_NOT_VALID');
}

function readVersion(request: Request, { ifMatch }: Route): { ok: true; version: number | null } | RequestProblem {
  const given = request.get('if-match');
  if (given === undefined) return ifMatch === 'required' ? problem('VERSION_MISSING') : { ok: true, version: null };
  if (given === '*') return { ok: true, version: null };
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1];
  return version === undefined ? problem('VERSION_NOT_VALID') : { ok: true, version: Number(version) };
}

function readBody(request: Request, { method }: Route): { ok: true; value: unknown } | RequestProblem {
  if (method === 'get') return { ok: true, value: null };
  if (!request.is('application/json')) return problem('NOT_JSON_TYPE');
  return Buffer.isBuffer(request.body) ? readJson(request.body) : problem('NOT_JSON');
}

/** Where something is at fault and why; never the value itself, which may be about a person. */
function faultyParts(error: z.ZodError, prefix: string): FaultyPart[] {
  const parts = error.issues.flatMap((issue): FaultyPart[] => {
    const at = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      return [{ at: `${prefix}${at}` || 'body', problem: 'There are fields here that this does not know.' }];
    return [{ at: `${prefix}${at}` || 'body', problem: issue.message }];
  });
  return parts.slice(0, 50);
}
