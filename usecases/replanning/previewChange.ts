import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { PlanningPreviewView } from '../../contracts/views/policyChangeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { isNoticed } from '../../domain/duties/planClocksAnew.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { groundRows, type NewChange } from '../../store/replanning/changes.ts';
import { type RunningMatter, runningMatters } from '../../store/replanning/runningMatters.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { newChange, type WantedChange, withChange } from './newChange.ts';
import { presentMoves } from './presentMoves.ts';
import { type GroundRows, type MovingMatter, whatMoves } from './whatMoves.ts';

const events = { figure: 'previewFigure', ladder: 'previewLadder', permission: 'previewPermission' } as const;

/** Somebody looks at what a change would move. */
export interface Looking {
  readonly actor: Actor;
  readonly route: string;
}

/** What another figure, ladder or permission to pause would move in everything that runs; nothing is written but that somebody looked. */
export async function previewChange(
  deps: Dependencies,
  looking: Looking,
  wanted: Extract<WantedChange, { readonly what: keyof typeof events }>,
): Promise<{ readonly ok: true; readonly view: PlanningPreviewView } | RequestProblem> {
  const { prisma } = deps.store;
  const rows = await groundRows(prisma);
  const change = await changeToLookAt(deps, looking, wanted, rows);
  if (isProblem(change)) return change;
  const matters = await runningMatters(prisma, change.because === 'policy' ? change.areaId : null);
  const view = await movesToLookAt(deps, looking, matters, withChange(rows, change));
  await noteLook(deps, looking, events[wanted.what]);
  return { ok: true, view };
}

/** The change as it would be, had somebody entered it. */
export async function changeToLookAt(
  deps: Dependencies,
  { actor }: Looking,
  wanted: WantedChange,
  rows: GroundRows,
): Promise<NewChange | RequestProblem> {
  const entered = { id: newId(), source: 'being looked at', enteredById: actor.practitionerId };
  return newChange(deps, wanted, rows, entered);
}

/** What would move in these cases and meetings by the rows there would be, as far as whoever looks may see it. */
export async function movesToLookAt(
  deps: Dependencies,
  { actor }: Looking,
  matters: readonly RunningMatter[],
  after: GroundRows,
): Promise<PlanningPreviewView> {
  const at = deps.clock.now();
  const codes = await readCodes(deps);
  const moving = noticed(whatMoves(matters, after, (id) => codes.area(id), at));
  const cases = moving.filter(({ about }) => about === 'case').map(({ id }) => id);
  return presentMoves(moving, await visibleCaseIds(deps.store.prisma, actor, cases), codes, at);
}

/** Without the clocks of which nothing but the day changes from which their policy counts. */
function noticed(moving: readonly MovingMatter[]): readonly MovingMatter[] {
  return moving.flatMap((matter) => {
    const moves = matter.moves.filter(({ was, becomes }) => isNoticed(was, becomes));
    return moves.length === 0 ? [] : [{ ...matter, moves }];
  });
}

/** Puts on record that somebody looked. */
export async function noteLook(deps: Dependencies, { actor, route }: Looking, event: string): Promise<void> {
  const noted = { actorId: actor.practitionerId, event, route, caseId: null, outcome: 'shown' };
  await recordAccess(deps.store.prisma, { ...noted, at: deps.clock.now() });
}
