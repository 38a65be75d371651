import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Sealing } from '../content/sealing.ts';
import type { ReferralDraft as ReferralDraftRow } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

/** What was typed into a referral so far, field by field. */
export type DraftAnswers = Readonly<Record<string, string | readonly string[]>>;

/** A referral that was begun and waits for its author; with a reference once it was sent, and then without a word of it. */
export interface ReferralDraft {
  readonly id: string;
  readonly version: number;
  readonly answers: DraftAnswers;
  readonly reference: string | null;
  readonly savedAt: IsoInstant;
}

/** Whose draft it is: nobody else finds it. */
export interface OwnDraft {
  readonly id: string;
  readonly practitionerId: string;
}

/** Begins a draft; begun again under the same id it stays as it is. */
export async function addReferralDraft(
  tx: Tx,
  sealing: Sealing,
  { id, practitionerId, answers }: OwnDraft & { readonly answers: DraftAnswers },
  at: IsoInstant,
): Promise<void> {
  const row = { id, practitionerId, version: 1, ...seal(sealing, id, answers), savedAt: fromInstant(at) };
  await tx.referralDraft.createMany({ data: [row], skipDuplicates: true });
}

/** Somebody's own draft, if it was saved since a moment. */
export async function findReferralDraft(
  tx: Tx,
  sealing: Sealing,
  own: OwnDraft,
  since: IsoInstant,
): Promise<ReferralDraft | null> {
  const row = await tx.referralDraft.findFirst({ where: { ...own, savedAt: { gte: fromInstant(since) } } });
  return row && open(sealing, row);
}

/** What somebody has begun and not sent since a moment, the latest first, 50 at most. */
export async function listReferralDrafts(
  tx: Tx,
  sealing: Sealing,
  practitionerId: string,
  since: IsoInstant,
): Promise<ReferralDraft[]> {
  const rows = await tx.referralDraft.findMany({
    where: { practitionerId, reference: null, savedAt: { gte: fromInstant(since) } },
    orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
    take: 50,
  });
  return rows.map((row) => open(sealing, row));
}

/** Saves a draft as it is by now, under a new key; false where it was saved elsewhere meanwhile, sent or removed. */
export async function saveReferralDraft(
  tx: Tx,
  sealing: Sealing,
  { version, answers, ...own }: OwnDraft & Pick<ReferralDraft, 'version' | 'answers'>,
  at: IsoInstant,
): Promise<boolean> {
  const { count } = await tx.referralDraft.updateMany({
    where: { ...own, version, reference: null },
    data: { version: version + 1, ...seal(sealing, own.id, answers), savedAt: fromInstant(at) },
  });
  return count > 0;
}

/** Notes in the transaction that stages its referral what a draft became, and forgets every word of it. */
export async function noteDraftSent(
  tx: Tx,
  { version, reference, ...own }: OwnDraft & { readonly version: number; readonly reference: string },
): Promise<boolean> {
  const { count } = await tx.referralDraft.updateMany({
    where: { ...own, version, reference: null },
    data: { reference, keyId: '', wrapped: new Uint8Array(), sealed: new Uint8Array() },
  });
  return count > 0;
}

/** Gives a draft back to its author whose referral was refused after all. */
export async function reopenReferralDraft(
  tx: Tx,
  sealing: Sealing,
  { answers, ...own }: OwnDraft & Pick<ReferralDraft, 'answers'>,
): Promise<void> {
  await tx.referralDraft.updateMany({
    where: { ...own, reference: { not: null } },
    data: { reference: null, ...seal(sealing, own.id, answers) },
  });
}

/** Removes somebody's own draft; false where there is none that could be removed. */
export async function removeReferralDraft(tx: Tx, own: OwnDraft): Promise<boolean> {
  const { count } = await tx.referralDraft.deleteMany({ where: { ...own, reference: null } });
  return count > 0;
}

/** Removes what was last saved before a moment, whoever wrote it. */
export async function removeOldReferralDrafts(tx: Tx, before: IsoInstant): Promise<void> {
  await tx.referralDraft.deleteMany({ where: { savedAt: { lt: fromInstant(before) } } });
}

function seal(sealing: Sealing, id: string, answers: DraftAnswers) {
  const key = sealing.newSubjectKey(id);
  return { ...key, sealed: sealing.seal(key, id, placeOf(id), Buffer.from(JSON.stringify(answers))) };
}

function open(
  sealing: Sealing,
  { id, version, keyId, wrapped, sealed, reference, savedAt }: ReferralDraftRow,
): ReferralDraft {
  const about = { id, version, reference, savedAt: toInstant(savedAt) };
  if (reference !== null) return { ...about, answers: {} };
  const plain = sealing.open({ keyId, wrapped }, id, placeOf(id), sealed);
  // Sealed by ourselves and bound to its id: it is what was put in.
  return { ...about, answers: JSON.parse(Buffer.from(plain).toString()) as DraftAnswers };
}

function placeOf(id: string): string {
  return `referral-draft/${id}`;
}
