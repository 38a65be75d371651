import { newId } from '../../platform/ids.ts';
import { addHeldForm, findHeldForm } from '../../store/sessions/heldForms.ts';
import { openJson, sealJson } from './sealing.ts';
import type { SessionTools } from './sessionTools.ts';

/** A form as it was sent: what was typed, field by field, and beside it which version it was opened with. */
export type SentForm = Readonly<Record<string, string | readonly string[]>>;

/** Keeps what somebody had typed when their session ended; gives the id by which they, and nobody else, get it back. */
export async function holdForm(
  { store, clock, sessionKeys }: SessionTools,
  { subject, address, sent }: { readonly subject: string; readonly address: string; readonly sent: SentForm },
): Promise<string> {
  const id = newId();
  await addHeldForm(store.prisma, { id, subject, address, ...sealJson(sessionKeys, sent, placeOf(id)) }, clock.now());
  return id;
}

/** What was typed into the form at this address, until it is forgotten with the session; null where it is not theirs, or not for this form. */
export async function readHeldForm(
  { store, sessionKeys }: SessionTools,
  { id, subject, address }: { readonly id: string; readonly subject: string; readonly address: string },
): Promise<SentForm | null> {
  const row = await findHeldForm(store.prisma, id, subject);
  if (row?.address !== address) return null;
  // Sealed by ourselves and bound to its id: it is what was put in.
  return openJson(sessionKeys, row, placeOf(id)) as SentForm | null;
}

function placeOf(id: string): string {
  return `held-form/${id}`;
}
