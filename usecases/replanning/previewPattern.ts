import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { PatternPreviewView } from '../../contracts/views/policyChangeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { areaEntriesOf } from '../../store/decisions/openRows.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import type { Dependencies } from '../dependencies.ts';
import { planOfArea } from '../meetings/planOfArea.ts';
import { readCodes } from '../office/codes.ts';
import { casesOfPlan } from './casesOfPlan.ts';
import { cutOffsOfPlan } from './cutOffsOfPlan.ts';
import { newChange, type WantedChange, withChange } from './newChange.ts';
import { presentPattern } from './presentPattern.ts';

/** What another pattern would do to the meetings of its area, and where their cases would go; nothing is written but that somebody looked. */
export async function previewPattern(
  deps: Dependencies,
  { actor, route }: { readonly actor: Actor; readonly route: string },
  wanted: Extract<WantedChange, { readonly what: 'pattern' }>,
): Promise<{ readonly ok: true; readonly view: PatternPreviewView } | RequestProblem> {
  const { prisma } = deps.store;
  const { practitionerId: actorId } = actor;
  const [rows, codes] = await Promise.all([groundRows(prisma), readCodes(deps)]);
  const entered = { id: newId(), source: 'being looked at', enteredById: actorId };
  const change = await newChange(deps, wanted, rows, entered);
  if (isProblem(change)) return change;
  const at = deps.clock.now();
  const area = { id: codes.areaId(wanted.area) ?? '', code: wanted.area };
  const { policies, announced } = withChange(rows, change);
  const ground = { entries: [...defaultPolicyEntries, ...areaEntriesOf(policies, area)], announced };
  const plan = await planOfArea(prisma, area, ground.entries, at);
  const rhythm = change.because === 'policy' ? { patch: change.patch, countsFrom: change.effectiveFrom } : null;
  const cutOffs = rhythm === null ? [] : await cutOffsOfPlan(prisma, area, plan, rhythm, ground, at);
  const cases = await casesOfPlan(prisma, area, plan, ground, londonDate(at), cutOffs);
  await recordAccess(prisma, { actorId, event: 'previewPattern', route, caseId: null, outcome: 'shown', at });
  return { ok: true, view: presentPattern(area.code, plan, cases, cutOffs) };
}
