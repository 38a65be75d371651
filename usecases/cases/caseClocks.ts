import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { ClockView } from '../../contracts/views/clockView.ts';
import type { Dependencies } from '../dependencies.ts';
import { getCase, type Reading } from './getCase.ts';

/** The clocks of a case that the actor may see, running, paused and ended, by when they are due. */
export async function caseClocks(
  deps: Dependencies,
  reading: Reading,
): Promise<{ readonly ok: true; readonly clocks: readonly ClockView[] } | RequestProblem> {
  const found = await getCase(deps, reading);
  return found.ok ? { ok: true, clocks: found.view.clocks } : found;
}
