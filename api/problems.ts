import type { Response } from 'express';
import { meaningOf, type ProblemCode, type RequestProblem, type RequestProblemCode } from '../contracts/problemCode.ts';
import type { RefusalCode } from '../domain/lifecycle/refusal.ts';

const ofRequests: Record<RequestProblemCode, number> = {
  NOT_FOUND: 404,
  NO_SUCH_ADDRESS: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_SIGNED_IN: 401,
  TOKEN_NOT_VALID: 401,
  NOT_REGISTERED: 403,
  NOT_ALLOWED: 403,
  SIGN_IN_DOWN: 503,
  NOT_JSON: 400,
  JSON_TOO_DEEP: 400,
  JSON_KEY_TWICE: 400,
  NOT_JSON_TYPE: 415,
  BODY_TOO_LARGE: 413,
  BODY_NOT_COMPLETE: 400,
  NOT_AS_DESCRIBED: 400,
  KEY_MISSING: 400,
  KEY_NOT_VALID: 400,
  KEY_REUSED: 422,
  SENT_BY_ANOTHER: 409,
  VERSION_MISSING: 428,
  VERSION_NOT_VALID: 400,
  CURSOR_NOT_VALID: 400,
  TOO_MANY_REQUESTS: 429,
  HAPPENS_LATER: 422,
  BORN_LATER: 422,
  UNKNOWN_AREA: 422,
  PERPETRATOR_IS_VICTIM: 422,
  MEETING_EXISTS: 409,
  NOT_THEIR_CASE: 422,
  NOT_OF_THE_SERVICE: 422,
  POST_NOT_COMPLETE: 422,
  POSTS_APART: 409,
  OWN_POST: 403,
  POST_HELD: 409,
  SUBJECT_TAKEN: 409,
  CODE_TAKEN: 409,
  PLACE_COVERED: 409,
  CHILD_SERVICES_NOT_KNOWN: 422,
  COVER_NOT_POSSIBLE: 422,
  DAY_IS_OVER: 422,
  DAY_KNOWN: 409,
  COUNTS_TOO_EARLY: 422,
  FIGURE_THE_SAME: 409,
  LADDER_THE_SAME: 409,
  PERMISSION_THE_SAME: 409,
  PATTERN_THE_SAME: 409,
  CALENDAR_BEING_MADE: 409,
  WITHDRAWN_ALREADY: 409,
  NAMES_ONESELF: 422,
  DENIED_ALREADY: 409,
  CASE_NOT_SHOWN: 422,
  REPORT_NOT_WAITING: 409,
  REPORT_NOT_IN_CASE: 409,
  REPORT_OF_A_BREACH: 409,
  NO_FLAG_AND_ENDED: 409,
  NOT_UNDELIVERED: 409,
  DATABASE_DOWN: 503,
  UNEXPECTED: 500,
};

/** Refusals of a case mean that the case stands otherwise (409), except for these. */
const ofRefusals: Partial<Record<RefusalCode, number>> = {
  CHANGED_MEANWHILE: 412,
  NO_ACCESS: 404,
  GRADE_MISSING: 422,
  UNKNOWN_CHILD: 422,
  UNKNOWN_HANDOVER: 422,
  UNKNOWN_ACTION: 404,
  UNKNOWN_CLOCK: 404,
  UNKNOWN_LIVE_DATE: 404,
  UNKNOWN_PLAN: 404,
  UNKNOWN_MEETING: 422,
  UNKNOWN_AGENCY: 422,
  UNKNOWN_PRACTITIONER: 422,
  DUE_IN_THE_PAST: 422,
  DUE_TOO_EARLY: 422,
  NEXT_DATE_TOO_FAR: 422,
  ORDER_TERM_OUTSIDE_LAW: 422,
  HAPPENED_BEFORE: 422,
};

/** The HTTP status of a problem. */
export function statusOf(code: ProblemCode): number {
  const known: Readonly<Record<string, number>> = { ...ofRequests, ...ofRefusals };
  return known[code] ?? 409;
}

/** A problem as RFC 9457 describes it; holds nothing that was sent. */
export function problemDocument({ code, parts, blocking }: RequestProblem, requestId: string) {
  return {
    type: `urn:marac:problem:${code}`,
    title: meaningOf(code),
    status: statusOf(code),
    code,
    instance: `urn:uuid:${requestId}`,
    ...(parts ? { parts } : {}),
    ...(blocking ? { blocking } : {}),
  };
}

/** Answers a request with a problem. */
export function sendProblem(response: Response, problem: RequestProblem): void {
  const document = problemDocument(problem, requestIdOf(response));
  if (document.status === 401) response.set('WWW-Authenticate', 'Bearer');
  if (document.status === 503) response.set('Retry-After', '5');
  response.status(document.status).type('application/problem+json').send(JSON.stringify(document));
}

/** The id under which this request is noted. */
export function requestIdOf({ locals }: Response): string {
  return (locals as { requestId?: string }).requestId ?? '';
}
