import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHours } from '../../domain/calendar/london.ts';
import { pages } from '../../web/pages.ts';
import { formatShortDate } from '../../web/wording/shortDate.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { everyForm, type OfferedForm } from './everyForm.ts';
import { everySubject, whoSeesEverything } from './everySubject.ts';
import { madeSubjects } from './madeSubjects.ts';
import { formOn, hasRun, readerOf, typedInto, type Reader, type Sent } from './reader.ts';
import { putsDownNothing, sendEachTwice } from './sentTwice.ts';
import { lookForWords, writtenEverywhere } from './shownAsText.ts';
import { siteWithoutBrowser } from './siteForTest.ts';
import type { Subjects } from './subjectsOfPages.ts';
import { waitingSubjects } from './waitingSubjects.ts';

/** Ends whatever it stands in, runs, draws and counts where a template would; marks beside their letters, a picture of several, and letters from right to left. */
const words = `"'><script>document.title=1</script><b data-planted>{{7*7}} Zoe\u0308 👩🏽‍🦱 بنت سلام`;
const long = 'W'.repeat(10_000);

/** Pages on which what somebody wrote stands before somebody. */
const whereWordsStand = [
  ...['/', '/assessments', '/assessments/:assessment', '/cases', '/cases/:reference'],
  ...['completion', 'due-date', 'extension', 'not-done', 'not-possible', 'reassignment'].map(
    (deed) => `/cases/:reference/actions/:actionId/${deed}`,
  ),
  ...['contact-attempts', 'deny-list', 'outcome-told'].map((form) => `/cases/:reference/${form}`),
  '/further-abuse/:report',
  ...[
    '',
    '/agenda',
    '/answers/:agency',
    '/answers/:agency/nothing-known',
    '/cases/:reference',
    '/research/:reference',
  ].map((page) => `/meetings/:meetingId${page}`),
  '/refer/drafts/:draftId/check',
];

const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;
let product: TestProduct;
let app: Express;
let everything: readonly Subjects[];
let forms: readonly OfferedForm[];
const readers = new Map<string, Reader>();

const signedIn = (subject: string) => readerOf(app, { ...product, sessionKeys }, subject);

beforeAll(async () => {
  product = await startWorkerForTest();
  const stages = await everySubject(product);
  const [ordinary = {}] = stages;
  everything = [...stages, ...(await madeSubjects(product, ordinary)), ...(await waitingSubjects(product, ordinary))];
  // What somebody may do is staged and then refused: everything stays as it is for the next form, and what was typed comes back.
  const sendCommand = async () => ({ ok: false, code: 'CASE_ENDED', blocking: [] }) as const;
  app = await siteWithoutBrowser({ ...product, engine: { ...product.engine, sendCommand } }, sessionKeys);
  for (const subject of whoSeesEverything) readers.set(subject, await signedIn(subject));
  forms = await everyForm(everything, readers);
}, 480_000);
afterAll(() => product?.stop());

const commands = () => product.store.prisma.command.count();
const anew = async ({ by, address }: OfferedForm): Promise<Readonly<Record<string, string>>> =>
  formOn(await by.get(address))?.fields ?? {};
const all = (names: readonly string[], text: string) => Object.fromEntries(names.map((name) => [name, text]));
const lost = (answer: Sent, names: readonly string[], text: string) =>
  names.filter((name) => typedInto(answer, name) !== text);
/** Forms that are more than a button; a button alone would do what it is for. */
const writtenInto = () => forms.filter(({ form }) => form.typed.length > 0);
/** A sentence, or the question again; no name of a program and no word of its library. */
const isPlain = (text: string) => /^(Say\b.*|\S.*[.?])$/s.test(text) && !/[a-z][A-Z]|_|expected|[<>]=/.test(text);
const said = ({ document }: Sent) =>
  [...document.querySelectorAll('.govuk-error-summary__list li')].map((each) => each.textContent?.trim() ?? '');

describe('every form there is', { timeout: 600_000 }, () => {
  it('is walked here', () => {
    const walked = new Set(forms.map(({ page }) => page.path));
    expect(pages.filter(({ form, path }) => form && !walked.has(path)).map(({ path }) => path)).toEqual([]);
  });

  it('gives back what was typed into each of its fields as it was typed, and none of it has become a part of the page', async () => {
    const wrong: string[] = [];
    let cameBack = 0;
    for (const form of writtenInto()) {
      const { typed } = form.form;
      const answer = await form.by.post(form.address, { ...(await anew(form)), ...all(typed, words) });
      if (hasRun(answer)) wrong.push(`${form.page.path}: has run`);
      if (answer.status >= 500) wrong.push(`${form.page.path}: ${answer.status}`);
      if (![409, 422].includes(answer.status)) continue;
      cameBack += 1;
      for (const name of lost(answer, typed, words)) wrong.push(`${form.page.path}: ${name} is not as it was typed`);
    }
    expect(wrong).toEqual([]);
    expect(cameBack).toBeGreaterThan(forms.length / 2);
  });

  it('takes 10,000 letters or says in a sentence why not, and keeps them to be shortened', async () => {
    const wrong: string[] = [];
    for (const form of writtenInto()) {
      const { typed } = form.form;
      const answer = await form.by.post(form.address, { ...(await anew(form)), ...all(typed, long) });
      if (![303, 409, 422].includes(answer.status)) wrong.push(`${form.page.path}: ${answer.status}`);
      if (answer.status === 303) continue;
      const faults = said(answer);
      if (faults.length === 0 || faults.some((text) => !isPlain(text)))
        wrong.push(`${form.page.path}: says ${JSON.stringify(faults)}`);
      for (const name of lost(answer, typed, long)) wrong.push(`${form.page.path}: ${name} is not as it was typed`);
    }
    expect(wrong).toEqual([]);
  });

  it('that is larger than anything a form may hold is not taken for a page that is not there', async () => {
    const draft = forms.find(({ page }) => page.path === '/refer/drafts/:draftId');
    if (!draft) throw new Error('Nobody is offered the form of a referral.');
    const own = await anew(draft);
    const answer = await draft.by.post(draft.address, { ...own, narrative: 'W'.repeat(5_000_000) });
    expect([answer.status, answer.document.querySelector('h1')?.textContent?.trim()]).toEqual([
      413,
      'This is more than can be sent at once',
    ]);
    expect(formOn(await draft.by.get(draft.address))?.fields['_version']).toBe(own['_version']);
  });

  it('is not taken with the mark of somebody else’s form or without one, and gives back what was typed', async () => {
    const before = await commands();
    const wrong: string[] = [];
    for (const form of forms) {
      const stranger = form.subject === 'amy.adeyemi' ? 'wanda.osei' : 'amy.adeyemi';
      const own = await anew(form);
      const theirs = await tokenOf(stranger);
      for (const mark of [{ _token: theirs }, { _token: '' }, { _key: '' }]) {
        const { typed } = form.form;
        const answer = await form.by.post(form.address, { ...own, ...all(typed, words), ...mark });
        const right = '_key' in mark ? 422 : 403;
        if (answer.status !== right) wrong.push(`${form.page.path} with ${JSON.stringify(mark)}: ${answer.status}`);
        else if (lost(answer, typed, words).length > 0) wrong.push(`${form.page.path}: keeps nothing`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await commands()).toBe(before);
  });

  it('leads to nothing where it is sent to an address that somebody tampered with', async () => {
    const before = await commands();
    const wrong: string[] = [];
    for (const form of forms) {
      const own = await anew(form);
      for (const [at, part] of form.address.split('?')[0]?.split('/').entries() ?? []) {
        if (!form.page.path.split('/')[at]?.startsWith(':')) continue;
        for (const value of ['ZZZZZZZZ', '0190a0c4-0000-7000-8000-000000000000', '..%2F..', `${part}%00`]) {
          const address = form.address.split('/').with(at, value).join('/');
          const answer = await form.by.post(address, { ...own, ...all(form.form.typed, words) });
          if (answer.status !== 404) wrong.push(`${form.page.path} at ${address}: ${answer.status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await commands()).toBe(before);
  });

  it('about a part of one case does nothing with it below the address of another', async () => {
    const wrong: string[] = [];
    const ofParts = forms.filter(({ page }) => /^\/cases\/:reference\/.*:/.test(page.path));
    expect(ofParts.length).toBeGreaterThan(10);
    for (const form of ofParts) {
      const own = await anew(form);
      const other = forms.find(({ subjects }) => subjects['reference'] !== form.subjects['reference'])?.subjects;
      const address = form.address.replace(form.subjects['reference'] ?? '', other?.['reference'] ?? '');
      const answers = [
        await form.by.get(address),
        await form.by.post(address, { ...own, ...all(form.form.typed, 'So.') }),
      ];
      for (const { status } of answers) if (status !== 404 && status !== 422) wrong.push(`${address}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('every form whose session ends while somebody types', { timeout: 600_000 }, () => {
  it('stands as it was typed once they have signed in again', async () => {
    const wrong: string[] = [];
    for (const [subject, own] of Map.groupBy(forms, (form) => form.subject)) {
      const before = await signedIn(subject);
      const opened = [];
      for (const form of own) opened.push({ form, fields: await anew({ ...form, by: before }) });
      await product.store.prisma.pageSession.updateMany({
        where: { subject },
        data: { lastSeenAt: new Date(addHours(product.clock.now(), -1)) },
      });
      const after = await signedIn(subject);
      for (const { form, fields } of opened) {
        const { typed } = form.form;
        const { status, to } = await before.post(form.address, { ...fields, ...all(typed, words) });
        const back = new URL(to ?? '/', 'http://here').searchParams.get('to') ?? '/';
        const shown = await after.get(back);
        if (status !== 303 || !back.includes('held=')) wrong.push(`${form.page.path}: ${status} to ${String(to)}`);
        else if (shown.status !== 200) wrong.push(`${form.page.path} after: ${shown.status}`);
        for (const name of lost(shown, typed, words)) wrong.push(`${form.page.path}: ${name} is lost`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('what somebody wrote', { timeout: 900_000 }, () => {
  it('stands as text on every page that shows it, to everybody to whom it is shown', async () => {
    const sealing = writtenEverywhere(product.sealing, words);
    const written = await siteWithoutBrowser({ ...product, sealing }, sessionKeys);
    const reading = new Map<string, Reader>();
    for (const subject of whoSeesEverything)
      reading.set(subject, await readerOf(written, { ...product, sessionKeys }, subject));
    const { showing, wrong } = await lookForWords(words, { everything, forms }, reading);
    expect(wrong).toEqual([]);
    expect([...showing]).toEqual(expect.arrayContaining(whereWordsStand));
  });
});

describe('every form that is sent again', { timeout: 900_000 }, () => {
  it('does what it is for once, and answers as it did', async () => {
    await product.worker.stop();
    // What was sent waits to be decided: nothing but the sending itself is put down.
    const sendCommand = async () => 'pending' as const;
    const waiting = await siteWithoutBrowser({ ...product, engine: { ...product.engine, sendCommand } }, sessionKeys);
    const senders = new Map<string, Reader>();
    for (const subject of whoSeesEverything)
      senders.set(subject, await readerOf(waiting, { ...product, sessionKeys }, subject));
    const day = (hoursAhead: number) => formatShortDate(addHours(product.clock.now(), hoursAhead));
    const offered = forms.map((form) => ({ ...form, by: senders.get(form.subject) ?? form.by }));
    const sent = await sendEachTwice(product, offered, { today: day(0), later: day(24 * 20), words: 'So it was.' });
    expect(sent.wrong).toEqual([]);
    const puttingDown = sent.notTaken.filter(
      (each) => !Object.keys(putsDownNothing).some((path) => each.startsWith(`${path}: `)),
    );
    expect(puttingDown).toEqual([]);
  });
});

const tokens = new Map<string, string>();
/** What the forms of somebody carry, so that they are known as theirs. */
async function tokenOf(subject: string): Promise<string> {
  const known = tokens.get(subject);
  if (known !== undefined) return known;
  const own = forms.find((form) => form.subject === subject);
  const token = own ? ((await anew(own))['_token'] ?? '') : '';
  expect(token).not.toBe('');
  tokens.set(subject, token);
  return token;
}
