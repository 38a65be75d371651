import type { Request, RequestHandler, Response } from 'express';
import { problem } from '../contracts/problemCode.ts';
import type { Actor } from '../domain/access/actor.ts';
import { mayDo } from '../domain/access/mayDo.ts';
import { isCasePermission, type OfficePermission } from '../domain/access/permission.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import type { ReplyFile, Route } from './defineRoute.ts';
import { parseRequest } from './parseRequest.ts';
import { sendProblem } from './problems.ts';

/** Who the request comes from; authentication has put it there. */
export function actorOfRequest(response: Response): Actor {
  const { actor } = response.locals as { actor?: Actor };
  if (!actor) throw new Error('A route was reached without authentication.');
  return actor;
}

/** One route as Express calls it: parse, authorise, act, present. What is about one case is authorised where it is loaded. */
export function handle(route: Route, deps: Dependencies): RequestHandler {
  const pattern = `${route.method.toUpperCase()} ${route.path}`;
  const { permission } = route;
  return async (request: Request, response: Response) => {
    (response.locals as { route?: string }).route = pattern;
    const actor = actorOfRequest(response);
    const parsed = parseRequest(request, route);
    if (!parsed.ok) return sendProblem(response, parsed);
    if (!isCasePermission(permission) && !mayDo<OfficePermission>(actor, permission, null))
      return sendProblem(response, problem('NOT_ALLOWED'));
    const reply = await route.handler({ ...parsed, actor, route: pattern }, deps);
    if (!reply.ok) return sendProblem(response, reply);
    if ('file' in reply) return sendFile(response, reply.status, reply.file);
    response
      .status(reply.status)
      .set({ 'Cache-Control': 'no-store', ...reply.headers })
      .json(reply.body);
  };
}

function sendFile(response: Response, status: number, { name, type, content }: ReplyFile): void {
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store' })
    .attachment(name)
    .type(type)
    .send(typeof content === 'string' ? content : Buffer.from(content));
}
