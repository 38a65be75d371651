import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { PlanningPreviewView } from '../../contracts/views/policyChangeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import { runningMatters } from '../../store/replanning/runningMatters.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { newChange, type WantedChange, withChange } from './newChange.ts';
import { presentMoves } from './presentMoves.ts';
import { whatMoves } from './whatMoves.ts';

const events = { holiday: 'previewHoliday', figure: 'previewFigure', ladder: 'previewLadder' } as const;

/** What a change would move in everything that runs; nothing is written but that somebody looked. */
export async function previewChange(
  deps: Dependencies,
  { actor, route }: { readonly actor: Actor; readonly route: string },
  wanted: Exclude<WantedChange, { readonly what: 'pattern' }>,
): Promise<{ readonly ok: true; readonly view: PlanningPreviewView } | RequestProblem> {
  const { prisma } = deps.store;
  const { practitionerId: enteredById } = actor;
  const [rows, codes] = await Promise.all([groundRows(prisma), readCodes(deps)]);
  const change = await newChange(deps, wanted, rows, { id: newId(), source: 'being looked at', enteredById });
  if (isProblem(change)) return change;
  const at = deps.clock.now();
  const matters = await runningMatters(prisma, change.because === 'policy' ? change.areaId : null);
  const moving = whatMoves(matters, withChange(rows, change), (id) => codes.area(id), at);
  const cases = moving.filter(({ about }) => about === 'case').map(({ id }) => id);
  const visible = await visibleCaseIds(prisma, actor, cases);
  const noted = {
    event: events[wanted.what],
    route,
    caseId: null,
    outcome: 'shown',
    at,
  };
  await recordAccess(prisma, { actorId: enteredById, ...noted });
  return { ok: true, view: presentMoves(moving, visible, codes, at) };
}
