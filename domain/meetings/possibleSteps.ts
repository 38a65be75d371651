import { londonDate } from '../calendar/london.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { MeetingCommandType } from './meetingCommand.ts';

/** What boards know of a meeting, as far as it decides what can be done with it next. */
export interface MeetingAtGlance {
  readonly status: string;
  readonly on: IsoDate;
  readonly lockedAt: IsoInstant | null;
  readonly minutes: { readonly sentAt: IsoInstant | null } | null;
  readonly cases: readonly { readonly outcome: unknown }[];
}

type Ask = (about: MeetingAtGlance, now: IsoInstant) => boolean;

const planned: Ask = ({ status }) => status === 'planned';
const locked: Ask = ({ status, lockedAt }) => status === 'planned' && lockedAt !== null;
const held: Ask = ({ status }) => status === 'held';

/** Whether a meeting is at the table: its list is locked and its day has come. */
export const isAtTheTable: Ask = (about, now) => locked(about, now) && about.on <= londonDate(now);

/** When a command of a meeting makes sense; one that is not named is sent by nobody from a page. */
const when: Partial<Record<MeetingCommandType, Ask>> = {
  moveMeeting: planned,
  cancelMeeting: planned,
  lockList: ({ status, lockedAt }) => status === 'planned' && lockedAt === null,
  sendAgenda: locked,
  returnResearch: locked,
  recordAttendance: isAtTheTable,
  takeCase: isAtTheTable,
  concludeMeeting: (about, now) => isAtTheTable(about, now) && about.cases.every(({ outcome }) => outcome !== null),
  confirmMinutes: (about, now) => held(about, now) && about.minutes === null,
  sendMinutes: ({ minutes }) => minutes !== null && minutes.sentAt === null,
  correctMinutes: ({ minutes }) => minutes !== null,
};

/** Whether a command is worth offering for a meeting as it stands; the guards of the meeting have the last word. */
export function isStepWorthOffering(type: MeetingCommandType, about: MeetingAtGlance, now: IsoInstant): boolean {
  return when[type]?.(about, now) ?? false;
}
