import { randomUUID } from 'node:crypto';
import { withClient } from '../../../scripts/postgres/prepareDatabases.ts';
import { untilTrue } from '../../environment/programs/untilTrue.ts';
import { type FaultRow, faultUnderLoad } from '../faultRow.ts';
import { anAction, openCase, people } from '../load.ts';
import type { World } from '../world.ts';

const administrator = 'cerys.maddock';
const administratorsAddress = 'cerys.maddock@marac.example';

/** A case in which no action can be written down, whatever is tried, until the fault is mended. */
export const poisonRow: FaultRow = faultUnderLoad(
  { name: 'poisoned', what: 'a case whose decision always throws, until it is mended', times: { long: 5, short: 1 } },
  poisoned,
);

interface Listed {
  readonly items: readonly { readonly commandId?: string; readonly reference: string | null; readonly kind?: string }[];
}

async function poisoned(world: World): Promise<void> {
  const { caller, ledger, store, product } = world;
  const [sick, well] = [await openCase(world), await openCase(world)];
  const { id: caseId } = await store.prisma.case.findUniqueOrThrow({ where: { reference: sick.reference } });
  const asOwner = (sql: string) => withClient(product.databaseOwnerUrl, (owner) => owner.query(sql));
  await asOwner(`alter table action add constraint poison check (case_id <> '${caseId}') not valid`);
  const commands = [1, 2].map(() => ledger.enter(people.coordinator, `/cases/${sick.reference}/actions`, anAction()));
  for (const command of commands)
    if (await caller.tryOnce(command)) throw new Error('A decision that cannot be written down was acknowledged.');
  const keys = commands.map(({ key }) => key);
  const parked = () => store.prisma.command.findMany({ where: { key: { in: keys }, status: 'parked' } });
  await untilTrue('the commands are parked', async () => (await parked()).length === keys.length);
  const ids = (await parked()).map(({ id }) => id);

  // Neither the same case nor another is held up by it.
  await sick.send(people.adviser, '/contact-attempts', { result: 'spoke', medium: 'phone' });
  await well.send(people.coordinator, '/actions', anAction());
  const list = (await caller.get(administrator, '/commands/parked')) as Listed;
  const exceptions = (await caller.get(administrator, '/exceptions')) as Listed;
  const isTold = (reference: string | null) => reference === sick.reference;
  if (!ids.every((id) => list.items.some(({ commandId, reference }) => commandId === id && isTold(reference))))
    throw new Error('A parked command is on no list.');
  if (!exceptions.items.some(({ kind, reference }) => kind === 'parked' && isTold(reference)))
    throw new Error('The case does not stand among the exceptions.');
  await untilTrue('the administrator has mail about it', () =>
    product.mail.taken().some(({ to, raw }) => to === administratorsAddress && raw.includes(sick.reference)),
  );

  await asOwner('alter table action drop constraint poison');
  for (const id of ids) {
    const response = await caller.post(administrator, `/commands/${id}/retry`, {}, randomUUID());
    const { state } = (await response.json()) as { readonly state?: string };
    if (state !== 'recorded') throw new Error(`Sent again after the fix, the command is ${String(state)}.`);
  }
  for (const command of commands) await caller.untilAcknowledged(command);
}
