import { openContents } from '../content/openContents.ts';
import type { Sealing } from '../content/sealing.ts';
import type { Tx } from '../prismaClient.ts';

/**
 * The language a victim speaks best, as the last referral that says so wrote it down; null where none does, or what
 * it said was erased. A repeat that came of a report says nothing, so every case of the victim is looked at.
 */
export async function languageOf(tx: Tx, sealing: Sealing, victimId: string): Promise<string | null> {
  const cases = await tx.case.findMany({ where: { victimId }, select: { id: true } });
  const referrals = await tx.content.findMany({
    where: { subjectId: { in: cases.map(({ id }) => id) }, kind: 'referral' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  const opened = await openContents(
    tx,
    sealing,
    referrals.map(({ id }) => id),
  );
  for (const { id } of referrals) {
    const language = languageIn(opened.get(id));
    if (language !== null) return language;
  }
  return null;
}

function languageIn(content: { readonly state: string; readonly value?: unknown } | undefined): string | null {
  const value = content?.state === 'open' ? content.value : null;
  if (typeof value !== 'object' || value === null || !('language' in value)) return null;
  return typeof value.language === 'string' ? value.language : null;
}

/** The languages of advisers beside English, by practitioner id; those without a profile are left out. */
export async function languagesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.adviserProfile.findMany({ where: { practitionerId: { in: [...ids] } } });
  return new Map(rows.map(({ practitionerId, languages }) => [practitionerId, languages]));
}
