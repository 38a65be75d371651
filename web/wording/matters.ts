import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { dayWords } from './days.ts';

/** A case by its reference, a meeting by its day or an assessment that stands alone, with the page it leads to. */
export interface MatterWords {
  readonly about: string;
  readonly aboutHref: string;
  readonly isCase: boolean;
}

/** What something is about, in words and as a link: a case, a meeting or an assessment; null where it is about none. */
export function matterWords(
  {
    reference,
    meeting,
    assessment = null,
  }: {
    readonly reference: string | null;
    readonly meeting: { readonly meetingId: string; readonly on: IsoDate } | null;
    readonly assessment?: { readonly assessmentId: string; readonly on: IsoDate } | null;
  },
  now: IsoInstant,
): MatterWords | null {
  if (reference !== null) return { about: reference, aboutHref: `/cases/${reference}`, isCase: true };
  if (assessment !== null) {
    const taken = `Assessment of ${dayWords(assessment.on, londonDate(now))}`;
    return { about: taken, aboutHref: `/assessments/${assessment.assessmentId}`, isCase: false };
  }
  if (meeting === null) return null;
  const about = `Meeting of ${dayWords(meeting.on, londonDate(now))}`;
  return { about, aboutHref: `/meetings/${meeting.meetingId}`, isCase: false };
}
