import type { z } from 'zod';
import type { RequestProblem } from '../contracts/problemCode.ts';
import type { Actor } from '../domain/access/actor.ts';
import type { Permission } from '../domain/access/permission.ts';
import type { Dependencies } from '../usecases/dependencies.ts';

/** What a handler is given once a request has been limited, authenticated and parsed. */
export interface RouteInput<Params, Query, Body> {
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Method and pattern, `POST /cases/:reference/grade`. */
  readonly route: string;
  /** The Idempotency-Key; empty on a GET. */
  readonly key: string;
  /** A hash of everything that was asked. */
  readonly bodyHash: string;
  /** The version in If-Match; null where there was none, or any would do. */
  readonly version: number | null;
}

/** What goes back: a status with a body or a file, or a problem. */
export type Reply =
  | {
      readonly ok: true;
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly ok: true; readonly status: number; readonly file: ReplyFile }
  | RequestProblem;

/** A file in place of a JSON body. */
export interface ReplyFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}

interface Answer {
  readonly status: number;
  readonly description: string;
  readonly schema: z.ZodType;
  /** Where it is no JSON. */
  readonly contentType?: string;
}

interface Parts<P, Q, B> {
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
}

/** Who may, and what is noted, belong to every route; there is no default for either. */
interface RouteDefinition<P, Q, B> {
  readonly method: 'get' | 'post';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly tag: string;
  readonly permission: Permission;
  /** Under which name a use is noted in the access log. */
  readonly audit: string;
  readonly schema: Parts<P, Q, B>;
  readonly answers: readonly Answer[];
  readonly ifMatch?: 'required' | 'optional';
  /** Of a GET: whether what is asked may be refused as things stand, as a preview is of what could not be entered. */
  readonly mayConflict?: true;
  handler(input: RouteInput<P, Q, B>, deps: Dependencies): Promise<Reply>;
}

/** A route as data: the list of them is walked by the app, by the OpenAPI document and by tests. */
export type Route = Omit<RouteDefinition<unknown, unknown, unknown>, 'handler'> & {
  handler(input: RouteInput<unknown, unknown, unknown>, deps: Dependencies): Promise<Reply>;
};

/** Defines one route. What its schemas let through is what its handler gets, so the types may be forgotten outside. */
export function defineRoute<P, Q, B>(definition: RouteDefinition<P, Q, B>): Route {
  return definition;
}
