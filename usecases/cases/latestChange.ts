import { describeFact } from '../../domain/history/describeFact.ts';
import type { FactData, FactType } from '../../domain/lifecycle/caseFact.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { latestDeed } from '../../store/audit/caseHistory.ts';
import { caseByReference } from '../../store/cases/findCase.ts';
import { practitionerNames } from '../../store/practitioners/findPractitioners.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CaseView } from '../../contracts/views/caseView.ts';

/** The last thing somebody did in a case: what, who and when. */
export interface LatestChange {
  readonly what: string;
  readonly by: string;
  readonly at: IsoInstant;
}

/** What was last done in a case that its reader has been shown, for somebody whose own change came too late. */
export async function latestChange(
  { store }: Dependencies,
  { reference }: Pick<CaseView, 'reference'>,
): Promise<LatestChange | null> {
  const known = await caseByReference(store.prisma, reference);
  const deed = known && (await latestDeed(store.prisma, known.id));
  if (!deed?.actorId) return null;
  const names = await practitionerNames(store.prisma, [deed.actorId]);
  const what = describeFact(deed.type, deed.data as FactData[FactType]);
  return { what, by: names.get(deed.actorId) ?? '', at: deed.recordedAt };
}
