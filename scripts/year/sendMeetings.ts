import { londonMoment } from '../../domain/calendar/london.ts';
import { yearAreas } from './areas.ts';
import { meetingsOfYear, type YearMeeting } from './calendarOfMeetings.ts';
import type { MeetingIds } from './intentionRequest.ts';
import type { ProductClient } from './productClient.ts';
import { keyPrefix } from './sendCase.ts';
import { wholeFigure, type YearFigures } from './table.ts';
import { holderOf } from './yearPeople.ts';

/** The meetings of the year in these areas, as the plan has them. */
export function plannedMeetings(table: YearFigures, areaCodes: ReadonlySet<string>): YearMeeting[] {
  return yearAreas
    .filter(({ code }) => areaCodes.has(code))
    .flatMap((area) => meetingsOfYear(area, wholeFigure(table, 'Cases', area.name)).meetings);
}

/** Puts the meetings on record and learns their ids; those that are there already stay. */
export async function sendMeetings(client: ProductClient, meetings: readonly YearMeeting[]): Promise<MeetingIds> {
  const ids = new Map<`${string}/${string}`, string>();
  for (const meeting of meetings) ids.set(`${meeting.areaCode}/${meeting.date}`, await sendMeeting(client, meeting));
  return ids;
}

async function sendMeeting(client: ProductClient, { areaCode, date, capacity }: YearMeeting): Promise<string> {
  const { status, body } = await client.send({
    as: holderOf('coordinator', areaCode),
    path: '/meetings',
    key: `${keyPrefix}/meeting/${areaCode}/${date}`,
    body: { area: areaCode, startsAt: londonMoment(date, '09:30'), capacity },
  });
  if (status < 300 && typeof body['meetingId'] === 'string') return body['meetingId'];
  throw new Error(
    `The meeting of ${areaCode} on ${date} was not added: ${String(body['code'])} ${String(body['detail'])}`,
  );
}
