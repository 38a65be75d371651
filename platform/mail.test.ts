import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { createMailTransport, mailHostOf, type MailOptions, type MailTransport } from './mail.ts';

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** A real SMTP server on loopback that behaves as told. */
async function aServer(options: SMTPServerOptions): Promise<string> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(() => new Promise((resolve) => server.close(() => resolve())));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

/** A server that speaks a few lines by itself and then does what it is told with the line. */
async function aRudeServer(onData: (socket: Socket, text: string) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => onData(socket, data.toString()));
    socket.write('220 rude\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function aTransport(smtpUrl: string, more: Partial<MailOptions> = {}): MailTransport {
  const transport = createMailTransport({ smtpUrl, from: 'casework@marac.example', longestMs: 5_000, ...more });
  opened.push(() => transport.close());
  return transport;
}

const mail = {
  to: 'ann@housing.example',
  messageId: '<0190-1@marac.example>',
  subject: 'Case KMT4-9RQ: Action – due today',
  text: 'Action\n',
  html: '<p>Action</p>\n',
};
const refuse = (responseCode: number) =>
  Object.assign(new Error('ann@housing.example is not known here'), { responseCode });

describe('sending mail', () => {
  it('hands over text and HTML under the Message-ID it is given, marked as automatic', async () => {
    const seen: string[] = [];
    const url = await aServer({
      onData(stream, session, done) {
        let raw = '';
        stream.setEncoding('utf8').on('data', (part: string) => (raw += part));
        stream.on('end', () => {
          seen.push(session.envelope.rcptTo.map(({ address }) => address).join(), raw);
          done();
        });
      },
    });
    expect(await aTransport(url).send(mail)).toEqual({ outcome: 'sent' });
    expect(seen[0]).toBe('ann@housing.example');
    expect(seen[1]).toMatch(/^Message-ID: <0190-1@marac\.example>\r$/m);
    expect(seen[1]).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(seen[1]).toMatch(/^From: casework@marac\.example\r$/m);
    expect(seen[1]).toContain('Content-Type: text/html; charset=utf-8');
  });

  it('carries a file for calendars beside the words', async () => {
    let raw = '';
    const url = await aServer({
      onData(stream, _session, done) {
        stream.setEncoding('utf8').on('data', (part: string) => (raw += part));
        stream.on('end', () => done());
      },
    });
    const calendar = { name: 'meeting.ics', method: 'CANCEL', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' };
    await aTransport(url).send({ ...mail, calendar });
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=CANCEL; name=meeting\.ics\r$/m);
    expect(raw).toMatch(/^Content-Disposition: attachment; filename=meeting\.ics\r$/m);
    raw = '';
    await aTransport(url).send(mail);
    expect(raw).not.toContain('text/calendar');
  });

  it.each([
    ['a recipient refused for good', 550, { outcome: 'refused', code: 'RECIPIENT_REFUSED' }],
    ['a recipient refused for now', 450, { outcome: 'failed', code: 'SERVER_BUSY' }],
    ['a server that is closing', 421, { outcome: 'failed', code: 'SERVER_BUSY' }],
  ])('tells %s by its kind alone', async (_what, code, expected) => {
    const url = await aServer({ onRcptTo: (_address, _session, done) => done(refuse(code)) });
    expect(await aTransport(url).send(mail)).toEqual(expected);
  });

  it.each([
    ['a message refused for good', 554, { outcome: 'refused', code: 'MESSAGE_REFUSED' }],
    ['a message refused for now', 452, { outcome: 'failed', code: 'SERVER_BUSY' }],
  ])('tells %s by its kind alone', async (_what, code, expected) => {
    const url = await aServer({
      onData: (stream, _session, done) => stream.on('end', () => done(refuse(code))).resume(),
    });
    expect(await aTransport(url).send(mail)).toEqual(expected);
  });

  it('does not take a sender or a sign-in that is refused for a fault of the recipient', async () => {
    const sender = await aServer({ onMailFrom: (_address, _session, done) => done(refuse(550)) });
    expect(await aTransport(sender).send(mail)).toEqual({ outcome: 'failed', code: 'SENDER_REFUSED' });
    const signIn = await aServer({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refuse(535)) });
    const withUser = signIn.replace('smtp://', 'smtp://somebody:wrong@');
    expect(await aTransport(withUser).send(mail)).toEqual({ outcome: 'failed', code: 'SIGN_IN_REFUSED' });
  });

  it('refuses an address that nobody can write to', async () => {
    const url = await aServer({});
    for (const to of ['', 'not an address\r\nRCPT TO:<eve@example.org>'])
      expect(await aTransport(url).send({ ...mail, to })).toEqual({ outcome: 'refused', code: 'ADDRESS_INVALID' });
  });

  it('comes back from a server that is not there, that hangs, or that dies in the middle of a message', async () => {
    const gone = await aRudeServer(() => undefined);
    await opened.pop()?.();
    expect(await aTransport(gone).send(mail)).toEqual({ outcome: 'failed', code: 'NO_CONNECTION' });

    const silent = await aRudeServer(() => undefined);
    expect(await aTransport(silent, { longestMs: 200 }).send(mail)).toEqual({ outcome: 'failed', code: 'TIMED_OUT' });

    const dying = await aRudeServer((socket, text) => {
      if (/^DATA/m.test(text)) socket.write('354 go on\r\n');
      else if (/^(EHLO|MAIL|RCPT)/.test(text)) for (const _ of text.matchAll(/\r\n/g)) socket.write('250 yes\r\n');
      else socket.destroy();
    });
    expect(await aTransport(dying).send(mail)).toEqual({ outcome: 'failed', code: 'NO_CONNECTION' });
  });

  it('goes on after a server took its connection back between two messages', async () => {
    let messages = 0;
    let message = '';
    const url = await aRudeServer((socket, text) => {
      if (/^DATA/.test(text)) {
        message = '\r\n';
        socket.write('354 go on\r\n');
      } else if (message === '') socket.write('250 yes\r\n');
      else message += text;
      if (!message.endsWith('\r\n.\r\n')) return;
      message = '';
      messages += 1;
      socket.end('250 taken\r\n');
    });
    const transport = aTransport(url, { concurrency: 1 });
    expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
    expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
    expect(messages).toBe(2);
  });

  it('knows the host of the sender', () => {
    expect(mailHostOf('casework@marac.example')).toBe('marac.example');
  });
});
