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
  /** The version after the last yes. */
  revision: number;
  /** Where it stands with its meeting: graded cases go onto a list, come off it and go on again. */
  place: 'ungraded' | 'listed' | 'off';
  send(as: string, path: string, body: object, ifMatch?: string): Promise<Acknowledgement>;
}

/** Sends a referral and has it accepted and allocated; in one of the coordinator's areas by chance, if none is named. */
export async function openCase(world: World, area?: (typeof areas)[number]): Promise<WorkedCase> {
  const { ledger, caller } = world;
  world.cases += 1;
  const chance = world.chanceFor(`case ${String(world.cases)}`);
  const body = aCanaryReferral(world.cases, area ?? chance.pick(areas));
  const { reference, revision } = await caller.untilAcknowledged(ledger.enter(referrer, '/referrals', body));
  const worked: WorkedCase = {
    reference,
    chance,
    revision,
    place: 'ungraded',
    async send(as, path, what, ifMatch) {
      const sent = ledger.enter(as, `/cases/${reference}${path}`, what, ifMatch ?? null);
      const answer = await caller.untilAcknowledged(sent);
      worked.revision = Math.max(worked.revision, answer.revision);
      return answer;
    },
  };
  await worked.send(coordinator, '/screening', { outcome: 'accept', advice: canaries.words });
  // One adviser for all of them, who soon has more cases than her post has room for: that needs a reason.
  const allocated = { adviser: idOf('practitioner', adviser), reason: canaries.words };
  await worked.send(serviceManager, '/allocation', allocated);
  return worked;
}

/** One thing that somebody does in a case; nobody else may be at work in it meanwhile. */
export async function workOn(worked: WorkedCase): Promise<void> {
  switch (worked.chance.weigh({ action: 4, attempt: 3, done: 2, list: 5, court: 2 })) {
    case 'attempt':
      await worked.send(adviser, '/contact-attempts', anAttempt());
      return;
    case 'court':
      await worked.send(coordinator, '/hearings', {
        at: daysAhead(worked.chance.between(60, 150)),
        note: canaries.words,
      });
      return;
    case 'list':
      await moveOnList(worked);
      return;
    case 'action':
      await worked.send(coordinator, '/actions', anAction());
      return;
    case 'done': {
      const { created } = await worked.send(coordinator, '/actions', anAction());
      await worked.send(housing, `/actions/${String(created['actionId'])}/completion`, {});
    }
  }
}

/** Onto the list of the area's next meeting by grading, off it, on again: each under the lock of the meeting's row. */
async function moveOnList(worked: WorkedCase): Promise<void> {
  const { place, revision } = worked;
  if (place === 'ungraded') await worked.send(coordinator, '/grade', {}, `"${String(revision)}"`);
  else if (place === 'off') await worked.send(coordinator, '/listing', { reason: canaries.words });
  else await worked.send(coordinator, '/listing-removal', { reason: canaries.words, decidedBy: canaries.given });
  worked.place = place === 'listed' ? 'off' : 'listed';
}

function daysAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
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
  await Promise.race([all, untilTrue('the load has begun', () => ledger.acknowledged >= moment, 600_000)]);
  await fault();
  await all;
}
