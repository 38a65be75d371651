import fs from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInboxPages, createMailServer } from './createInbox.ts';
import { MailStore } from './mailStore.ts';

let dir: string;
let store: MailStore;
let mailServer: ReturnType<typeof createMailServer>;
let pages: Server;

beforeEach(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-inbox-'));
  store = new MailStore(dir, 3);
  mailServer = createMailServer(store);
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  pages = await new Promise((resolve) => {
    const listening = createInboxPages(store).listen(0, '127.0.0.1', () => resolve(listening));
  });
});
afterEach(() => {
  mailServer.close();
  pages.closeAllConnections();
  pages.close();
  fs.rmSync(dir, { recursive: true });
});

const portOf = (server: { address(): AddressInfo | string | null }) => (server.address() as AddressInfo).port;

async function send(subject: string, to = 'amy.adeyemi@marac.example'): Promise<void> {
  const port = portOf(mailServer.server);
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const html = `<p>${subject}</p>`;
  await transport.sendMail({ from: 'casework@marac.example', to, subject, text: subject, html, messageId: '<m1@x>' });
  transport.close();
}

async function get(place: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${portOf(pages)}${place}`);
}

describe('the inbox for development', () => {
  it('shows what was sent, to whom, and under which message id', async () => {
    await send('Action due £');
    const [message] = (await (await get('/api/messages')).json()) as { id: string }[];
    expect(message).toMatchObject({ subject: 'Action due £', to: ['amy.adeyemi@marac.example'], messageId: '<m1@x>' });
    const whole = (await (await get(`/api/messages/${message?.id}`)).json()) as { text: string };
    expect(whole.text.trim()).toBe('Action due £');
    expect(await (await get(`/messages/${message?.id}`)).text()).toContain('Action due £');
  });

  it('still has everything after a restart, the newest first', async () => {
    await send('first');
    await send('second');
    expect(new MailStore(dir, 3).list().map(({ subject }) => subject)).toEqual(['second', 'first']);
  });

  it('shows what went to several people under one subject as one line, with the way to each', async () => {
    for (const name of ['ada', 'ben']) await send('you are asked to come', `${name}@housing.example`);
    await send('an action for you');
    const html = await (await get('/')).text();
    expect(html).toContain('3 messages under 2 subjects');
    expect(html.match(/<tr><td>/g)).toHaveLength(2);
    expect(html).toContain('<summary>2 messages</summary>');
    for (const { id } of store.list()) expect(html).toContain(`/messages/${id}`);
  });

  it('keeps no more than it is told to, on disk as well', async () => {
    for (const subject of ['one', 'two', 'three', 'four']) await send(subject);
    expect(store.list().map(({ subject }) => subject)).toEqual(['four', 'three', 'two']);
    expect(fs.readdirSync(dir)).toHaveLength(6);
  });

  it('can be asked for one person’s mail', async () => {
    await send('hers');
    await send('his', 'bruno.castelli@marac.example');
    const found = (await (await get('/api/messages?to=bruno.castelli@marac.example')).json()) as { subject: string }[];
    expect(found.map(({ subject }) => subject)).toEqual(['his']);
  });

  it('refuses addresses of one domain, so that undeliverable mail can be tried out', async () => {
    await expect(send('lost', 'gone@refusing.example')).rejects.toMatchObject({ responseCode: 550 });
    expect(store.list()).toEqual([]);
  });

  it('shows markup in a subject as text', async () => {
    await send('<script>alert(1)</script>');
    const list = await (await get('/')).text();
    expect(list).not.toContain('<script>');
    expect(list).toContain('alert(1)');
  });
});
