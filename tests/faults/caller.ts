import { setTimeout as pause } from 'node:timers/promises';
import { type ProductAddresses, tokenFor } from '../../scripts/year/productClient.ts';
import type { Acknowledgement, Ledger, SentCommand } from './ledger.ts';

/** The API as the load uses it: over HTTP, with bearer tokens, sending again with the same key what got no answer. */
export interface Caller {
  /** One attempt: true where the product said yes. What it must never say is thrown. */
  tryOnce(command: SentCommand, signal?: AbortSignal): Promise<boolean>;
  untilAcknowledged(command: SentCommand): Promise<Acknowledgement>;
  get(as: string, path: string): Promise<unknown>;
  post(as: string, path: string, body: object, key: string): Promise<Response>;
}

/** The longest outage of the table is 3 minutes. */
const patienceMs = 360_000;
const onceMs = 20_000;

/** Answers that say that a part is away or busy just now. Anything else that is no yes is a failure. */
const passing = [429, 503];

/** A caller on one product; what it is told goes into the ledger. */
export function createCaller(addresses: ProductAddresses, ledger: Ledger): Caller {
  const tokens = new Map<string, string>();
  const headers = async (as: string): Promise<Record<string, string>> => {
    const token = tokens.get(as) ?? (await tokenFor(addresses.identity, as));
    tokens.set(as, token);
    return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  };
  const post: Caller['post'] = async (as, path, body, key) =>
    fetch(`${addresses.api}/api/v1${path}`, {
      method: 'POST',
      headers: { ...(await headers(as)), 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(onceMs),
    });
  const tryOnce: Caller['tryOnce'] = async (command, signal = AbortSignal.timeout(onceMs)) => {
    const { as, path, key, body, ifMatch } = command;
    command.tries += 1;
    const sent = {
      ...(await headers(as)),
      'idempotency-key': key,
      ...(ifMatch === null ? {} : { 'if-match': ifMatch }),
    };
    const url = `${addresses.api}/api/v1${path}`;
    const answered = await fetch(url, { method: 'POST', headers: sent, body: JSON.stringify(body), signal })
      .then(async (response) => ({ status: response.status, body: (await response.json()) as Acknowledgement }))
      .catch(() => null);
    if (answered && (answered.status === 200 || answered.status === 201)) {
      ledger.acknowledge(command, answered.body);
      return true;
    }
    command.lost += 1;
    if (answered && answered.status !== 202 && !passing.includes(answered.status))
      throw new Error(`${path} was answered ${String(answered.status)}: ${JSON.stringify(answered.body)}`);
    return false;
  };
  return {
    tryOnce,
    post,
    async untilAcknowledged(command) {
      const deadline = Date.now() + patienceMs;
      for (let wait = 50; !(await tryOnce(command)); wait = Math.min(wait * 1.5, 1_000)) {
        if (Date.now() > deadline) throw new Error(`${command.path} got no answer for ${String(patienceMs / 1000)} s.`);
        await pause(wait);
      }
      return command.acknowledged as Acknowledgement;
    },
    async get(as, path) {
      const response = await fetch(`${addresses.api}/api/v1${path}`, { headers: await headers(as) });
      if (!response.ok) throw new Error(`${path} was answered ${String(response.status)}.`);
      return response.json();
    },
  };
}
