import type { NoticeRole } from './directory.ts';
import type { SaidOfNews } from './saidOfNews.ts';

/** News of a meeting: what is asked of agencies, when it is, and what became of it. */
export const newsOfMeetings = {
  researchAsked: () => ({
    title: 'research is asked of your agency',
    paragraphs: [
      'Your agency is asked what it knows for this meeting, in one request for all its cases.',
      'Please sign in to see the cases, and answer for each. If your agency knows nothing, please say that: it is an answer.',
    ],
  }),
  researchSilent: (role) => ({
    title: 'research that did not come back',
    paragraphs: [
      'The meeting was held without an answer to something that was asked.',
      role === 'agencyLead'
        ? 'Please sign in to see what your agency did not answer, and see to it that it answers next time.'
        : 'Please sign in to see which agency did not answer, and take it up with its lead.',
    ],
  }),
  emergencyMeeting: () => ({
    title: 'an emergency meeting has been called',
    paragraphs: [
      'An emergency meeting has been called. Research is to come back within 24 hours, and actions are for the same day.',
      'Please sign in to see when it is, and see that those who are needed can come.',
    ],
  }),
  meetingShort: () => ({
    title: 'the meeting was held without all who are needed',
    paragraphs: [
      'Fewer agencies were there than policy asks for, or a critical service was missing. It has been recorded.',
      'Please sign in to see who was missing, and take it up with them.',
    ],
  }),
  meetingInvited: (role) => ({
    title: role === 'chair' ? 'you are asked to chair it' : 'you are asked to come',
    paragraphs: [
      `${role === 'chair' ? 'You are asked to chair this meeting' : 'Your agency is asked to be at this meeting'}. The file with this message puts it into your calendar.`,
      `${whoComes(role)} Nothing has to be answered: who comes is recorded at the table.`,
    ],
  }),
  meetingMoved: (role) => ({
    title: 'the meeting has moved',
    paragraphs: [
      'The meeting has moved to the day and time above. The file with this message moves it in your calendar.',
      whoComes(role),
    ],
  }),
  meetingCancelled: (role) => ({
    title: 'the meeting was cancelled',
    paragraphs: isAtTheTable(role)
      ? [
          'The meeting was cancelled. The file with this message takes it out of your calendar.',
          'Nothing is asked of you: you will be invited to the meeting that hears its cases.',
        ]
      : [
          'The meeting was cancelled. Every case on its list is being listed again for the next one.',
          'Please sign in to see where they are, and whether any of them cannot wait.',
        ],
  }),
  minutesSent: () => ({
    title: 'the minutes are out',
    paragraphs: [
      'The minutes of the meeting are out.',
      'Please sign in to read what concerns your agency, and its own actions.',
    ],
  }),
} as const satisfies Readonly<Record<string, SaidOfNews>>;

/** Those who come for an agency, beside those who run the meeting. */
function isAtTheTable(role: NoticeRole): boolean {
  return role === 'owner' || role === 'agencyLead';
}

/** What somebody who is asked to a meeting has to see to. */
function whoComes(role: NoticeRole): string {
  return role === 'chair'
    ? 'Please agree with the coordinator in time who takes the chair if you cannot.'
    : 'Please see that somebody comes who can decide for your agency.';
}
