import express, { type Express } from 'express';
import { SMTPServer } from 'smtp-server';
import { inboxPage, messagePage } from './inboxPages.ts';
import type { MailStore } from './mailStore.ts';

const largestMessage = 5_000_000;

/** Addresses here are refused, as by a mail server that does not know them: to see what the product does then. */
export const refusingDomain = 'refusing.example';

/** Takes every mail, whoever it is for, and delivers none of them onwards. */
export function createMailServer(store: MailStore): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: largestMessage,
    onRcptTo({ address }, _session, done) {
      if (!address.toLowerCase().endsWith(`@${refusingDomain}`)) return done();
      done(Object.assign(new Error('No such mailbox here'), { responseCode: 550 }));
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.once('error', done);
      stream.once('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        store.add(Buffer.concat(parts), { from, to }).then(
          () => done(),
          (error: unknown) => done(error as Error),
        );
      });
    },
  });
}

/** The inbox to look at: pages for people, JSON for programs. */
export function createInboxPages(store: MailStore): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    // Mail is shown as it came; nothing in it may run or call elsewhere.
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'");
    next();
  });
  app.get('/', (request, response) => {
    const to = typeof request.query['to'] === 'string' ? request.query['to'] : undefined;
    response.send(inboxPage(store.list(to), to));
  });
  app.get('/messages/:id', async (request, response) => {
    const message = await store.read(request.params.id);
    if (message) response.send(messagePage(message));
    else response.status(404).send('No such message.');
  });
  app.get('/api/messages', (request, response) => {
    const { to, limit } = request.query;
    const messages = store.list(typeof to === 'string' ? to : undefined);
    response.json(messages.slice(0, Number(limit) || messages.length));
  });
  app.get('/api/messages/:id', async (request, response) => {
    const message = await store.read(request.params.id);
    if (message) response.json(message);
    else response.status(404).json({ error: 'not_found' });
  });
  app.delete('/api/messages', (_request, response) => {
    store.clear();
    response.status(204).end();
  });
  return app;
}
