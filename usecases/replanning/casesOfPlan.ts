import { calendarWith } from '../../domain/calendar/announcedDays.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { listingCutOff } from '../../domain/clocks/listingCutOff.ts';
import type { MeetingChoice } from '../../domain/completion/chooseMeeting.ts';
import type { CutOffChange } from '../../domain/meetings/cutOffsThatMove.ts';
import { type CasesGo, whereCasesGo } from '../../domain/meetings/whereCasesGo.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import type { Area } from '../../store/areas/findArea.ts';
import { meetingsToCome } from '../../store/meetings/meetingsToCome.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { CalendarGround, CalendarPlan } from '../meetings/planOfArea.ts';

/** How many cases stand on each list of an area, and where those of a meeting that falls away would go. */
export interface CasesOfPlan {
  readonly listed: ReadonlyMap<string, number>;
  readonly go: ReadonlyMap<string, CasesGo>;
}

/** Works out what a plan of an area's calendar means on a London date for the cases on its lists; nothing is changed. */
export async function casesOfPlan(
  tx: Tx,
  { id, code }: Pick<Area, 'id' | 'code'>,
  plan: CalendarPlan,
  { entries, announced }: CalendarGround,
  today: IsoDate,
  cutOffs: readonly CutOffChange[] = [],
): Promise<CasesOfPlan> {
  const closes = new Map(cutOffs.map(({ meetingId, to }) => [meetingId, to]));
  const toCome = (await meetingsToCome(tx, id, today)).map((choice) => {
    return { ...choice, cutOffOn: closes.get(choice.meetingId) ?? choice.cutOffOn };
  });
  const policyOn = (date: IsoDate) => policyInForce(entries, code, date);
  const calendar = calendarWith(englandAndWales, announced);
  const newMeeting = (on: IsoDate) => ({
    cutOffOn: listingCutOff(on, policyOn(on), calendar).date,
    capacity: policyOn(on).meeting.capacity.value,
  });
  const listed = new Map(toCome.map(({ meetingId, listed: cases }) => [meetingId, cases]));
  const leaving = plan.changes.flatMap((each) =>
    each.do === 'cancel' ? [{ meetingId: each.meetingId, cases: listed.get(each.meetingId) ?? 0 }] : [],
  );
  return { listed, go: whereCasesGo(leaving, choicesAfter(plan, toCome, newMeeting), today) };
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
