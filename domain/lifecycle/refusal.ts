/**
 * Every reason for which a command about a case may be refused: a code for programs and a sentence for the person
 * who sent it. A refusal is an answer, not a fault: it is recorded and given again when the command is repeated.
 */
export const refusalMeanings = {
  NOT_IN_THIS_STAGE: 'The case is not at a stage in which this can be done.',
  CASE_EXISTS: 'This case has been received already.',
  CASE_ENDED: 'The case has ended and nothing about it can change. Send a new referral for the same two people.',
  CASE_FROZEN:
    'The record is frozen because the victim has died. Outcomes of what was under way, and what keeps the children safe, can still be recorded.',
  CHANGED_MEANWHILE: 'Somebody changed this since you opened it. Look at it again, then decide.',
  NO_ACCESS: 'There is no such case, or you have no part in it.',
  ALREADY_ACCEPTED: 'The referral has been accepted already.',
  NOTHING_MISSING: 'The referral was not returned as incomplete, so there is nothing to complete.',
  ROUTE_IS_MET: 'A route into MARAC is met, so the referral cannot be declined.',
  MERGE_IT_INSTEAD:
    'A route into MARAC is met. Merge it with the case that it repeats: until then the first contact is owed here.',
  TRANSFER_IT_INSTEAD:
    'A route into MARAC is met. Transfer it to the area where it belongs: until that area accepts it, the first contact is owed here.',
  GRADE_MISSING: 'No count, police grade or judgement is known, so there is nothing to grade.',
  UNKNOWN_CHILD: 'A child named here is not part of this referral.',
  CHILD_NOT_OWED: 'At this grade no notification is owed for a child of this age.',
  ALREADY_NOTIFIED: 'Children’s services have been notified of this child already.',
  CHILD_KNOWN_ALREADY: 'This person is in the case already.',
  SCHOOL_TOLD_ALREADY: 'The school of this child has been told already, so it is not told again.',
  UNKNOWN_HANDOVER: 'There is no such hand-over or notification in this case.',
  ALREADY_ACKNOWLEDGED: 'This has been acknowledged already.',
  ALREADY_REFUSED: 'This has been refused already.',
  NOT_REFUSED: 'This was not refused, or it was settled already what follows.',
  NO_CONSENT_DECISION: 'Nothing has to be decided about this case for want of consent.',
  NO_DEFERRAL_DECISION: 'No deferral of this case waits for the decision of the chair.',
  NO_INTERIM_DECISION: 'Nothing has to be decided about the time until a meeting.',
  ASSESSMENT_EXISTS: 'This assessment of the agency is on record already, under the same reference.',
  NO_REFERRAL_OWED: 'No referral is owed for this assessment: it is not high, or was referred or decided on already.',
  NOT_TO_HAND_OVER:
    'This assessment is not to be handed over: it waits for a referral, was referred, is taken on, or was put down for the figures alone.',
  NOT_HANDED_OVER: 'This assessment is with no service any more whose answer could be recorded.',
  UNKNOWN_ACTION: 'There is no such action in this case.',
  ACTION_ENDED: 'The action has an outcome already. A late completion can still be recorded where it was not done.',
  DUE_IN_THE_PAST: 'The new due date lies in the past.',
  DUE_TOO_EARLY: 'An extension has to be later than the date it extends.',
  ALREADY_LISTED: 'The case is on the list of a meeting already.',
  NOT_LISTED: 'The case is not on the list of a meeting.',
  OTHER_MEETING: 'The case is on the list of another meeting.',
  NO_MEETING: 'The area has no meeting to come whose cut-off has not passed. Add a meeting, then list the case.',
  HEARD_ALREADY: 'A meeting has heard this case already. Say why it is to be heard again.',
  UNKNOWN_MEETING: 'There is no such meeting in the area of this case.',
  CUT_OFF_PASSED: 'The cut-off of this meeting has passed.',
  LIST_LOCKED: 'The list of this meeting is locked. A late case comes in by the chair’s decision.',
  LIST_NOT_LOCKED: 'The list of this meeting is still open. Lock it first.',
  NOT_AN_EMERGENCY: 'This is not an emergency meeting.',
  EMERGENCY_TOO_LATE: 'An emergency meeting has to be convened within 2 working days. Add an extra meeting instead.',
  MEETING_EXISTS_ALREADY: 'The area has a meeting at that time already.',
  MEETING_IN_THE_PAST: 'The date of the meeting lies in the past.',
  MEETING_NOT_MOVED: 'The meeting is at that time already.',
  ALREADY_INVITED: 'The agencies have been invited to this meeting already.',
  MEETING_HELD: 'The meeting has been held already.',
  MEETING_CANCELLED: 'The meeting was cancelled.',
  MEETING_ENDED: 'This meeting was held more than a year ago, and its record is closed.',
  MEETING_NOT_HELD: 'The meeting has not been held, so there are no minutes of it.',
  NOT_ASKED: 'This agency was not asked about this case for this meeting.',
  ANSWERED_ALREADY:
    'Somebody answered for the agency about this case meanwhile. Their answer stands; correct it at the case if it is not right.',
  ACTION_WITHOUT_RISK: 'Each action has to be tied to a risk that was named for its case.',
  ATTENDANCE_MISSING: 'Nobody has been recorded as present. Record the attendance first.',
  CONFIDENTIALITY_NOT_SIGNED: 'Not everybody at the table has signed for confidentiality.',
  CASES_NOT_TAKEN: 'Some cases on the list were neither presented nor deferred.',
  MINUTES_CONFIRMED: 'The minutes are confirmed already. Correct them by a new version.',
  MINUTES_NOT_CONFIRMED: 'The minutes have not been confirmed yet.',
  MINUTES_SENT: 'The minutes have gone out already.',
  MEETING_NOT_YET: 'The meeting has not begun, so nothing can have been heard.',
  NO_PLAN_TO_REVIEW: 'The case is not a repeat, or its last plan was reviewed already.',
  CONTACT_SUSPENDED: 'Contact with this victim is suspended. The service manager decides before anybody tries again.',
  OUTSIDE_SAFE_TIMES:
    'This was not one of the victim’s safe times. Give the reason, for example that the victim rang, or correct the time.',
  MEDIUM_NOT_SAFE:
    'This is not one of the ways in which the victim can be reached safely. Give the reason why it was taken all the same.',
  MESSAGE_NOT_SAFE:
    'No message may be left for this victim. Give the reason why one was left; if it was a mistake, tell the service manager today.',
  UNKNOWN_PLAN: 'There is no such safety plan in this case.',
  VIEW_TOO_LATE: 'The meeting has heard the case, so the victim’s view can no longer be put before it.',
  NO_SAFE_CONTACT_PROPOSAL: 'There is no such answer of a referral about safe contact, or it was decided on already.',
  CONTACT_NOT_SUSPENDED: 'Contact is not suspended, so there is nothing to decide.',
  ADVISER_NOT_IN_SERVICE: 'This person is not an adviser who can have this place: not appointed to the service today.',
  ADVISER_CONFLICT: 'This adviser cannot have the case because of whom it is about. Choose another.',
  ADVISER_AT_CAPACITY:
    'The adviser has as many cases as their post has room for. Choose another, or give the reason for one more.',
  LANGUAGE_NOT_SPOKEN:
    'The adviser does not speak the victim’s language. Choose another, or write down how they will understand each other.',
  ALREADY_ALLOCATED: 'This adviser has this place in the case already.',
  ADVISER_STILL_HERE: 'The adviser still works here, so the place stays theirs.',
  PLACE_ENDED: 'The place of this adviser in the case has ended already.',
  SUPPORT_ENDED: 'Support by the IDVA has ended.',
  ATTEMPTS_MISSING:
    'Fewer attempts were made to reach the victim than are asked for. Where an attempt would be dangerous record the failed safety check, and the service decides about contact.',
  WAS_NOT_ENGAGED: 'The victim was not engaged with the service, so cannot be dormant or have left it.',
  NOT_ENGAGED: 'The victim is not engaged with the IDVA service.',
  OUTCOME_NOT_DUE: 'Nothing has been decided at a meeting yet, so there is no outcome to tell.',
  ALREADY_TOLD: 'This has been told already.',
  UNKNOWN_LIVE_DATE: 'There is no such hearing, order or date in this case.',
  LIVE_DATE_ENDED: 'This hearing, order or date has ended already.',
  HEARING_NOT_YET: 'The hearing has not taken place yet.',
  ORDER_TERM_OUTSIDE_LAW:
    'The order would be shorter or longer than the law allows. Say on which day it was made and on which it ends.',
  UNKNOWN_PROCEEDING: 'There are no such proceedings in this case.',
  PROCEEDING_ENDED: 'These proceedings have ended.',
  PROCEEDING_HAS_HEARINGS: 'A hearing of these proceedings still stands. Record what came of it first.',
  NOT_IN_THESE_PROCEEDINGS: 'This is no milestone of proceedings of this kind.',
  BEFORE_PROCEEDING: 'This lies before the day on which the proceedings began.',
  BEGINS_LATER: 'This cannot have begun yet: the day on which it begins lies in the future.',
  HEARING_DATE_MISSING: 'Say when the hearing is. One without a date follows only from an adjournment.',
  NOT_A_HEARING: 'This is not a hearing at court.',
  HEARING_IS_ADJOURNED:
    'The date of a hearing changes by its adjournment, so that the old date and the reason are kept.',
  ADJOURNED_TO_THE_PAST: 'A hearing is adjourned to a day that is still to come.',
  RESULT_NOT_DUE: 'There is no result of this that the victim has still to be told.',
  ENDS_BEFORE_IT_BEGINS: 'It would end before it begins.',
  END_MISSING: 'Say until when it lasts.',
  HAS_NO_DATE: 'This has no date by which it ends, so none can be given.',
  OWNER_MISSING: 'Say which agency has to see to it.',
  AUTHORITY_MISSING: 'Say who authorised the bail.',
  BAIL_RANK_TOO_LOW: 'Bail for so long has to be authorised by a higher rank, or by magistrates.',
  BAIL_STEP_SKIPPED: 'Bail is extended one step at a time.',
  BAIL_NOT_LONGER: 'An extension of bail ends later than the bail it extends.',
  NOT_AN_ORDER: 'Nothing is forbidden or ordered by this, so it cannot be breached.',
  NOT_IN_FORCE: 'The order was not in force when this happened.',
  REVIEW_TOO_EARLY:
    'The protection lasts for longer yet. A review so early would not stand for the one before its end.',
  WATCHER_MISSING: 'The case is closed or declined. Name the post that watches this date.',
  DISPOSITIONS_MISSING: 'The case cannot be closed or declined while something in it has no disposition.',
  NOT_CLOSED: 'The case is not closed.',
  UNKNOWN_CLOCK: 'There is no such running clock in this case.',
  CLOCK_NOT_PAUSABLE: 'This clock cannot be paused for this reason.',
  CLOCK_PAUSED: 'The clock is paused already.',
  CLOCK_NOT_PAUSED: 'The clock is not paused.',
  NOT_OVERDUE: 'Nothing has escalated yet, so there is nothing to acknowledge.',
  NEXT_DATE_TOO_FAR: 'The next date may be at most 7 days away, and has to lie in the future.',
  NOT_ADOPTED: 'The case was not taken over, or has been declared caught up already.',
  OWN_AREA: 'The case is this area’s already. A transfer goes to another MARAC.',
  TRANSFER_PENDING: 'A transfer of this case is under way. Withdraw it before you send another.',
  NO_TRANSFER: 'No transfer of this case waits for this answer.',
  UNKNOWN_AREA_OF_TRANSFER: 'The area to which the case was to go is not there any more.',
  CASE_MERGED: 'This referral was merged into another case. Work there, or undo the merge first.',
  NOT_MERGED: 'This referral was not merged into another case.',
  MERGE_UNDER_WAY: 'A merge has not been heard of yet in the case it is meant for. Try again in a moment.',
  NO_CASE_TO_KEEP: 'The case to be kept is not one of the same two people in the same area. Transfer it there first.',
  NOT_KEPT_AT_THIS_STAGE:
    'The case to be kept has to be before a meeting or heard by one. Screen and grade it first, or keep the other.',
  HOLDS_OTHERS: 'Other referrals were merged into this one. Keep this case, or undo those merges first.',
  GONE_FURTHER:
    'This case has gone too far to be merged into another: each thing that stands in it is named. Keep this one, or bring them to an end.',
  NO_LIKELY_MATCH: 'There is no such likely match of somebody this case is about.',
  MATCH_DECIDED: 'It was decided so already.',
  REPORT_NOT_HERE: 'This report is not on record in this case, or was taken out of it already.',
  REPEAT_UNDER_WAY: 'The case of the repeat is still being opened. Try again in a moment.',
  REPEAT_MERGED: 'The repeat that was opened for this report was merged into another case. Undo that merge first.',
  NO_FLAG_TO_SET: 'This case never set a flag, or it is over.',
  ALREADY_DIED: 'The death is recorded already.',
  NOT_DIED: 'No death is on record in this case.',
  DEATH_TAKEN_BACK: 'The death that this case was to hear of was recorded by mistake, and was taken back.',
  UNKNOWN_AGENCY: 'There is no such agency.',
  UNKNOWN_PRACTITIONER: 'There is no such practitioner, or they no longer work here.',
  NO_RETENTION_REVIEW:
    'No review of the record is under way: the case has not ended, its record is held, or it was erased.',
  KEPT_OUT_OF_RANGE: 'The next review has to lie in the future, and no further ahead than the first one did.',
  ERASED_TOO_EARLY: 'The record is kept until the day of its review. From that day on it can be erased.',
  STILL_WORKED_ON:
    'One of these people is in a case that has not ended, or in a report or referral that waits. Keep the record until it has.',
  HAPPENED_BEFORE: 'This cannot have happened before the referral was received.',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusalMeanings;

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** What exactly stands in the way: ids and codes, so that a page can list and link them. */
  readonly blocking?: readonly { readonly type: string; readonly id: string; readonly code?: string }[];
}

/** A refusal as a value; `blocking` lists what stands in the way by id. */
export function refuse(code: RefusalCode, blocking?: Refusal['blocking']): Refusal {
  return blocking ? { ok: false, code, blocking } : { ok: false, code };
}
