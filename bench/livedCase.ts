import { dash, office, openedCase } from './inventedCases.ts';
import type { OfficeClient } from './officeClient.ts';

/** How busy the life of a case is: how often each thing happens in it. */
export interface Life {
  readonly attempts: number;
  readonly actions: number;
  readonly moves: number;
  readonly reviews: number;
  readonly hearings: number;
}

/** A life of about thirty commands, some busier and some quieter, the same for the same place. */
export function lifeAt(place: number): Life {
  return {
    attempts: 1 + (place % 4),
    actions: 2 + (place % 6),
    moves: place % 3,
    reviews: 1 + (place % 3),
    hearings: place % 3,
  };
}

/**
 * Lives one case from its referral to its closing through the interface: contacted, engaged, planned for, with actions
 * set, moved and done and hearings at court to come, taken off the list and closed. Gives its reference.
 */
export async function livedCase(client: OfficeClient, life: Life): Promise<string> {
  const reference = await openedCase(client);
  const as = (subject: string) => (path: string, body: object, ifMatch?: number) =>
    client.record(subject, `/cases/${reference}${path}`, body, ifMatch);
  const [coordinator, manager] = [as(office.coordinator), as(office.serviceManager)];
  const { revision } = await coordinator('/screening', { outcome: 'accept' });
  await coordinator('/grade', {}, Number(revision));
  for (let n = 1; n < life.attempts; n += 1)
    await manager('/contact-attempts', { result: 'noAnswer', medium: 'phone' });
  await manager('/contact-attempts', { result: 'spoke', medium: 'phone' });
  await manager('/engagement', { status: 'engaged' });
  await manager('/safety-plans', { plan: 'New locks, a code word with her sister.' });
  const versionOf = async (actionId: string) => {
    const { body } = await client.get(office.coordinator, `/cases/${reference}`);
    const { actions } = body as { actions: { actionId: string; revision: number }[] };
    return actions.find((action) => action.actionId === actionId)?.revision;
  };
  for (let n = 0; n < life.actions; n += 1) await livedAction(coordinator, n < life.moves ? versionOf : null);
  for (let n = 0; n < life.reviews; n += 1) await manager('/risk-reviews', { assessment: dash });
  const liveDates: { liveDateId: string; disposal: string }[] = [];
  for (let n = 0; n < life.hearings; n += 1) {
    const at = new Date(Date.now() + (20 + n) * 86_400_000).toISOString();
    const { created } = await manager('/hearings', { at });
    liveDates.push({ liveDateId: (created as { liveDateId: string }).liveDateId, disposal: 'transferred' });
  }
  await coordinator('/listing-removal', { reason: 'The plan is in place.', decidedBy: 'The chair' });
  await manager('/support-end', { status: 'planned' });
  await coordinator('/closure', { reason: 'Everything is in place.', liveDates });
  return reference;
}

type Send = (path: string, body: object, ifMatch?: number) => Promise<Readonly<Record<string, unknown>>>;

async function livedAction(
  send: Send,
  versionOf: ((actionId: string) => Promise<number | undefined>) | null,
): Promise<void> {
  const set = await send('/actions', { agency: 'housing', risk: 'physicalHarm', description: 'Change the locks.' });
  const { actionId } = set['created'] as { actionId: string };
  if (versionOf) {
    const due = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await send(`/actions/${actionId}/due-date`, { due, reason: 'The locksmith is away.' }, await versionOf(actionId));
  }
  await send(`/actions/${actionId}/completion`, { note: 'Done.' });
}
