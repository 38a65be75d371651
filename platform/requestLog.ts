import type { RequestHandler } from 'express';
import { newId } from './ids.ts';
import type { Log } from './log.ts';

/** Gives each request an id and notes what became of it: method, pattern, status and time; never an address or a body. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const requestId = newId();
    const locals = response.locals as { requestId?: string; route?: string };
    locals.requestId = requestId;
    response.set('X-Request-Id', requestId);
    const began = performance.now();
    response.on('finish', () => {
      const { method } = request;
      const ms = Math.round(performance.now() - began);
      log.info({ requestId, method, route: locals.route ?? null, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}
