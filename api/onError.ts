import type { ErrorRequestHandler } from 'express';
import { problem, type RequestProblemCode } from '../contracts/problemCode.ts';
import type { Log } from '../platform/log.ts';
import { isOutage } from '../usecases/isOutage.ts';
import { requestIdOf, sendProblem } from './problems.ts';

/** What the body reader and Express themselves may find at fault. */
const ofExpress: Readonly<Record<string, RequestProblemCode>> = {
  'entity.too.large': 'BODY_TOO_LARGE',
  'encoding.unsupported': 'NOT_JSON_TYPE',
  'charset.unsupported': 'NOT_JSON_TYPE',
  'request.aborted': 'BODY_NOT_COMPLETE',
  'request.size.invalid': 'BODY_NOT_COMPLETE',
  'entity.parse.failed': 'NOT_JSON',
};

/** The last resort: what is known gets its own problem; anything else a 500 without detail, noted under the request's id. */
export function onError(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { type, status } = error as { type?: unknown; status?: unknown };
    const known = typeof type === 'string' ? ofExpress[type] : undefined;
    if (known) return sendProblem(response, problem(known));
    // An address that is not valid, such as one with half a percent sign.
    if (error instanceof URIError || status === 400) return sendProblem(response, problem('NO_SUCH_ADDRESS'));
    const requestId = requestIdOf(response);
    if (isOutage(error)) {
      log.warn({ requestId }, 'the database cannot be reached');
      return sendProblem(response, problem('DATABASE_DOWN'));
    }
    log.error({ requestId, err: error }, 'a request failed unexpectedly');
    sendProblem(response, problem('UNEXPECTED'));
  };
}
