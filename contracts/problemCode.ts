import { refusalMeanings, type Refusal, type RefusalCode } from '../domain/lifecycle/refusal.ts';

/** Why a request may come to nothing before any case is asked: a code for programs, a sentence for people. */
export const requestProblems = {
  NOT_FOUND: 'There is no such thing, or you have no part in it.',
  NO_SUCH_ADDRESS: 'There is nothing at this address.',
  METHOD_NOT_ALLOWED: 'This cannot be done at this address.',
  NOT_SIGNED_IN: 'Sign in first: send a bearer token.',
  TOKEN_NOT_VALID: 'The token is not valid or has run out. Sign in again.',
  NOT_REGISTERED: 'You are signed in, but nobody has registered you to work here. Ask your administrator.',
  NOT_ALLOWED: 'Your role does not allow this.',
  SIGN_IN_DOWN: 'Whoever vouches for your sign-in cannot be reached. Try again in a moment.',
  NOT_JSON: 'The body is not JSON in UTF-8.',
  JSON_TOO_DEEP: 'The body is nested too deeply.',
  JSON_KEY_TWICE: 'The body names a field twice, or uses a name that is not allowed.',
  NOT_JSON_TYPE: 'Send the body as application/json.',
  BODY_TOO_LARGE: 'The body is too large.',
  BODY_NOT_COMPLETE: 'The body did not arrive as it was announced.',
  NOT_AS_DESCRIBED: 'Something in the request is not as it has to be. Each part is named below.',
  KEY_MISSING: 'Send an Idempotency-Key, so that a repeat cannot do the same thing twice.',
  KEY_NOT_VALID: 'An Idempotency-Key has at most 200 visible characters, without spaces.',
  KEY_REUSED: 'This Idempotency-Key was used for another request. Use a new one.',
  SENT_BY_ANOTHER: 'Somebody else has sent this under the same key, and it is on record.',
  VERSION_MISSING: 'Send If-Match with the version you looked at, so that nobody’s change is lost.',
  VERSION_NOT_VALID: 'If-Match has to be a version you were given, such as "7".',
  CURSOR_NOT_VALID: 'This is not the address of a page you were given. Start from the first page.',
  TOO_MANY_REQUESTS: 'Too many requests. Wait a moment, then send it again.',
  HAPPENS_LATER: 'This cannot have happened yet: the date lies in the future.',
  BORN_LATER: 'A date of birth lies in the future.',
  UNKNOWN_AREA: 'There is no such area.',
  PERPETRATOR_IS_VICTIM: 'Victim and perpetrator cannot be the same person.',
  MEETING_EXISTS: 'The area has a meeting at that time already.',
  NOT_THEIR_CASE: 'A case named here is not among those the adviser has.',
  NOT_OF_THE_SERVICE: 'Somebody named here does not work for your service.',
  POST_NOT_COMPLETE: 'A post of this role is held for another kind of place.',
  POSTS_APART: 'Whoever administers the system sees no case, and holds no other post beside it.',
  OWN_POST: 'Nobody gives a post to themselves or changes their own: ask another administrator.',
  POST_HELD: 'They hold this post already.',
  SUBJECT_TAKEN: 'Somebody else is registered with this sign-in.',
  CODE_TAKEN: 'This code belongs to another already.',
  PLACE_COVERED: 'A place named here is covered by another authority. Take it away there first.',
  CHILD_SERVICES_NOT_KNOWN:
    'No children’s services are on record for the address of a child. Say which they are, or whom you notify.',
  COVER_NOT_POSSIBLE: 'Whoever stands in has to work here and hold a post for the same agency or area.',
  DAY_IS_OVER: 'This day is over: planning anew would only make the past look different.',
  DAY_KNOWN: 'The calendar has this bank holiday already.',
  COUNTS_TOO_EARLY:
    'A changed policy counts from a day to come. Without a day it counts from today, for running cases too.',
  FIGURE_THE_SAME: 'The policy that counts then has these figures already.',
  LADDER_THE_SAME: 'The ladder that counts then has these steps already.',
  PERMISSION_THE_SAME: 'The policy that counts then says this already.',
  PATTERN_THE_SAME: 'The area meets by this pattern already.',
  CALENDAR_BEING_MADE:
    'Meetings that this concerns are being called, moved or cancelled and have not all answered. Wait until they have, then send it again.',
  WITHDRAWN_ALREADY: 'This change was taken back already.',
  NAMES_ONESELF: 'Nobody puts themselves on a deny list: ask a colleague.',
  DENIED_ALREADY: 'They are on this deny list already.',
  CASE_NOT_SHOWN: 'There is no such case, or you are not shown everything of it.',
  REPORT_NOT_WAITING: 'This report waits for nobody: it has reached its case, or was settled already.',
  REPORT_NOT_IN_CASE: 'This report is on record in no case, so there is none to take it out of.',
  REPORT_OF_A_BREACH:
    'This report was made of a breach that the case itself has recorded, so it is about its two people. Where the breach was recorded by mistake, say so in a review.',
  NO_FLAG_AND_ENDED:
    'The last case of the two people has ended, and no flag ran on the day it happened. Refer them anew, then match the report with the new case.',
  NOT_UNDELIVERED: 'This message is not waiting for anybody: it was sent, or settled already.',
  DATABASE_DOWN: 'The database cannot be reached. Nothing was changed. Send it again with the same key.',
  UNEXPECTED:
    'Something went wrong here. It has been noted under the id given. Nothing is lost: send it again with the same key.',
} as const satisfies Record<string, string>;

export type RequestProblemCode = keyof typeof requestProblems;
export type ProblemCode = RequestProblemCode | RefusalCode;

/** One part of a request that is not as it has to be; never what was sent, which may be about a person. */
export interface FaultyPart {
  readonly at: string;
  readonly problem: string;
}

export interface RequestProblem {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly parts?: readonly FaultyPart[];
  readonly blocking?: Refusal['blocking'];
}

/** A problem as a value; `parts` name what in the request is at fault. */
export function problem(code: ProblemCode, parts?: readonly FaultyPart[]): RequestProblem {
  return parts ? { ok: false, code, parts } : { ok: false, code };
}

/** The sentence that belongs to a code. */
export function meaningOf(code: ProblemCode): string {
  return code in refusalMeanings ? refusalMeanings[code as RefusalCode] : requestProblems[code as RequestProblemCode];
}

/** Whether something that came back is a problem. */
export function isProblem(value: unknown): value is RequestProblem {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}
