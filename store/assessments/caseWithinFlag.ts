import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { latestCaseOfPair } from '../cases/findCase.ts';
import { flagOf } from '../furtherAbuse/reports.ts';
import type { Tx } from '../prismaClient.ts';

/** The pair's last case, where its flag ran on the London day on which the two were assessed; null otherwise. */
export async function caseWithinFlag(tx: Tx, pairId: string, takenAt: IsoInstant): Promise<string | null> {
  const flag = await flagOf(tx, pairId);
  const on = londonDate(takenAt);
  if (!flag || on < londonDate(flag.from) || on > flag.endsOn) return null;
  return (await latestCaseOfPair(tx, pairId))?.id ?? null;
}
