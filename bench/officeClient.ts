import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProductAddresses } from '../scripts/year/productClient.ts';

export interface OfficeAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The interface of the product as somebody signed in uses it, over connections that are kept. */
export interface OfficeClient {
  get(subject: string, path: string): Promise<OfficeAnswer>;
  /** Sends a command under a key of its own and expects it recorded. */
  record(subject: string, path: string, body: object, ifMatch?: number): Promise<OfficeAnswer['body']>;
  /** The same, giving what was answered whatever it was. */
  send(subject: string, path: string, body: object, ifMatch?: number): Promise<OfficeAnswer>;
  close(): void;
}

const mostTries = 240;

/** A client of a running product; tokens are asked for once. */
export function officeClient({ api, identity }: ProductAddresses): OfficeClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (subject: string): Promise<string> => {
    const known = tokens.get(subject) ?? tokenFor(identity, subject);
    tokens.set(subject, known);
    return known;
  };
  const call = async (subject: string, path: string, headers: Record<string, string>, body?: string) => {
    const authorization = `Bearer ${await tokenOf(subject)}`;
    return exchange(`${api}/api/v1${path}`, agent, { ...headers, authorization }, body);
  };
  const send: OfficeClient['send'] = (subject, path, body, ifMatch) => {
    const version = ifMatch === undefined ? {} : { 'if-match': `"${String(ifMatch)}"` };
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...version };
    return untilHeard(() => call(subject, path, headers, JSON.stringify(body)));
  };
  return {
    get: (subject, path) => call(subject, path, {}),
    send,
    async record(subject, path, body, ifMatch) {
      let answer = await send(subject, path, body, ifMatch);
      // Kept and not decided yet: the decision shows at an address of its own, and the time until then counts.
      while (answer.body['status'] === 'pending') {
        await pause(100);
        answer = await call(subject, `/commands/${String(answer.body['commandId'])}`, {});
      }
      if (answer.body['status'] === 'recorded') return answer.body;
      throw new Error(`${path} was answered ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    },
    close: () => agent.destroy(),
  };
}

/** Away, too busy or cut off before the answer: the same request again, under the same key, as the interface asks; the wait counts. */
async function untilHeard(call: () => Promise<OfficeAnswer>): Promise<OfficeAnswer> {
  for (let tries = 1; ; tries += 1) {
    const isLast = tries === mostTries;
    const answer = await call().catch((error: unknown) => {
      if (isLast) throw error;
      return null;
    });
    if (answer !== null && (isLast || (answer.status !== 503 && answer.status !== 429))) return answer;
    await pause(250);
  }
}

async function tokenFor(identity: string, subject: string): Promise<string> {
  const response = await fetch(`${identity}/development/token`, {
    method: 'POST',
    body: new URLSearchParams({ subject }),
  });
  if (!response.ok) throw new Error(`The sign-in gives no token for ${subject}.`);
  return ((await response.json()) as { access_token: string }).access_token;
}

/** One request over a kept connection: much lighter than `fetch`, whose own work would be measured with the product's. */
export function exchange(
  url: string,
  agent: Agent,
  headers: Record<string, string> = {},
  body?: string,
): Promise<OfficeAnswer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const method = body === undefined ? 'GET' : 'POST';
    const sent = httpRequest(url, { agent, method, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          body: text === '' ? {} : (JSON.parse(text) as OfficeAnswer['body']),
        });
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
