import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { FigureBody, HolidayBody, LadderBody, PatternBody, PermissionBody } from '../../contracts/policyChange.ts';
import { calendarWith } from '../../domain/calendar/announcedDays.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import type { Ladder } from '../../domain/clocks/ladder.ts';
import { ladderSteps, readSteps } from '../../domain/clocks/ladderSteps.ts';
import { whyQuiet } from '../../domain/clocks/whyQuiet.ts';
import { changeOfPattern, isSamePattern, type SittingPattern } from '../../domain/meetings/sittingPattern.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { changeOfPermission, isSaidAlready } from '../../domain/policy/pausePermission.ts';
import { policyInForce, type PolicyChanges } from '../../domain/policy/policyInForce.ts';
import { changeOfFigure, figureUnder } from '../../domain/policy/settableFigures.ts';
import { areaByCode } from '../../store/areas/findArea.ts';
import { areaEntriesOf } from '../../store/decisions/openRows.ts';
import type { NewChange } from '../../store/replanning/changes.ts';
import type { Dependencies } from '../dependencies.ts';
import type { GroundRows } from './whatMoves.ts';

/** What somebody wants to change, before or after they have said where it comes from. */
export type WantedChange =
  | ({ readonly what: 'holiday' } & Omit<HolidayBody, 'source'>)
  | ({ readonly what: 'figure' } & Omit<FigureBody, 'source'>)
  | ({ readonly what: 'ladder' } & Omit<LadderBody, 'source'>)
  | ({ readonly what: 'permission' } & Omit<PermissionBody, 'source'>)
  | ({ readonly what: 'pattern' } & Omit<PatternBody, 'source'>);

/** The change that a wish comes to under what counts now, or why it is none. */
export async function newChange(
  deps: Dependencies,
  wanted: WantedChange,
  rows: GroundRows,
  entered: Pick<NewChange, 'id' | 'source' | 'enteredById'>,
): Promise<NewChange | RequestProblem> {
  const enteredAt = deps.clock.now();
  const today = londonDate(enteredAt);
  // The end of an id is random: two changes on one day are told apart by it, and no name holds a "+".
  const mark = entered.id.slice(-6);
  if (wanted.what === 'holiday') {
    const { date, name } = wanted;
    if (date < today) return problem('DAY_IS_OVER');
    if (calendarWith(englandAndWales, rows.announced).holidays.has(date)) return problem('DAY_KNOWN');
    const events = [{ title: name, date, notes: 'Announced' }];
    return { ...entered, because: 'calendar', enteredAt, version: `announced-${date}-${mark}`, events };
  }
  const { from } = wanted;
  if (from !== undefined && from <= today) return problem('COUNTS_TOO_EARLY');
  const area = await areaOf(deps, wanted.area);
  if (isProblem(area)) return area;
  const effectiveFrom = from ?? today;
  const entries = [...defaultPolicyEntries, ...areaEntriesOf(rows.policies, area)];
  const patch = patchOf(wanted, policyInForce(entries, area.code, effectiveFrom), entered.source);
  if (isProblem(patch)) return patch;
  return {
    ...{ ...entered, because: 'policy', enteredAt, effectiveFrom, patch },
    // A pattern counts no clock: it is put to meetings, and they take their cases with them.
    putToRunning: from === undefined && wanted.what !== 'pattern',
    areaId: wanted.area === undefined ? null : area.id,
    version: `${wanted.area ?? 'everywhere'}-${effectiveFrom}-${mark}`,
  };
}

/** What a policy is given, or that it has it already. */
function patchOf(
  wanted: Exclude<WantedChange, { readonly what: 'holiday' }>,
  policy: AreaPolicy,
  source: string,
): PolicyChanges | RequestProblem {
  if (wanted.what === 'figure') {
    const { figure, value } = wanted;
    if (figureUnder(policy, figure) === value) return problem('FIGURE_THE_SAME');
    return changeOfFigure(policy, figure, { value, source });
  }
  if (wanted.what === 'ladder') return ladderPatch(wanted, policy.ladders[wanted.ladder], source);
  if (wanted.what === 'permission')
    return isSaidAlready(policy, wanted) ? problem('PERMISSION_THE_SAME') : changeOfPermission(policy, wanted);
  const sits = patternOf(wanted);
  return isSamePattern(policy.meeting.sits.value, sits)
    ? problem('PATTERN_THE_SAME')
    : changeOfPattern(sits, source, policy.meeting);
}

/** Another ladder has a step for every line, and never goes quiet. */
function ladderPatch(
  { ladder: name, steps: text }: Omit<LadderBody, 'source'>,
  { type, ...before }: Ladder,
  source: string,
): PolicyChanges | RequestProblem {
  const faulty = (fault: string) => problem('NOT_AS_DESCRIBED', [{ at: 'steps', problem: fault }]);
  const read = readSteps(text, type);
  if (!read.ok) return faulty(`Line ${read.line}: ${read.problem}`);
  // Steps that were read for this type are of it.
  const ladder = { type, source, ...read.steps } as Ladder;
  const quiet = whyQuiet(ladder);
  if (quiet !== null) return faulty(quiet);
  if (ladderSteps(ladder) === ladderSteps({ type, ...before } as Ladder)) return problem('LADDER_THE_SAME');
  return { ladders: { [name]: ladder } };
}

function patternOf({ every, nth, weekday, at, onBankHoliday }: Omit<PatternBody, 'source'>): SittingPattern {
  const day = { weekday, at, onBankHoliday };
  return every === 'week' ? { every, ...day } : { every, nth: nth ?? 1, ...day };
}

const everywhere = { id: '', code: '' };

async function areaOf(deps: Dependencies, code: string | undefined) {
  if (code === undefined) return everywhere;
  return (await areaByCode(deps.store.prisma, code)) ?? problem('UNKNOWN_AREA');
}

/** The rows as they would be with a change that nobody has entered yet. */
export function withChange({ policies, announced }: GroundRows, change: NewChange): GroundRows {
  const { version } = change;
  if (change.because === 'calendar')
    return { policies, announced: [...announced, { version, events: change.events, withdrawn: false }] };
  const { areaId: area_id, effectiveFrom: effective_from, patch, putToRunning: put_to_running } = change;
  const row = { area_id, version, effective_from, patch, put_to_running, withdrawn_at: null };
  return { announced, policies: [...policies, row].toSorted(byDateAndVersion) };
}

/** The order in which the database gives them. */
function byDateAndVersion(one: GroundRows['policies'][number], other: GroundRows['policies'][number]): number {
  return one.effective_from === other.effective_from
    ? one.version < other.version
      ? -1
      : 1
    : one.effective_from < other.effective_from
      ? -1
      : 1;
}
