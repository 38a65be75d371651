import { londonDate } from '../../domain/calendar/london.ts';
import { planArrivals } from './arrivals.ts';
import type { Arrival } from './arrivals.ts';
import type { YearArea } from './areas.ts';
import { meetingsOfYear } from './calendarOfMeetings.ts';
import type { Sitting } from './caseFrame.ts';
import { planHouseholds } from './households.ts';
import type { Identities } from './identities.ts';
import { itemAt } from './itemAt.ts';
import { neglect, planLife } from './life.ts';
import { childrenOn } from './people.ts';
import type { Household } from './people.ts';
import type { PlannedCase } from './plannedCase.ts';
import { chanceOf } from './random.ts';
import type { Chance } from './random.ts';
import { canBeGraded, inventRisk } from './risk.ts';
import { planSittings } from './sittings.ts';
import { wholeFigure } from './table.ts';
import type { YearFigures } from './table.ts';

/** Invents the cases of one area, in the order of receipt; one of them is neglected. */
export function planArea(table: YearFigures, area: YearArea, identities: Identities): PlannedCase[] {
  const chance = chanceOf(area.code);
  const calendar = meetingsOfYear(area, wholeFigure(table, 'Cases', area.name));
  const arrivals = planArrivals(chance, table, area, calendar);
  const households = planHouseholds(chance, identities, table, area, arrivals);
  const sittings = planSittings(chance, calendar.meetings, arrivals, households);
  const planned: PlannedCase[] = [];
  const lastKeyOfPair = new Map<number, string>();
  for (const arrival of arrivals) {
    const key = `${area.code}-${String(planned.length + 1).padStart(3, '0')}`;
    planned.push({
      key,
      areaCode: area.code,
      repeatOf: lastKeyOfPair.get(arrival.pair) ?? null,
      ...planCase(chance, area, arrival, {
        household: found(households.get(arrival.pair)),
        listed: found(itemAt(sittings, arrival.listedOn).get(arrival)),
        heard: found(itemAt(sittings, arrival.heardOn).get(arrival)),
      }),
    });
    lastKeyOfPair.set(arrival.pair, key);
  }
  return neglectOne(chance, planned);
}

/** Everything about a case but its place in the year. */
function planCase(
  chance: Chance,
  area: YearArea,
  { referringAgencies, received, isRepeat }: Arrival,
  { household, listed, heard }: { household: Household; listed: Sitting; heard: Sitting },
): Omit<PlannedCase, 'key' | 'areaCode' | 'repeatOf'> {
  const { victim, perpetrator, relationship, safeContact, flags } = household;
  const receivedOn = londonDate(received.at);
  const children = childrenOn(household, receivedOn);
  const byPolice = referringAgencies.includes('police');
  const risk = inventRisk(chance, { isRepeat, byPolice, children, on: receivedOn });
  const life = planLife(chance, {
    areaCode: area.code,
    ...{ referringAgencies, received, receivedOn, isRepeat, listed, heard },
    canBeGraded: canBeGraded(risk),
    hasChildren: children.length > 0,
  });
  return {
    ...{ victim, perpetrator, relationship, safeContact, children, flags, referringAgencies, risk, life },
    consent: chance.weigh({ given: 70, notGiven: 30 }),
    listedFor: listed.meeting.date,
    heardOn: heard.meeting.date,
    neglected: false,
  };
}

/** Leaves one case of the middle of the year with an action that nobody ended. */
function neglectOne(chance: Chance, planned: readonly PlannedCase[]): PlannedCase[] {
  const third = Math.floor(planned.length / 3);
  const candidates = planned.slice(third, 2 * third).filter(({ life }) => neglect(life) !== null);
  const chosen = chance.pick(candidates);
  return planned.map((each) =>
    each === chosen ? { ...each, life: found(neglect(each.life)), neglected: true } : each,
  );
}

function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('Something that was planned is missing.');
  return value;
}
