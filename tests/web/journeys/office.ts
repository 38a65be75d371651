import PostalMime from 'postal-mime';
import { setTimeout as pause } from 'node:timers/promises';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { systemClock } from '../../../platform/clock.ts';
import { createMailTransport } from '../../../platform/mail.ts';
import { createDispatcher } from '../../../worker/dispatcher.ts';
import { officeForTest, type Caller, type Posted } from '../../api/officeForTest.ts';
import { startSmtpServer, type TakenMessage } from '../../builders/smtpServer.ts';
import { startWorkerForTest, type TestProduct } from '../../environment/startWorkerForTest.ts';
import { lookEveryWay } from '../lookEveryWay.ts';
import { startSiteForTest, type TestSite } from '../siteForTest.ts';

/** An office at work: pages, sign-in, cases and clocks, and mail that goes out. Every journey walks through the same one. */
export interface Office {
  readonly product: TestProduct;
  readonly site: TestSite;
  /** What happened before a journey begins, sent as the interface takes it. */
  readonly as: (subject: string) => Caller;
  /** Something that happened before a journey begins, seen recorded however long a crowded machine takes for it. */
  readonly record: (subject: string, path: string, body: object) => Promise<Posted>;
  /** The address in the message somebody gets whose subject says this; waits for it. */
  linkMailedTo(address: string, subject: RegExp): Promise<string>;
  /** The clock on the wall of the office goes on with the day; waits for a moment that is still to come. */
  clockComesTo(moment?: IsoInstant): Promise<void>;
  close(): Promise<void>;
}

/** Starts the office, with a browser to walk through it in which every kind of page is looked at in every way. */
export async function startOffice(): Promise<Office> {
  const product = await startWorkerForTest();
  const site = await startSiteForTest(product, undefined, lookEveryWay());
  const smtp = await startSmtpServer();
  const transport = createMailTransport({ smtpUrl: smtp.url, from: 'casework@marac.example' });
  const { store, databaseUrl, log } = product;
  const mailing = { store, databaseUrl, transport, clock: systemClock, log, publicUrl: site.url, pollMs: 500 };
  const dispatcher = createDispatcher(mailing);
  dispatcher.start();
  const { as } = officeForTest(product);
  return {
    product,
    site,
    as,
    record: (subject, path, body) => recorded(as(subject), path, body),
    linkMailedTo: (address, subject) => {
      const find = () =>
        linkIn(
          smtp.taken.filter(({ to }) => to === address),
          subject,
        );
      return until(find, `a message to ${address} about ${subject.source}`);
    },
    clockComesTo: async (moment = '') => {
      await until(async () => systemClock.now() > moment, `it is ${moment}`);
      product.clock.set(systemClock.now());
    },
    close: async () => {
      await dispatcher.stop();
      transport.close();
      await smtp.close();
      await site.stop();
      await product.stop();
    },
  };
}

async function recorded(caller: Caller, path: string, sent: object): Promise<Posted> {
  const { body } = await caller.post(path, sent, { version: '*' });
  const isRecorded = async () => {
    if (body.status === 'recorded') return true;
    return (await caller.get<Posted>(`/commands/${body.commandId}`)).body.status === 'recorded';
  };
  await until(isRecorded, `${path} is recorded after ${JSON.stringify(body)}`);
  return body;
}

/** The address that stands in the first of these messages whose subject says this. */
async function linkIn(messages: readonly TakenMessage[], subject: RegExp): Promise<string | null> {
  for (const { raw } of messages) {
    const mail = await PostalMime.parse(raw);
    const [link] = /http\S+/.exec(mail.text ?? '') ?? [];
    if (link !== undefined && subject.test(mail.subject ?? '')) return link;
  }
  return null;
}

/** What is found, once it is there. */
export async function until<T>(find: () => Promise<T | null | undefined | false>, what: string): Promise<T> {
  const deadline = Date.now() + 180_000;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`It never came to this: ${what}.`);
    await pause(150);
  }
}
