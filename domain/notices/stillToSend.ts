import type { IsoDate } from '../calendar/time.ts';
import type { Due } from '../clocks/clock.ts';
import { needsContact } from './contactDuties.ts';
import type { NoticeData } from './noticeData.ts';

/** Why a notice is not sent. `withdrawn`: nobody has to do anything; `undelivered`: somebody has to see to it. */
export type Withheld =
  | {
      readonly as: 'withdrawn';
      readonly code:
        | 'DUTY_ENDED'
        | 'DUTY_PAUSED'
        | 'DATE_CHANGED'
        | 'CONTACT_SUSPENDED'
        | 'MEETING_CANCELLED'
        | 'TOLD_TOGETHER'
        | 'OVERTAKEN';
    }
  | { readonly as: 'undelivered'; readonly code: 'RECIPIENT_LEFT' | 'RECIPIENT_DENIED' };

/** How things stand at the moment of sending, which may be long after the notice was written. */
export interface SendingMoment {
  /** The London day. */
  readonly today: IsoDate;
  readonly recipientEndsOn: IsoDate | null;
  readonly recipientDenied: boolean;
  readonly contactSuspended: boolean;
  /** Whether a death holds the record of its case; null where it is about no case. */
  readonly frozen: boolean | null;
  /** The clock of a rung; null for news. */
  readonly clock: { readonly ended: boolean; readonly paused: boolean; readonly due: Due | null } | null;
  /** Whether the meeting it is about has been cancelled; false where it is about none. */
  readonly meetingCancelled: boolean;
  /** Whether a message that says the same of the same family has left since this one was written. */
  readonly toldTogether: boolean;
}

/**
 * Whether a notice may still be sent, or why not: a message that waited out a mail failure must not remind of what
 * has ended or is paused, tell a date that was moved, urge contact that is no longer safe, say of a sibling what was just said, or reach somebody who left or was
 * put on the deny list meanwhile.
 */
export function withheld(data: NoticeData, asRole: string, moment: SendingMoment): Withheld | null {
  const { clock, recipientEndsOn } = moment;
  if (data.code === 'rung' && clock !== null) {
    if (clock.ended) return { as: 'withdrawn', code: 'DUTY_ENDED' };
    // Every step of its ladder is armed anew when it goes on.
    if (clock.paused) return { as: 'withdrawn', code: 'DUTY_PAUSED' };
    if (!isSame(clock.due, data.due)) return { as: 'withdrawn', code: 'DATE_CHANGED' };
    if (moment.contactSuspended && needsContact(data.kind) && asRole === 'adviser')
      return { as: 'withdrawn', code: 'CONTACT_SUSPENDED' };
  }
  if (moment.meetingCancelled && (data.code === 'meetingInvited' || data.code === 'meetingMoved'))
    return { as: 'withdrawn', code: 'MEETING_CANCELLED' };
  // Not to contact anybody, once the death was taken back, or that it was, once another is on record.
  const { frozen } = moment;
  if ((data.code === 'victimDied' && frozen === false) || (data.code === 'deathTakenBack' && frozen === true))
    return { as: 'withdrawn', code: 'OVERTAKEN' };
  // Whoever signs in for the first message finds every child it is about.
  if (moment.toldTogether) return { as: 'withdrawn', code: 'TOLD_TOGETHER' };
  if (recipientEndsOn !== null && recipientEndsOn < moment.today) return { as: 'undelivered', code: 'RECIPIENT_LEFT' };
  if (moment.recipientDenied) return { as: 'undelivered', code: 'RECIPIENT_DENIED' };
  return null;
}

function isSame(one: Due | null, other: Due): boolean {
  if (one?.type === 'day') return other.type === 'day' && one.date === other.date;
  return one?.type === 'instant' && other.type === 'instant' && one.at === other.at;
}
