import type { ErrorRequestHandler, Response } from 'express';
import { meaningOf, type ProblemCode, type RequestProblem } from '../contracts/problemCode.ts';
import { isOutage } from '../usecases/isOutage.ts';
import { localsOf } from './locals.ts';
import { sentAgain } from './sendAgain.ts';
import { sendView, type Site } from './site.ts';
import { partWords } from './wording/partsOfAddresses.ts';

interface ErrorPage {
  readonly status: number;
  readonly title: string;
  readonly text: readonly string[];
  /** What is said instead where a form was sent, which the page then carries. */
  readonly ofForm?: readonly string[];
}

/** The same for what does not exist and for what is not for the one who asks: nobody learns which it was. */
const notFound: ErrorPage = {
  status: 404,
  title: 'There is nothing here for you',
  text: [
    'Either there is no such page or case, or you have no part in it.',
    'If you typed the address, check it. If you followed a link and think that you should see this, ask the MARAC coordinator of the area.',
  ],
};

const unexpected: ErrorPage = {
  status: 500,
  title: 'Something went wrong here',
  text: [
    'It has been noted, and nothing that was recorded before is lost.',
    'Go back and try again. If you sent a form, it is safe to send it again: nothing is done twice.',
  ],
  ofForm: [
    'It has been noted, and nothing that was recorded before is lost.',
    'What you typed is kept on this page. You can send it again: nothing is done twice.',
  ],
};

const pages: Partial<Record<ProblemCode, ErrorPage>> = {
  BODY_TOO_LARGE: {
    status: 413,
    title: 'This is more than can be sent at once',
    text: [
      'Nothing was sent. Go back: if what you typed still stands there, copy it before you do anything else.',
      'Then send less of it, or in parts. A whole report or letter is better kept where it is, and named here.',
    ],
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: 'Too many requests',
    text: ['Wait a minute, then load this page again.'],
  },
  DATABASE_DOWN: {
    status: 503,
    title: 'The records cannot be reached just now',
    text: ['Wait a moment, then load this page again.', 'Reminders go on, and nothing that was recorded is lost.'],
    ofForm: [
      'What you typed is kept on this page. Leave it open, wait a moment, then send it again: nothing is done twice.',
      'Reminders go on, and nothing that was recorded is lost.',
    ],
  },
  SIGN_IN_DOWN: {
    status: 503,
    title: 'You cannot be signed in just now',
    text: ['Whoever vouches for your sign-in cannot be reached. Wait a moment, then try again.'],
  },
  NOT_REGISTERED: {
    status: 403,
    title: 'You are signed in, but not registered to work here',
    text: [
      'Your organisation knows you; MARAC Casework does not, or your appointment has ended.',
      'Ask the system administrator of your partnership to register you. If you do not know who that is, ask your MARAC coordinator. They need the address you signed in with.',
    ],
  },
  UNEXPECTED: unexpected,
};

const absent: readonly ProblemCode[] = ['NOT_FOUND', 'NO_SUCH_ADDRESS', 'NOT_ALLOWED', 'NO_ACCESS'];

/** What an address may ask and this one does wrongly. The same whoever asks, and before anything is looked up. */
const notAsked: ErrorPage = {
  status: 400,
  title: 'This page cannot be asked that',
  text: [
    'The address asks for something that there is not, such as an area, a kind or a date that does not exist.',
    'Open the page without it and choose again.',
  ],
};

/** Refusals of what an address asks, with the part they are about. */
export const wronglyAsked: Partial<Record<ProblemCode, string>> = {
  UNKNOWN_AREA: 'area',
  UNKNOWN_AGENCY: 'agency',
  CURSOR_NOT_VALID: 'after',
  NOT_AS_DESCRIBED: '',
};

/** A refusal for which no page stands here: its own sentence says why, and it is no fault of the product. */
function refused(code: ProblemCode): ErrorPage {
  return { status: 422, title: 'This cannot be done as it stands', text: [meaningOf(code)] };
}

/** Answers with the page that belongs to a problem. */
export function sendErrorPage(
  site: Site,
  response: Response,
  { code, parts = [] }: Pick<RequestProblem, 'code' | 'parts'>,
): void {
  const part = wronglyAsked[code];
  const { status, title, text, ofForm } =
    part !== undefined ? notAsked : absent.includes(code) ? notFound : (pages[code] ?? refused(code));
  if (status === 503) response.set('Retry-After', '5');
  const { requestId } = localsOf(response);
  const wrong = [...parts.map(({ at }) => at), part ?? ''].flatMap((name) => partWords[name] ?? []);
  const more = status === 400 ? { wrong: wrong.join(', '), without: response.req.path } : {};
  const again = ofForm ? sentAgain(response.req) : null;
  const said = { title, text: (again && ofForm) ?? text, again };
  sendView(site, response, status, 'error.njk', { ...said, ...more, requestId: status >= 500 ? requestId : null });
}

/** The last resort: a page without detail, noted under the request's id. */
export function onError(site: Site): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { status } = error as { status?: unknown };
    if (status === 413) return sendErrorPage(site, response, { code: 'BODY_TOO_LARGE' });
    if (error instanceof URIError || (typeof status === 'number' && status >= 400 && status < 500))
      return sendErrorPage(site, response, { code: 'NO_SUCH_ADDRESS' });
    const { requestId } = localsOf(response);
    if (isOutage(error)) {
      site.deps.log.warn({ requestId }, 'the database cannot be reached');
      return sendErrorPage(site, response, { code: 'DATABASE_DOWN' });
    }
    site.deps.log.error({ requestId, err: error }, 'a page failed unexpectedly');
    sendErrorPage(site, response, { code: 'UNEXPECTED' });
  };
}
