import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import type { Sealing } from './sealing.ts';
import { ensureSubjectKeys } from './subjectKeys.ts';

/** Something somebody wrote: a narrative, a reason, a form as it was shown. */
export interface NewContent {
  /** Derived from the command, so that staging it again makes nothing twice. */
  readonly id: string;
  /** The person or case it is about, and with whom it is erased. */
  readonly subjectId: string;
  readonly commandId: string;
  readonly kind: string;
  /** Anything JSON can hold. */
  readonly value: unknown;
}

/** Keeps pieces of content, each sealed under its subject's key, and returns their ids in the same order. */
export async function sealContents(
  tx: Tx,
  sealing: Sealing,
  contents: readonly NewContent[],
  now: IsoInstant,
): Promise<string[]> {
  if (contents.length === 0) return [];
  const subjects = contents.map(({ subjectId }) => subjectId);
  const keys = await ensureSubjectKeys(tx, sealing, subjects);
  await tx.content.createMany({
    data: contents.map(({ id, subjectId, commandId, kind, value }) => {
      const key = keys.get(subjectId);
      if (!key) throw new Error('A subject without a key');
      const plain = Buffer.from(JSON.stringify(value) ?? 'null');
      const sealed = sealing.seal(key, subjectId, contentPlace(id, kind), plain);
      return { id, subjectId, commandId, kind, sealed, createdAt: fromInstant(now) };
    }),
  });
  return contents.map(({ id }) => id);
}

/** Keeps one piece of content, sealed under its subject's key, and returns its id. */
export async function sealContent(tx: Tx, sealing: Sealing, content: NewContent, now: IsoInstant): Promise<string> {
  await sealContents(tx, sealing, [content], now);
  return content.id;
}

/** What a sealed piece of content is bound to: put into another row it does not open. */
export function contentPlace(id: string, kind: string): string {
  return `content/${kind}/${id}`;
}
