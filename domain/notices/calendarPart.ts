import type { IsoInstant } from '../calendar/time.ts';
import { invitationTo, type Invitation } from '../meetings/invitation.ts';
import type { NoticeData } from './noticeData.ts';

/** A file for calendars that goes with a message. */
export interface CalendarPart {
  readonly name: string;
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly content: string;
}

/** News that changes a calendar. */
const forCalendars: readonly NoticeData['code'][] = [
  'meetingInvited',
  'meetingMoved',
  'meetingCancelled',
  'emergencyMeeting',
];

/** Whether news of this kind carries the meeting for a calendar. */
export function isForCalendars({ code }: NoticeData): boolean {
  return forCalendars.includes(code);
}

/** The meeting as it stands when the message leaves, for the reader's calendar; null where the news changes none. */
export function calendarPart(data: NoticeData, meeting: Invitation | null, now: IsoInstant): CalendarPart | null {
  if (meeting === null || !isForCalendars(data)) return null;
  const method = meeting.cancelled ? 'CANCEL' : 'PUBLISH';
  return { name: 'meeting.ics', method, content: invitationTo(meeting, now) };
}
