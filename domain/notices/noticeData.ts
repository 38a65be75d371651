import type { Clock, Due } from '../clocks/clock.ts';
import { clockKinds, type ClockKind } from '../clocks/clockKind.ts';
import { ruleInWords } from '../clocks/ruleInWords.ts';
import type { NoticeCode } from './noticeCode.ts';

/** What a notice holds of its own: codes, dates and counts. Nothing about a person has a place here. */
export type NoticeData = RungData | NewsData;

export interface RungData {
  readonly code: 'rung';
  readonly kind: ClockKind;
  /** The short code of the rung. */
  readonly label: string;
  readonly due: Due;
  readonly originalDue: Due;
  /** Why this date, in the words of policy, such as `2 working days after the referral`. */
  readonly rule: string;
  readonly provisional: boolean;
  /** Whether it is about one child of a family, of which siblings have one each; left out where it is about anything else. */
  readonly ofSibling?: true;
}

export interface NewsData {
  readonly code: Exclude<NoticeCode, 'rung'>;
  /** When what the news asks for is due, where it has a date. */
  readonly due: Due | null;
}

/** What a message about a rung of this clock is to hold. */
export function rungData(clock: Clock, label: string): RungData {
  const { kind, due, originalDue, reason, subject } = clock;
  const { provisional } = reason;
  const ofSibling = subject.type === 'child' || subject.type === 'notification';
  const data: RungData = { code: 'rung', kind, label, due, originalDue, rule: ruleInWords(clock), provisional };
  return ofSibling ? { ...data, ofSibling } : data;
}

/** A record and not a list, so that no code of news can be forgotten: what is not read is not sent. */
const newsCodes: Readonly<Record<NewsData['code'], true>> = {
  referralScreened: true,
  referralReturned: true,
  actionSet: true,
  secondDeferral: true,
  deferralDecided: true,
  contactSuspended: true,
  safeContactProposed: true,
  twoAreas: true,
  reversedPair: true,
  likelyMatch: true,
  matchDecided: true,
  repeatFound: true,
  repeatWithdrawn: true,
  assessedAnew: true,
  victimDied: true,
  deathTakenBack: true,
  furtherAbuse: true,
  reportTakenOut: true,
  childrenNotified: true,
  childCorrected: true,
  handedOver: true,
  handoverRefused: true,
  peopleSearchedFor: true,
  referralJoined: true,
  commandParked: true,
  caseAllocated: true,
  hearingCompany: true,
  researchAsked: true,
  researchSilent: true,
  emergencyMeeting: true,
  meetingShort: true,
  meetingInvited: true,
  meetingMoved: true,
  meetingCancelled: true,
  minutesSent: true,
  transferOffered: true,
  transferAccepted: true,
  transferRefused: true,
  transferWithdrawn: true,
};

/** Reads what was stored of a notice, leaving out whatever has no place there; null where it makes no sense. */
export function readNoticeData(code: string, stored: unknown): NoticeData | null {
  const data = isRecord(stored) ? stored : {};
  const due = readDue(data['due']);
  if (isNews(code)) return { code, due };
  const kind = clockKinds.find((each) => each === data['kind']);
  const { label, rule } = data;
  if (code !== 'rung' || !kind || !due || typeof label !== 'string' || typeof rule !== 'string') return null;
  return {
    code,
    kind,
    label,
    due,
    originalDue: readDue(data['originalDue']) ?? due,
    rule,
    provisional: data['provisional'] === true,
  };
}

function isNews(code: string): code is NewsData['code'] {
  return Object.hasOwn(newsCodes, code);
}

/** A due moment out of what was stored; null where it is none. */
export function readDue(value: unknown): Due | null {
  if (!isRecord(value)) return null;
  const { type, date, at } = value;
  if (type === 'day' && typeof date === 'string') return { type, date };
  if (type === 'instant' && typeof at === 'string') return { type, at };
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
