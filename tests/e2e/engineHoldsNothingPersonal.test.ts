import { Writable } from 'node:stream';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Runtime } from '@temporalio/worker';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { workflowIds } from '../../contracts/workflowIds.ts';
import { createLog } from '../../platform/log.ts';
import { createMailTransport } from '../../platform/mail.ts';
import { withClient } from '../../scripts/postgres/prepareDatabases.ts';
import { createDispatcher, type Dispatcher } from '../../worker/dispatcher.ts';
import { temporalLogger } from '../../worker/temporalLogger.ts';
import { aReferralBody, officeForTest, type Caller } from '../api/officeForTest.ts';
import { startSmtpServer, type TestSmtpServer } from '../builders/smtpServer.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import { isPayload, openPayload } from '../histories/payloads.ts';
import { productForRecording } from '../histories/productForRecording.ts';
import { findInDatabase } from './findInDatabase.ts';

/** Words that stand nowhere else in the world: where one turns up, something personal has leaked. */
const canary = {
  given: 'Zephyrineq',
  family: 'Quillonwhistle',
  harmer: 'Vextermandel',
  child: 'Pimbleroot',
  street: 'Umberlattice',
  postcode: 'ZE19 9QX',
  phone: '01632 960777',
  email: 'zephyrineq.private',
  words: 'Brindlewhack',
} as const;
const everyForm = Object.values(canary).flatMap((word) => [...new Set([word, word.replaceAll(' ', '')])]);

interface Advisers {
  readonly items: readonly { readonly practitionerId: string }[];
}

const logged: string[] = [];
const log = createLog(
  'canary',
  { level: 'debug', development: false },
  new Writable({
    write(line: Buffer, _encoding, done) {
      logged.push(line.toString());
      done();
    },
  }),
);
let product: TestProduct;
let smtp: TestSmtpServer;
let dispatcher: Dispatcher;
let close: (() => unknown)[] = [];
let caseIds: readonly string[];

beforeAll(async () => {
  Runtime.install({ logger: temporalLogger(log), shutdownSignals: [] });
  product = await productForRecording();
  smtp = await startSmtpServer();
  const transport = createMailTransport({ smtpUrl: smtp.url, from: 'casework@marac.example' });
  const { store, databaseUrl } = product;
  const [clock, publicUrl] = [systemClock, 'https://marac.example'];
  dispatcher = createDispatcher({ store, databaseUrl, transport, clock, log, publicUrl, pollMs: 200 });
  dispatcher.start();
  close = [() => dispatcher.stop(), () => transport.close(), () => smtp.close(), () => product.stop()];
  await liveWithCanaries();
  caseIds = (await store.prisma.case.findMany()).map(({ id }) => id);
});
afterAll(async () => {
  for (const each of close) await each();
});

/** A referral in which everything a person could be known by is a canary. */
function aCanaryReferral() {
  const { victim, perpetrator, ...more } = aReferralBody();
  const address = { lines: [`3 ${canary.street} Terrace`], postcode: canary.postcode };
  const reach = { address, phone: canary.phone, email: `${canary.email}@canary.example` };
  const child = {
    givenNames: canary.child,
    familyName: canary.family,
    dateOfBirth: '2019-02-03',
    school: canary.words,
  };
  return {
    ...more,
    victim: { ...victim, ...reach, givenNames: canary.given, familyName: canary.family, otherNames: [canary.words] },
    perpetrator: { ...perpetrator, ...reach, givenNames: canary.harmer, familyName: canary.harmer },
    children: [{ unborn: false, ...child }],
    consent: { given: false, reason: canary.words, legalBasis: 'vitalInterests' },
    safeContact: { numbers: [canary.phone], media: ['phone'], mayLeaveMessage: false, safePeople: canary.words },
    narrative: `${canary.words}: ${canary.harmer} went to ${canary.street}.`,
  };
}

/** A case lived over the interface, and everything that can go wrong in it, with canaries wherever people write. */
async function liveWithCanaries(): Promise<void> {
  const { as } = officeForTest({ ...product, log, clock: systemClock });
  const [referrer, coordinator, manager, idva] = ['marek.nowak', 'amy.adeyemi', 'leila.haddad', 'joanna.pike'].map(
    as,
  ) as [Caller, Caller, Caller, Caller];
  const note = `${canary.words} told ${canary.given}`;
  const sent = await referrer.post('/referrals', aCanaryReferral());
  expect(sent.body).toMatchObject({ status: 'recorded' });
  const path = `/cases/${sent.body.reference}`;
  const advisers = await coordinator.get<Advisers>('/people?role=idva&agency=kent-idva-service');
  const recorded = async (who: Caller, where: string, body: object, version?: '*') => {
    const answer = await who.post(`${path}${where}`, body, version === undefined ? {} : { version });
    expect(answer.body, `${where} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 'recorded' });
    return answer.body;
  };
  await recorded(coordinator, '/screening', { outcome: 'returnAsIncomplete', missing: ['consent'], note });
  await recorded(coordinator, '/screening', { outcome: 'accept', advice: note });
  await recorded(coordinator, '/grade', { judgement: { grade: 'high', reason: note } }, '*');
  await recorded(manager, '/allocation', { adviser: advisers.body.items[0]?.practitionerId });
  await recorded(idva, '/contact-attempts', { result: 'spoke', medium: 'phone', note });
  await recorded(idva, '/engagement', { status: 'engaged', note });
  await recorded(idva, '/safety-plans', { plan: note });
  const action = { agency: 'police', risk: 'stalking', description: note, urgent: true };
  const { created } = await recorded(coordinator, '/actions', action);
  await recorded(coordinator, `/actions/${created.actionId}/completion`, { note });
  await recorded(idva, '/contact-attempts', { result: 'unsafe', medium: 'phone', note });

  // What is refused, mistaken or lost must leak no more than what is accepted.
  await referrer.post('/referrals', { ...aCanaryReferral(), area: canary.words, narrative: '' });
  await referrer.post('/referrals', { ...aCanaryReferral(), [canary.words]: canary.given });
  await coordinator.post(`${path}/screening`, { outcome: 'accept', advice: note });
  await coordinator.get(`/cases/${canary.family}`);
  await coordinator.get(`/cases?area=${canary.words}`);
  await coordinator.post(`/${canary.street}`, {});
  const identity = { givenNames: canary.given, familyName: canary.family };
  const harmer = { givenNames: canary.harmer, familyName: canary.harmer };
  const incidentAt = new Date(Date.now() - 60_000).toISOString();
  await coordinator.post('/further-abuse-reports', {
    incidentAt,
    victim: identity,
    perpetrator: harmer,
    whatHappened: note,
  });
  await failInTheDatabase(coordinator, path, note);
  await vi.waitUntil(() => smtp.taken.length > 2, { timeout: 20_000 });
}

/** A command that runs into a bug of the database, whose words quote the row: parked, and told to the sender. */
async function failInTheDatabase(coordinator: Caller, path: string, note: string): Promise<void> {
  await withClient(databaseAsAdmin().href, (admin) =>
    admin.query('alter table action add constraint nothing_more check (false) not valid'),
  );
  await coordinator.post(`${path}/actions`, { agency: 'police', risk: 'stalking', description: note });
  expect(await product.store.prisma.command.count({ where: { status: 'parked' } })).toBe(1);
}

function databaseAsAdmin(): URL {
  const url = new URL(inject('testEnvironment').adminUrl);
  url.pathname = new URL(product.databaseUrl).pathname;
  return url;
}

describe('of all that people wrote down about people', { timeout: 60_000 }, () => {
  it('nothing stands in the databases of the engine', async () => {
    const { adminUrl } = inject('testEnvironment');
    const [caseId = ''] = caseIds;
    for (const database of ['temporal', 'temporal_visibility']) {
      const searched = await findInDatabase(adminUrl, database, [...everyForm, caseId]);
      // The case's id is there: the search finds what there is to find.
      expect(searched[caseId]?.length, database).toBeGreaterThan(0);
      expect(everyForm.filter((word) => searched[word]?.length)).toEqual([]);
    }
  });

  it('nothing was handed to the engine either, under its encryption', async () => {
    const opened: string[] = [];
    for (const payload of payloadsIn(await histories())) opened.push(JSON.stringify(await openPayload(payload)) ?? '');
    expect(opened.length).toBeGreaterThan(30);
    expect(opened.filter((inside) => wordsIn(inside).length > 0)).toEqual([]);
    expect(opened.join()).toContain('The command is parked.');
  });

  it('not even the words of a fault stand there in the clear', async () => {
    expect(JSON.stringify(await histories())).not.toMatch(/parked\.|SQLSTATE|node_modules/);
  });

  it('nothing stands in the logs of interface, worker and dispatcher', () => {
    expect(logged.length).toBeGreaterThan(20);
    expect(logged.filter((line) => wordsIn(line).length > 0)).toEqual([]);
  });

  it('nothing stands in a mail', async () => {
    for (const { raw } of smtp.taken) {
      const { subject, text, html, headers } = await PostalMime.parse(raw);
      expect(text).toContain('https://marac.example');
      expect(wordsIn(JSON.stringify([subject, text, html, headers]))).toEqual([]);
    }
  });

  it('what was written is in the application’s own database only sealed', async () => {
    const [caseId = ''] = caseIds;
    const name = databaseAsAdmin().pathname.slice(1);
    const searched = await findInDatabase(databaseAsAdmin().href, name, [...everyForm, caseId]);
    expect(searched[caseId]?.length).toBeGreaterThan(0);
    expect(everyForm.flatMap((word) => searched[word] ?? [])).toEqual([]);
  });
});

/** What the engine holds of every case, as JSON. */
async function histories(): Promise<unknown> {
  const { workflow } = product.worker.client;
  const fetched = caseIds.map((caseId) => workflow.getHandle(workflowIds.ofCase(caseId)).fetchHistory());
  return (await Promise.all(fetched)).map((history) => JSON.parse(historyToJSON(history)) as unknown);
}

function wordsIn(text: string): string[] {
  const lower = text.toLowerCase();
  return everyForm.filter((word) => lower.includes(word.toLowerCase()));
}

function* payloadsIn(value: unknown): Generator<Parameters<typeof openPayload>[0]> {
  if (typeof value !== 'object' || value === null) return;
  if (isPayload(value)) yield value;
  else for (const inner of Object.values(value)) yield* payloadsIn(inner);
}
