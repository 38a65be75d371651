import type { Arrival } from './arrivals.ts';
import { planAttendance } from './attendance.ts';
import type { YearMeeting } from './calendarOfMeetings.ts';
import type { Sitting } from './caseFrame.ts';
import { atMinute } from './moments.ts';
import type { Household } from './people.ts';
import type { Chance } from './random.ts';

const startMinute = 9 * 60 + 30;
const minutesPerCase = 12;

/**
 * The sittings of each meeting, in the order of the meetings and by referral: cases with children come first, then
 * adults only, one after the other, those that were deferred among them.
 */
export function planSittings(
  chance: Chance,
  meetings: readonly YearMeeting[],
  arrivals: readonly Arrival[],
  households: ReadonlyMap<number, Household>,
): ReadonlyMap<Arrival, Sitting>[] {
  return meetings.map((meeting, index) => {
    const heard = arrivals.filter(({ heardOn }) => heardOn === index);
    const deferred = arrivals.filter(({ listedOn, heardOn }) => listedOn === index && heardOn !== index);
    const leading = new Set(heard.flatMap(({ referringAgencies }) => referringAgencies.slice(0, 1)));
    const attendance = planAttendance(chance, meeting.areaCode, leading);
    const hasChildren = ({ pair }: Arrival): boolean => (households.get(pair)?.children.length ?? 0) > 0;
    const agenda = [...heard, ...deferred].sort((a, b) => Number(hasChildren(b)) - Number(hasChildren(a)));
    return new Map(
      agenda.map((arrival, place) => [
        arrival,
        { meeting, attendance, turn: atMinute(meeting.date, startMinute + minutesPerCase * place) },
      ]),
    );
  });
}
