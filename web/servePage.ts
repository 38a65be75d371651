import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { isProblem, problem, type RequestProblem } from '../contracts/problemCode.ts';
import { bodyHashOf } from '../usecases/requestIdentity.ts';
import { versionOf } from '../usecases/versionOf.ts';
import { readHeldForm, type SentForm } from '../usecases/sessions/heldForm.ts';
import { leaveNotice } from './cookies.ts';
import type { Done, Page, PageFile, Shown } from './definePage.ts';
import { sendErrorPage } from './errorPages.ts';
import { faultsOf, faultsOfProblem, type Fault } from './form/faults.ts';
import { carried, nestFields, readFields } from './form/fields.ts';
import { formState, type FormState } from './form/formState.ts';
import { changedParts, readSeen, type Seen } from './form/seen.ts';
import { localsOf, signedInOf, type SignedIn } from './locals.ts';
import { mayOpen } from './navigation.ts';
import { sendNotPossible } from './sendNotPossible.ts';
import { askedAgain, readQuery, showAsked, type AskedOfPage } from './showAsked.ts';
import { sendView, type Site } from './site.ts';

/** A page as Express calls it: parse, authorise, load, present. What is about one case is authorised where it is loaded. */
export function servePage(page: Page, site: Site): RequestHandler {
  return async (request, response) => {
    const asked = ask(page, site, request, response);
    if (isProblem(asked)) return sendErrorPage(site, response, asked);
    const { shown, faults: askedWrongly } = await showAsked(page, site.deps, asked);
    const token = asked.signedIn.formToken;
    const held = page.form ? await heldForm(site, request, asked.signedIn) : null;
    if (held && isProblem(shown) && isHidden(shown))
      return sendNotPossible(site, response, [{ at: null, text: overtaken }], readFields(held));
    present(page, site, response, shown, ({ values, faults, ...about }) => {
      if (askedWrongly.length > 0) return askedAgain(request.query, askedWrongly, { token, values, faults });
      if (!held) return { status: 200, form: formState({ token, ...asShown(about), values, faults }) };
      const kept = [{ at: null, text: whatWasTyped }];
      return {
        status: 200,
        form: formState({ token, ...asOpened(held, about), values: readFields(held), faults: kept }),
      };
    });
  };
}

const whatWasTyped =
  'You had been signed out when you sent this. Nothing was sent: check what you typed, then send it.';
const overtaken =
  'You had been signed out when you sent this. Meanwhile something happened after which it is not done any more.';
const fromElsewhere = 'This form was opened before you signed in again. Nothing was sent: check it, then send it.';

/** A form that was sent: parse, authorise, act; whatever is refused comes back with what was typed. */
export function serveForm(page: Page, site: Site): RequestHandler {
  return async (request, response) => {
    const asked = ask(page, site, request, response);
    if (isProblem(asked)) return sendErrorPage(site, response, asked);
    if (!page.form) return sendErrorPage(site, response, { code: 'NOT_FOUND' });
    const { input, signedIn } = asked;
    const sent: unknown = request.body;
    const fields = readFields(sent);
    const again = async (status: number, faults: readonly Fault[], sentKey?: string, isRefused = false) => {
      const shown = await page.show(input, site.deps);
      if (isRefused && isProblem(shown) && isHidden(shown)) return sendNotPossible(site, response, faults, fields);
      const token = signedIn.formToken;
      present(page, site, response, shown, (about) => {
        // Only where it is said that something changed does the form go on from what stands there now.
        const from = status === 409 ? asShown(about) : asOpened(sent, about);
        const changed = status === 409 && about.seen ? changedParts(readSeen(carried(sent, '_seen')), about.seen) : [];
        return { status, form: formState({ token, key: sentKey, ...from, changed, values: fields, faults }) };
      });
    };
    const key = carried(sent, '_key');
    if (!isSame(carried(sent, '_token'), signedIn.formToken)) return again(403, [{ at: null, text: fromElsewhere }]);
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) return again(422, [{ at: null, text: fromElsewhere }]);
    const { schema, read = nestFields, missing, fieldOf = (at: string) => at } = page.form;
    const onPage = (faults: readonly Fault[]) =>
      faults.map(({ at, text }) => ({ at: at === null ? null : fieldOf(at, fields), text }));
    const parsed = schema.safeParse(read(fields));
    if (!parsed.success) return again(422, onPage(faultsOf(parsed.error, missing)), key);
    const version = versionIn(sent);
    const bodyHash = bodyHashOf(request.originalUrl, version === null ? null : String(version), fields);
    const stillAsSeen = async () => {
      const now = await page.show(input, site.deps);
      return 'title' in now && (asShown(now).version ?? null) === version;
    };
    const done = await page.form.act({ ...input, body: parsed.data, key, bodyHash, version, stillAsSeen }, site.deps);
    if (!isProblem(done)) return goOn(site, response, done);
    const isField = (name: string) => name in fields;
    // What names a field is about what was typed there, and tells of nothing that is hidden.
    if (isHidden(done) && !done.parts?.some(({ at }) => isField(at))) return sendErrorPage(site, response, done);
    const faults = faultsOfProblem(done, isField);
    await again(statusOf(done), faults, undefined, true);
  };
}

interface Allowed extends AskedOfPage {
  readonly signedIn: SignedIn;
}

/**
 * The request taken apart and, where the page is not about one case, allowed. Where nothing is there for this person they are told no
 * more. A wrong word in what the address asks is said on the page where it was filled in there, else it is named by the part it stands in,
 * before anything is read.
 */
function ask(page: Page, site: Site, request: Request, response: Response): Allowed | RequestProblem {
  const route = `page ${request.method === 'POST' ? 'POST' : 'GET'} ${page.path}`;
  localsOf(response).route = route;
  const signedIn = signedInOf(response);
  if (!mayOpen(page, signedIn.actor)) return problem('NOT_FOUND');
  const { held: _held, ...asked } = request.query;
  const params = page.params?.safeParse(request.params);
  const query = readQuery(page, asked);
  if (params?.success === false) return problem('NOT_FOUND');
  if ('wrong' in query) return problem('NOT_AS_DESCRIBED', query.wrong);
  const now = site.deps.clock.now();
  const { actor } = signedIn;
  return {
    input: { actor, params: params?.data, query: query.query, now, route, publicUrl: site.publicUrl },
    faults: query.faults,
    signedIn,
  };
}

interface About {
  readonly version?: number | undefined;
  readonly seen?: Seen | undefined;
}

/** What a form is about, as it stands now. */
function asShown({ version, seen }: About): About {
  return { version: version ?? (seen && versionOf(seen)), seen };
}

/** What a form is about, as it stood when it was opened: what somebody changed since must not go unnoticed. */
function asOpened(sent: unknown, about: About): About {
  const version = versionIn(sent);
  return version === null ? asShown(about) : { version, seen: readSeen(carried(sent, '_seen')) };
}

/** What was sent after the session had ended, where this address was opened to go on with it. */
async function heldForm(site: Site, request: Request, { subject }: SignedIn): Promise<SentForm | null> {
  const { held } = request.query;
  if (typeof held !== 'string' || !/^[0-9a-f-]{36}$/.test(held)) return null;
  return readHeldForm(site.sessions, { id: held, subject, address: addressWithout(request.originalUrl, 'held') });
}

/** An address without one of its questions, as forms are held by it. */
export function addressWithout(address: string, question: string): string {
  const { pathname, searchParams } = new URL(address, 'http://here');
  searchParams.delete(question);
  const rest = searchParams.toString();
  return rest === '' ? pathname : `${pathname}?${rest}`;
}

type ShownView = Extract<Shown, { readonly title: string }>;
type Presented = { readonly status: number; readonly form: FormState };

function present(
  page: Page,
  site: Site,
  response: Response,
  shown: Shown,
  formOf: (about: Pick<ShownView, 'version' | 'seen' | 'values' | 'faults'>) => Presented,
): void {
  if (isProblem(shown)) return sendErrorPage(site, response, shown);
  if ('file' in shown) return sendFile(response, shown.file);
  if ('goTo' in shown) return response.redirect(303, shown.goTo);
  const { status, form } = formOf(shown);
  sendView(site, response, status, page.view, { ...shown.data, title: shown.title, form });
}

function sendFile(response: Response, { name, type, content }: PageFile): void {
  response
    .attachment(name)
    .type(type)
    .send(typeof content === 'string' ? content : Buffer.from(content));
}

function goOn(site: Site, response: Response, done: Exclude<Done, RequestProblem>): void {
  if ('pending' in done) return response.redirect(303, `/commands/${done.pending}?to=${encodeURIComponent(done.to)}`);
  if (done.notice !== undefined) leaveNotice(site, response, done.notice);
  response.redirect(303, done.to);
}

function isHidden({ code }: RequestProblem): boolean {
  return code === 'NOT_FOUND' || code === 'NOT_ALLOWED' || code === 'NO_ACCESS';
}

function statusOf({ code }: RequestProblem): number {
  return code === 'CHANGED_MEANWHILE' ? 409 : 422;
}

function versionIn(sent: unknown): number | null {
  const text = carried(sent, '_version');
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
