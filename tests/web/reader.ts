import type { Express } from 'express';
import { parseHTML } from 'linkedom';
import request from 'supertest';
import { beginSession } from '../../usecases/sessions/pageSession.ts';
import type { SessionTools } from '../../usecases/sessions/sessionTools.ts';

/** A part of a page, as far as it is read here. */
export interface Part {
  readonly localName: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  closest(selector: string): Part | null;
  querySelector(selector: string): Part | null;
  querySelectorAll(selector: string): Iterable<Part>;
}

/** A page as the server sent it. */
export interface Sent {
  readonly status: number;
  /** Where the server leads on to; null where it does not. */
  readonly to: string | null;
  readonly html: string;
  readonly document: Part;
}

/** A form on a page: what it would send as it stands, and which of its fields one types into. */
export interface SentForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly typed: readonly string[];
}

/** Somebody who is signed in and reads what the server sends, without a window: quick enough to walk through everything. */
export interface Reader {
  get(address: string): Promise<Sent>;
  post(address: string, fields: object): Promise<Sent>;
}

/** Signs somebody in and gives what they read with. */
export async function readerOf(app: Express, sessions: SessionTools, subject: string): Promise<Reader> {
  const token = await beginSession(sessions, { subject, idToken: 'none' });
  const cookie = `marac-session=${token}`;
  return {
    get: async (address) => sent(await request(app).get(address).set('Cookie', cookie)),
    post: async (address, fields) =>
      sent(await request(app).post(address).set('Cookie', cookie).type('form').send(fields)),
  };
}

function sent({ status, headers, text }: request.Response): Sent {
  const html = text ?? '';
  // Written for browsers, its types are not known here.
  const { document } = parseHTML(html) as { document: Part };
  return { status, to: headers['location'] ?? null, html, document };
}

/** Whether `<b data-planted>{{7*7}}` that was typed has become a part of the page, or was worked out by a template. */
export function hasRun({ document, html }: Sent): boolean {
  return document.querySelector('[data-planted]') !== null || html.includes('data-planted&gt;49');
}

/** The form that a page is for; null where it has none. */
export function formOn({ document }: Sent): SentForm | null {
  const form = document.querySelector('main form[method="post"]');
  if (!form) return null;
  const fields: Record<string, string> = {};
  const typed: string[] = [];
  for (const field of form.querySelectorAll('input[name], textarea[name]')) {
    const [name, type] = [field.getAttribute('name') ?? '', field.getAttribute('type') ?? 'text'];
    if (field.localName === 'textarea' || type === 'text') typed.push(name);
    else if (type === 'hidden') fields[name] = field.getAttribute('value') ?? '';
  }
  return { fields, typed };
}

/** What stands in a field that one types into. */
export function typedInto({ document }: Sent, name: string): string | null {
  const field = document.querySelector(`main form [name="${name}"]`);
  if (field?.localName !== 'textarea') return field?.getAttribute('value') ?? null;
  // A browser reads entities in there; this reader of pages leaves them as they are.
  const { document: read } = parseHTML(`<p>${field.textContent ?? ''}</p>`) as { document: Part };
  return read.querySelector('p')?.textContent ?? null;
}
