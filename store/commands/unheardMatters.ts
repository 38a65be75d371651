import type { IsoInstant } from '../../domain/calendar/time.ts';
import { type MatterType, matterTypes } from '../../domain/matters/matter.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

/** A matter whose workflow may not have heard of what is recorded of it, and since when. */
export interface UnheardMatter {
  readonly about: MatterType;
  readonly id: string;
  readonly since: IsoInstant;
}

/** Notes that a decision about a matter stands on record although the engine did not say so; again is later. */
export async function noteUnheard(tx: Tx, { about, id, since }: UnheardMatter): Promise<void> {
  await tx.unheardMatter.upsert({
    where: { id },
    create: { id, about, since: fromInstant(since) },
    update: { since: fromInstant(since) },
  });
}

/** Matters that are to be told to look, the longest waiting first. */
export async function unheardMatters(tx: Tx, limit: number): Promise<readonly UnheardMatter[]> {
  const rows = await tx.unheardMatter.findMany({ orderBy: [{ since: 'asc' }, { id: 'asc' }], take: limit });
  return rows.map(({ id, about, since }) => ({
    id,
    about: matterTypes.find((each) => each === about) ?? 'case',
    since: toInstant(since),
  }));
}

/** Takes the note away once the matter was told, unless it was noted again meanwhile. */
export async function noteHeard(tx: Tx, { id, since }: UnheardMatter): Promise<void> {
  await tx.unheardMatter.deleteMany({ where: { id, since: { lte: fromInstant(since) } } });
}
