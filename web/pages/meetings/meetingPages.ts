import type { Page } from '../../definePage.ts';
import { agencyActionsPage } from './_meetingId/actions/_agency/page.ts';
import { agencyActionsWordPage } from './_meetingId/actions/_agency/word/page.ts';
import { agendaPage } from './_meetingId/agenda/page.ts';
import { agendaWordPage } from './_meetingId/agenda/word/page.ts';
import { nothingKnownPage } from './_meetingId/answers/_agency/nothingKnown/page.ts';
import { answersPage } from './_meetingId/answers/_agency/page.ts';
import { answersSentPage } from './_meetingId/answers/_agency/sent/_key/page.ts';
import { attendancePage } from './_meetingId/attendance/page.ts';
import { caseAtMeetingPage } from './_meetingId/cases/_reference/page.ts';
import { invitationPage } from './_meetingId/invitation/page.ts';
import { minutesPage } from './_meetingId/minutes/page.ts';
import { minutesWordPage } from './_meetingId/minutes/word/page.ts';
import { meetingPage } from './_meetingId/page.ts';
import { researchPage } from './_meetingId/research/page.ts';
import { meetingStepPages } from './_meetingId/step/page.ts';
import { meetingsPage } from './list/page.ts';
import { newMeetingPage } from './new/page.ts';

/** The pages of meetings. An address that is no meeting's comes before those that are. */
export const meetingPages: readonly Page[] = [
  meetingsPage,
  newMeetingPage,
  meetingPage,
  agendaPage,
  agendaWordPage,
  invitationPage,
  agencyActionsPage,
  agencyActionsWordPage,
  attendancePage,
  caseAtMeetingPage,
  researchPage,
  answersPage,
  nothingKnownPage,
  answersSentPage,
  minutesPage,
  minutesWordPage,
  ...meetingStepPages,
];
