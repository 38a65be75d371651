import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { PolicyView } from '../../contracts/views/administrationViews.ts';
import { calendarWith } from '../../domain/calendar/announcedDays.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { figuresSet } from '../../domain/policy/figuresSet.ts';
import { policyInForce, type PolicyEntry } from '../../domain/policy/policyInForce.ts';
import { areaByCode } from '../../store/areas/findArea.ts';
import { policyEntriesOf } from '../../store/areas/areaPolicies.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import type { Dependencies } from '../dependencies.ts';

/** Bank holidays shown ahead. */
const holidaysAhead = 8;

/** The versions of policy that an area goes by, past, present and announced, and the calendar its days are counted by. */
export async function readPolicy(
  deps: Dependencies,
  area: string,
): Promise<{ readonly ok: true; readonly view: PolicyView } | RequestProblem> {
  const known = await areaByCode(deps.store.prisma, area);
  if (!known) return problem('UNKNOWN_AREA');
  const today = londonDate(deps.clock.now());
  const entries = (await policyEntriesOf(deps.store.prisma, known)).filter(
    ({ areas }) => areas === 'everywhere' || areas.includes(area),
  );
  const { announced } = await groundRows(deps.store.prisma);
  const { version, knownFrom, knownUntil, holidays } = calendarWith(englandAndWales, announced);
  const nextHolidays = [...holidays]
    .filter(([date]) => date >= today)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, holidaysAhead)
    .map(([date, name]) => ({ date, name }));
  const versionToday = policyInForce(entries, area, today).version;
  return {
    ok: true,
    view: {
      area,
      versionToday,
      versions: entries.map((entry) => ({
        version: entry.version,
        effectiveFrom: entry.effectiveFrom,
        areas: entry.areas === 'everywhere' ? null : [...entry.areas],
        changes: changesOf(entry),
        sets: figuresSet(entry).map((each) => ({ ...each })),
        inForce: versionToday.split('+').includes(entry.version),
      })),
      calendar: { version, knownFrom, knownUntil, nextHolidays },
    },
  };
}

/** What an entry sets, as section and figure; the national one sets everything. */
function changesOf(entry: PolicyEntry): string[] {
  if (entry.areas === 'everywhere') return ['everything'];
  return Object.entries(entry.changes).flatMap(([section, figures]) =>
    Object.keys(figures ?? {}).map((figure) => `${section}.${figure}`),
  );
}
