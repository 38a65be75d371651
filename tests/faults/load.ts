import { idOf } from '../../dev/seedDevelopment.ts';
import type { Chance } from '../../scripts/year/random.ts';
import { untilTrue } from '../environment/programs/untilTrue.ts';
import { aCanaryReferral, canaries } from './canaries.ts';
import type { Acknowledgement } from './ledger.ts';
import type { World } from './world.ts';

const referrer = 'marek.nowak';
const coordinator = 'amy.adeyemi';
const serviceManager = 'leila.haddad';
const adviser = 'joanna.pike';
const housing = 'owen.tregear';
/** Areas of the coordinator whose victims the service of the adviser supports. */
const areas = ['maidstone', 'swale', 'gravesham', 'dartford', 'sevenoaks'] as const;
/** What each life sends before its freely chosen part. */
const opening = 3;

/** A case that is worked on over HTTP, by a chance of its own. */
export interface WorkedCase {
  readonly reference: string;
  readonly chance: Chance;
  send(as: string, path: string, body: object, ifMatch?: string): Promise<Acknowledgement>;
}

/** Sends a referral and has it accepted and allocated. */
export async function openCase(world: World): Promise<WorkedCase> {
  const { ledger, caller } = world;
  world.cases += 1;
  const chance = world.chanceFor(`case ${String(world.cases)}`);
  const body = aCanaryReferral(world.cases, chance.pick(areas));
  const { reference } = await caller.untilAcknowledged(ledger.enter(referrer, '/referrals', body));
  const send: WorkedCase['send'] = (as, path, what, ifMatch) =>
    caller.untilAcknowledged(ledger.enter(as, `/cases/${reference}${path}`, what, ifMatch ?? null));
  await send(coordinator, '/screening', { outcome: 'accept', advice: canaries.words });
  await send(serviceManager, '/allocation', { adviser: idOf('practitioner', adviser) });
  return { reference, chance, send };
}

/** One thing that somebody does in a case. */
export async function workOn(worked: WorkedCase): Promise<void> {
  const what = worked.chance.weigh({ action: 5, attempt: 3, done: 2 });
  if (what === 'attempt') await worked.send(adviser, '/contact-attempts', anAttempt());
  else {
    const { created } = await worked.send(coordinator, '/actions', anAction());
    if (what === 'done') await worked.send(housing, `/actions/${String(created['actionId'])}/completion`, {});
  }
}

export function anAction(more: object = {}) {
  return { agency: 'housing', risk: 'physicalHarm', description: `${canaries.words}: change the locks.`, ...more };
}

export function anAttempt() {
  return { result: 'noAnswer', medium: 'phone', note: canaries.words };
}

export const people = { referrer, coordinator, serviceManager, adviser, housing } as const;

/** How much goes on around a fault. */
export interface Load {
  readonly cases: number;
  readonly commandsEach: number;
}

/**
 * Works on so many cases side by side and, somewhere in the middle by chance, does something to the product. Ends when
 * every command of the load has had its yes: what got no answer is sent again with its key until it gets one.
 */
export async function underLoad(world: World, { cases, commandsEach }: Load, fault: () => Promise<unknown>) {
  const { ledger } = world;
  const atOnce = 6;
  const before = ledger.acknowledged;
  const expected = cases * (opening + commandsEach);
  const moment =
    before +
    world
      .chanceFor(`moment after ${String(world.cases)} cases`)
      .between(Math.ceil(expected / 10), Math.floor(expected / 2));
  let left = cases;
  const lanes = Array.from({ length: Math.min(atOnce, cases) }, async () => {
    while (left > 0) {
      left -= 1;
      const worked = await openCase(world);
      for (let sent = 0; sent < commandsEach; sent += 1) await workOn(worked);
    }
  });
  const all = Promise.all(lanes);
  all.catch(() => undefined);
  await Promise.race([all, untilTrue('the load has begun', () => ledger.acknowledged >= moment, 120_000)]);
  await fault();
  await all;
}
