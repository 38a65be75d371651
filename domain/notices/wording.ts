import { formatLondonDate, formatLondonMoment } from '../calendar/london.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { Due } from '../clocks/clock.ts';
import { describeClockKind } from '../clocks/clockKind.ts';
import { describeRecipientRole, describeRung } from '../clocks/describeRung.ts';
import { isForCalendars } from './calendarPart.ts';
import type { NoticeRole } from './directory.ts';
import { letterAsHtml, letterAsText, type Letter } from './letter.ts';
import { newsWords } from './newsWords.ts';
import { nextStep } from './nextStep.ts';
import type { NewsData, NoticeData, RungData } from './noticeData.ts';
import { isEvent, timingOf, type Timing } from './timing.ts';

/** Where and when a notice is read. Nothing here is about a person either. */
export interface NoticeContext {
  /** The public reference of the case; null where it is about none. */
  readonly reference: string | null;
  /** The meeting with its London day; null where it is about none. */
  readonly meeting: { readonly meetingId: string; readonly on: IsoDate; readonly startsAt: IsoInstant } | null;
  readonly areaName: string | null;
  readonly role: NoticeRole;
  /** The moment of sending, from which "today" and "late" are counted. */
  readonly now: IsoInstant;
  /** Where people reach the product, without a slash at the end. */
  readonly publicUrl: string;
}

export interface NoticeWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The words of a notice: subject, text and HTML, with an opaque reference, what is due, when, and where to sign in. */
export function wordNotice(data: NoticeData, context: NoticeContext): NoticeWords {
  const letter = data.code === 'rung' ? rungLetter(data, context) : newsLetter(data, context);
  return { subject: letter.subject, text: letterAsText(letter), html: letterAsHtml(letter) };
}

function rungLetter(data: RungData, context: NoticeContext): Letter {
  const { kind, due, rule, provisional, label } = data;
  const { role, now } = context;
  const what = describeClockKind(kind);
  const timing = timingOf(due, kind, now);
  const step = nextStep(kind, role);
  return {
    subject: `${about(context)}: ${what} – ${timing.brief}`,
    heading: what,
    facts: [
      ...matterFacts(context),
      [isEvent(kind) ? 'When' : 'Due', timing.full],
      ...firstDue(data),
      ['Why this date', provisional ? `${rule} (provisional: not all bank holidays of that time are known yet)` : rule],
    ],
    paragraphs: [...lateWords(data, timing, step.theirs), step.words],
    link: linkTo(context),
    closing: closing(role, describeRung(label)),
  };
}

/** News that is read elsewhere than in the case: whoever goes along to a hearing need not be able to open that. */
const notInTheCase: Readonly<Partial<Record<NewsData['code'], string>>> = {
  commandParked: '/exceptions',
  hearingCompany: '/court-diary?days=365',
};

function newsLetter(data: NewsData, context: NoticeContext): Letter {
  const { title, paragraphs } = newsWords(data.code, context.role);
  const elsewhere = notInTheCase[data.code];
  return {
    subject: `${about(context)}: ${title}`,
    heading: sentenceCase(title),
    facts: [...matterFacts(context), ...beginning(data, context), ...dueFact(data.due, context.now)],
    paragraphs,
    link: elsewhere === undefined ? linkTo(context) : `${context.publicUrl}${elsewhere}`,
    closing: closing(context.role, null),
  };
}

function lateWords({ kind }: RungData, { late }: Timing, theirs: boolean): readonly string[] {
  if (!late) return [];
  if (isEvent(kind)) return ['The date has passed, and what became of it has not been recorded yet.'];
  if (!theirs) return ['Nothing has been recorded yet.'];
  return [
    'Nothing has been recorded yet. If it is done already, please record it with the time when it was done: that is the time that counts.',
  ];
}

function matterFacts({ reference, meeting, areaName }: NoticeContext): Letter['facts'] {
  const inArea = (words: string) => (areaName === null ? words : `${words}, ${areaName}`);
  if (reference !== null) return [['Case', inArea(reference)]];
  return meeting === null ? [] : [['Meeting', inArea(formatLondonDate(meeting.on))]];
}

/** When a meeting begins, where the news is that it does. */
function beginning(data: NewsData, { meeting }: NoticeContext): Letter['facts'] {
  return meeting === null || !isForCalendars(data) ? [] : [['Begins', formatLondonMoment(meeting.startsAt)]];
}

function dueFact(due: Due | null, now: IsoInstant): Letter['facts'] {
  return due === null ? [] : [['Due', timingOf(due, null, now).full]];
}

function firstDue({ due, originalDue }: RungData): Letter['facts'] {
  if (JSON.stringify(due) === JSON.stringify(originalDue)) return [];
  const { type } = originalDue;
  return [['First due', type === 'day' ? formatLondonDate(originalDue.date) : formatLondonMoment(originalDue.at)]];
}

function about({ reference, meeting }: NoticeContext): string {
  if (reference !== null) return `Case ${reference}`;
  return meeting === null ? 'MARAC Casework' : `Meeting of ${formatLondonDate(meeting.on)}`;
}

function linkTo({ reference, meeting, publicUrl }: NoticeContext): string {
  if (reference !== null) return `${publicUrl}/cases/${encodeURIComponent(reference)}`;
  return meeting === null ? publicUrl : `${publicUrl}/meetings/${meeting.meetingId}`;
}

/** How a recipient is addressed, where the role's usual words are about somebody else or say more than they should. */
const asWords: Readonly<Partial<Record<NoticeRole, string>>> = {
  owner: 'the one whose duty this is',
  cover: 'cover for somebody who is away',
  governance: 'a member of governance',
  receivingService: 'somebody at the receiving service',
  childrensServices: 'somebody at children’s services',
  namedPost: 'the post that watches this date',
  reviewDeciders: 'one of those who decide what follows',
};

function closing(role: NoticeRole, rung: string | null): readonly string[] {
  const usual = role === 'systemAdministrator' ? 'a system administrator' : describeRecipientRole(role);
  return [
    `You receive this as ${asWords[role] ?? usual}${rung === null ? '' : ` (${rung})`}.`,
    'Replies to this message are not read. Please do not forward it.',
  ];
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
