import { calendarWith } from '../../domain/calendar/announcedDays.ts';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar.ts';
import type { AnyFact, MatterStanding } from '../../domain/matters/matter.ts';
import type { OpenMatter } from './matterKind.ts';
import type { RecordingTools } from './recordInMatter.ts';

/** The calendar that counts while a matter is open: the published one with what was announced since. */
export function calendarOf(
  { announced }: Pick<OpenMatter<MatterStanding, AnyFact, unknown>, 'announced'>,
  { calendar }: Pick<RecordingTools, 'calendar'>,
): WorkingCalendar {
  return calendarWith(calendar, announced);
}
