import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Treatment } from '../../builders/smtpServer.ts';
import { untilTrue } from '../../environment/programs/untilTrue.ts';
import { type FaultRow, faultUnderLoad } from '../faultRow.ts';
import { people } from '../load.ts';
import { disturbing, type World } from '../world.ts';

/** As `platform/mail.ts` has it. */
const givenUpAfterMs = 60_000;
const times = { long: 10, short: 1 } as const;

/** The mail server, and everything it can do instead of taking a message. */
export const mailRows: readonly FaultRow[] = [
  faultUnderLoad({ name: 'smtp-refuses', what: 'SMTP refuses connections', times }, (world) =>
    disturbing(world, async () => {
      const { mail } = world.product;
      await mail.program.kill();
      await pause(lasting(world));
      await mail.start();
    }),
  ),
  faultUnderLoad({ name: 'smtp-hangs', what: 'SMTP hangs in mid-message', times }, hangs),
  faultUnderLoad({ name: 'smtp-4xx', what: 'SMTP answers 4xx', times }, (world) =>
    treatedFor(world, { refuse: 451, at: 'message' }),
  ),
  faultUnderLoad(
    { name: 'smtp-5xx', what: 'SMTP answers 5xx; each message becomes a task and is sent again', times },
    forGood,
  ),
  faultUnderLoad({ name: 'smtp-dies', what: 'SMTP dies in mid-message', times }, (world) => treatedFor(world, 'die')),
];

/** What hangs is given up after a minute: every fifth time of the long form waits for that, otherwise the server dies. */
async function hangs(world: World, time: number): Promise<void> {
  const { mail } = world.product;
  await disturbing(world, async () => {
    await mail.treat('hang');
    if (world.form === 'long' && time % 5 === 1) {
      await pause(givenUpAfterMs + 10_000);
      await mail.treat('take');
      return;
    }
    await pause(lasting(world));
    await mail.program.kill();
    await mail.start();
  });
}

function lasting(world: World): number {
  if (world.form === 'short') return 2_000;
  return world.chanceFor(`mail after ${String(world.cases)} cases`).between(2_000, 20_000);
}

async function treatedFor(world: World, treatment: Treatment): Promise<void> {
  const { mail } = world.product;
  await disturbing(world, async () => {
    await mail.treat(treatment);
    await pause(lasting(world));
    await mail.treat('take');
  });
}

interface Deliveries {
  readonly items: readonly { readonly deliveryId: string }[];
}

/**
 * A recipient refused for good is a task on a screen, which is what the product promises there: each one is listed,
 * none is lost, and sent again when somebody says so.
 */
async function forGood(world: World): Promise<void> {
  const { product, store, caller } = world;
  const undelivered = () => store.prisma.notice.findMany({ where: { status: 'undelivered' }, select: { id: true } });
  await product.mail.treat({ refuse: 550, at: 'recipient' });
  await untilTrue('something could not be delivered', async () => (await undelivered()).length > 0);
  await pause(lasting(world) / 2);
  await product.mail.treat('take');
  // What was refused in the same moment is recorded a moment later.
  await untilTrue('none is being tried', async () => {
    return (await store.prisma.notice.count({ where: { leasedUntil: { not: null } } })) === 0;
  });
  const ids = (await undelivered()).map(({ id }) => id);
  const { items } = (await caller.get(people.coordinator, '/deliveries?limit=200')) as Deliveries;
  const listed = new Set(items.map(({ deliveryId }) => deliveryId));
  const missing = ids.filter((id) => !listed.has(id));
  if (missing.length > 0) throw new Error(`Undelivered and on no list: ${missing.join(', ')}.`);
  for (const id of ids) {
    const response = await caller.post(people.coordinator, `/deliveries/${id}/retry`, {}, randomUUID());
    if (!response.ok) throw new Error(`A message could not be sent again: ${String(response.status)}.`);
  }
}
