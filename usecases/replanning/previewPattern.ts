import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { PatternPreviewView } from '../../contracts/views/policyChangeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { calendarWith } from '../../domain/calendar/announcedDays.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { listingCutOff } from '../../domain/clocks/listingCutOff.ts';
import type { MeetingChoice } from '../../domain/completion/chooseMeeting.ts';
import { whereCasesGo } from '../../domain/meetings/whereCasesGo.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { areaEntriesOf } from '../../store/decisions/openRows.ts';
import { meetingsToCome } from '../../store/meetings/meetingsToCome.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import type { Dependencies } from '../dependencies.ts';
import { type CalendarPlan, planOfArea } from '../meetings/planOfArea.ts';
import { readCodes } from '../office/codes.ts';
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
  const today = londonDate(at);
  const area = { id: codes.areaId(wanted.area) ?? '', code: wanted.area };
  const { policies, announced } = withChange(rows, change);
  const entries = [...defaultPolicyEntries, ...areaEntriesOf(policies, area)];
  const policyOn = (date: IsoDate) => policyInForce(entries, area.code, date);
  const [plan, toCome] = await Promise.all([
    planOfArea(prisma, area, entries, at),
    meetingsToCome(prisma, area.id, today),
  ]);
  const cutOffOf = (on: IsoDate) => listingCutOff(on, policyOn(on), calendarWith(englandAndWales, announced)).date;
  const newMeeting = (on: IsoDate) => ({ cutOffOn: cutOffOf(on), capacity: policyOn(on).meeting.capacity.value });
  const listed = new Map(toCome.map(({ meetingId, listed: cases }) => [meetingId, cases]));
  const leaving = plan.changes.flatMap((each) =>
    each.do === 'cancel' ? [{ meetingId: each.meetingId, cases: listed.get(each.meetingId) ?? 0 }] : [],
  );
  const go = whereCasesGo(leaving, choicesAfter(plan, toCome, newMeeting), today);
  await recordAccess(prisma, { actorId, event: 'previewPattern', route, caseId: null, outcome: 'shown', at });
  return { ok: true, view: presentPattern(area.code, plan, listed, go) };
}

/** The meetings there would be: those that stay, those that moved, and the new ones. */
function choicesAfter(
  { changes }: CalendarPlan,
  toCome: readonly MeetingChoice[],
  newMeeting: (on: IsoDate) => Pick<MeetingChoice, 'cutOffOn' | 'capacity'>,
): readonly MeetingChoice[] {
  const gone = new Set(changes.flatMap((each) => (each.do === 'cancel' ? [each.meetingId] : [])));
  const moved = new Map(changes.flatMap((each) => (each.do === 'move' ? [[each.meetingId, each.sitting.on]] : [])));
  const stay = toCome
    .filter(({ meetingId }) => !gone.has(meetingId))
    .map((choice) => {
      const meetingOn = moved.get(choice.meetingId);
      return meetingOn === undefined ? choice : { ...choice, meetingOn, cutOffOn: newMeeting(meetingOn).cutOffOn };
    });
  const called = changes.flatMap((each) =>
    each.do === 'call'
      ? [{ meetingId: each.sitting.slot, meetingOn: each.sitting.on, listed: 0, ...newMeeting(each.sitting.on) }]
      : [],
  );
  return [...stay, ...called];
}
