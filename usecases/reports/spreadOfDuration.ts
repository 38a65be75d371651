import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { CaseDuration } from '../../domain/durations/caseDuration.ts';
import { durationSpread, type SpreadPart } from '../../store/reports/durationSpread.ts';
import type { Dependencies } from '../dependencies.ts';
import { receivedIn } from './durations.ts';
import { reportAreas } from './reportAreas.ts';

/** In days: close together where most deadlines lie, further apart beyond. */
const spans = [1, 2, 5, 10, 20, 30, 60, 90, 180] as const;

/** How a duration is spread over the cases received in some London months. */
export async function spreadOfDuration(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { duration, ...months }: { readonly from: string; readonly to: string; readonly duration: CaseDuration },
): Promise<{ readonly ok: true; readonly parts: readonly SpreadPart[] } | RequestProblem> {
  const allowed = await reportAreas(deps, actor, route, undefined);
  if (!allowed.ok) return allowed;
  return { ok: true, parts: await durationSpread(deps.store.prisma, receivedIn(months, allowed), duration, spans) };
}
