import { epochMs, londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { planActions, planInterimAction } from './actions.ts';
import type { ActionCourse } from './actions.ts';
import { isMissing } from './attendance.ts';
import type { CaseFrame } from './caseFrame.ts';
import { planContact } from './contact.ts';
import { planCourt } from './court.ts';
import { duringDay, laterOf, someTimeOn, workingDaysLater } from './moments.ts';
import type { Intention } from './plannedCase.ts';
import type { Chance } from './random.ts';
import { planReception } from './reception.ts';

/** The life of a case from its referral to its closing, in the order in which it happened. */
export function planLife(chance: Chance, frame: CaseFrame): Intention[] {
  const reception = planReception(chance, frame);
  const screened = reception.find(({ type }) => type === 'screen')?.occurred ?? frame.received;
  const courses = planActions(chance, frame);
  const lived = [
    ...reception,
    ...planInterimAction(chance, frame, screened),
    ...planContact(chance, frame),
    ...planSittings(frame, courses),
    ...courses.flatMap(({ outcome }) => outcome),
    tellReferrer(chance, frame.heard.meeting.date),
    ...planCourt(chance, frame),
  ];
  return inOrder([...lived, close(chance, lived)]);
}

/**
 * The same life with one action forgotten: a completion that never came, and so no closing; nothing else is left owing.
 * Null where no action of the hearing was completed by the agency it was given to.
 */
export function neglect(life: readonly Intention[]): Intention[] | null {
  const last = life.findLast((intention) => intention.type === 'completeAction' && intention.action !== 'interim');
  if (last === undefined) return null;
  return life.filter((intention) => intention !== last && intention.type !== 'close');
}

function planSittings(frame: CaseFrame, courses: readonly ActionCourse[]): Intention[] {
  const { listed, heard } = frame;
  const hearing: Intention = {
    type: 'hear',
    occurred: heard.turn,
    meetingOn: heard.meeting.date,
    attendance: heard.attendance,
    actions: courses.map(({ action }) => action),
  };
  if (listed.meeting.date === heard.meeting.date) return [hearing];
  const isReferrerMissing = isMissing(listed.attendance, frame.referringAgencies[0] ?? '');
  const deferral: Intention = {
    type: 'defer',
    occurred: listed.turn,
    meetingOn: listed.meeting.date,
    reason: isReferrerMissing ? 'referrerAbsent' : 'awaitingInformation',
    attendance: listed.attendance,
  };
  return [deferral, hearing];
}

function tellReferrer(chance: Chance, heardOn: IsoDate): Intention {
  const days = chance.happens(0.1) ? chance.between(4, 7) : chance.between(1, 3);
  return { type: 'tellReferrer', occurred: someTimeOn(chance, workingDaysLater(heardOn, days)) };
}

/** Some days after everything has an outcome; the end of support is not waited for. */
function close(chance: Chance, lived: readonly Intention[]): Intention {
  const lastDay = lived
    .filter(({ type }) => type !== 'endSupport')
    .reduce<IsoDate>((day, { occurred }) => laterOf(day, londonDate(occurred.at)), '');
  return { type: 'close', occurred: duringDay(chance, workingDaysLater(lastDay, chance.between(1, 6))) };
}

function inOrder(life: readonly Intention[]): Intention[] {
  return life.toSorted((a, b) => epochMs(a.occurred.at) - epochMs(b.occurred.at));
}
