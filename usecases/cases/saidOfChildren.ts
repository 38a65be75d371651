import type { IsoDate } from '../../domain/calendar/time.ts';
import type { RepeatBasis } from '../../store/cases/repeatBasis.ts';
import { openContents } from '../../store/content/openContents.ts';
import type { Sealing } from '../../store/content/sealing.ts';
import type { Tx } from '../../store/prismaClient.ts';

/** What was said of one child in words. */
export interface ChildSaid {
  readonly childId?: string;
  readonly expectedOn?: IsoDate | null;
  readonly school?: string | null;
}

/** What is known in words of each child of a case, by child: as the referral said, and as it was put right since. */
export async function saidOfChildren(
  tx: Tx,
  sealing: Sealing,
  { referralContentId, saidLater }: Pick<RepeatBasis, 'referralContentId' | 'saidLater'>,
): Promise<ReadonlyMap<string, ChildSaid>> {
  const ids = [...(referralContentId === null ? [] : [referralContentId]), ...saidLater.values()];
  const contents = await openContents(tx, sealing, ids);
  const wordsOf = (id: string | null) => {
    const content = contents.get(id ?? '');
    return content?.state === 'open' ? content.value : {};
  };
  const { children = [] } = wordsOf(referralContentId) as { readonly children?: readonly ChildSaid[] };
  const said = new Map(children.flatMap((each) => (each.childId === undefined ? [] : [[each.childId, each] as const])));
  for (const [childId, id] of saidLater) said.set(childId, { ...(wordsOf(id) as ChildSaid), childId });
  return said;
}
