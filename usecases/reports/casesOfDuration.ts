import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { inDays, type CaseDuration } from '../../domain/durations/caseDuration.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import { casesOfDuration, type BehindFigure, type LongestAfter } from '../../store/reports/casesOfDuration.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { receivedIn } from './durations.ts';
import { reportAreas } from './reportAreas.ts';

/** The cases behind one figure of the durations: the months it is about, its group, and whether it has happened in them. */
export interface FigureQuestion extends Pick<BehindFigure, 'grouping' | 'group' | 'state'> {
  readonly from: string;
  readonly to: string;
  readonly duration: CaseDuration;
  readonly after: LongestAfter | null;
  readonly limit: number;
}

/** A case behind a figure, by its reference alone. */
export interface CaseBehindFigure {
  readonly reference: string;
  readonly area: string;
  readonly days: number;
}

/** Which cases stand behind a figure, the longest first; of those one may not see there is nothing. Each shown is noted. */
export async function casesBehindFigure(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { from, to, after, limit, ...figure }: FigureQuestion,
): Promise<
  | { readonly ok: true; readonly items: readonly CaseBehindFigure[]; readonly next: LongestAfter | null }
  | RequestProblem
> {
  const allowed = await reportAreas(deps, actor, route, undefined);
  if (!allowed.ok) return allowed;
  const { prisma } = deps.store;
  const now = deps.clock.now();
  const received = receivedIn({ from, to }, allowed);
  const found = await casesOfDuration(prisma, actor, { ...figure, received }, { now, after, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const noted = { actorId: actor.practitionerId, event: 'readReportedCase', route, outcome: 'shown', at: now };
  await recordAccesses(
    prisma,
    shown.map(({ caseId }) => ({ ...noted, caseId })),
  );
  const codes = await readCodes(deps);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    ok: true,
    items: shown.map(({ reference, areaId, tookMs }) => ({
      reference,
      area: codes.area(areaId),
      days: inDays(tookMs),
    })),
    next: last ? { tookMs: last.tookMs, caseId: last.caseId } : null,
  };
}
