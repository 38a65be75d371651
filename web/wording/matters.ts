import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { dayWords } from './days.ts';

/** A case by its reference or a meeting by its day, with the page it leads to. */
export interface MatterWords {
  readonly about: string;
  readonly aboutHref: string;
  readonly isCase: boolean;
}

/** What something is about, in words and as a link: a case, or a meeting; null where it is about neither. */
export function matterWords(
  {
    reference,
    meeting,
  }: {
    readonly reference: string | null;
    readonly meeting: { readonly meetingId: string; readonly on: IsoDate } | null;
  },
  now: IsoInstant,
): MatterWords | null {
  if (reference !== null) return { about: reference, aboutHref: `/cases/${reference}`, isCase: true };
  if (meeting === null) return null;
  const about = `Meeting of ${dayWords(meeting.on, londonDate(now))}`;
  return { about, aboutHref: `/meetings/${meeting.meetingId}`, isCase: false };
}
