import type { MeetingBoardView } from '../../../../contracts/views/meetingBoardView.ts';
import type { CaseTakenView, MinutesView } from '../../../../contracts/views/meetingDocumentViews.ts';
import type { WordsView } from '../../../../contracts/views/parts.ts';
import { formatLondonMoment } from '../../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import type { Names } from '../../../../usecases/office/readNames.ts';
import type { Seen } from '../../../form/seen.ts';
import { labelOf, riskLabels } from '../../../wording/labels.ts';
import { deferralLabels, presenceLabels } from '../../../wording/meetings.ts';

// What a form of a meeting is about, in words that stay the same while nobody changes it: without what is counted from today.

/** Where a meeting stands, for the steps that move it on. */
export function meetingAsSeen(view: MeetingBoardView): Seen {
  const { startsAt, status, capacity, cases, lockedAt, agendaSentAt, heldAt, minutes } = view;
  return [
    { key: 'When', value: moment(startsAt) },
    { key: 'How it stands', value: labelOf({}, status) },
    { key: 'Places', value: String(capacity) },
    { key: 'Cases', value: cases.map(({ reference }) => reference).join(', ') },
    { key: 'List locked', value: moment(lockedAt) },
    { key: 'Agenda out', value: moment(agendaSentAt) },
    { key: 'Held', value: moment(heldAt) },
    { key: 'Minutes', value: minutes ? `Version ${minutes.version}` : '' },
    { key: 'Minutes confirmed', value: moment(minutes?.confirmedAt ?? null) },
    { key: 'Minutes out', value: moment(minutes?.sentAt ?? null) },
  ];
}

/** What was recorded of a case at the table, however often. */
export function caseTakenAsSeen(taken: CaseTakenView | null, names: Names): Seen {
  if (!taken) return [{ key: 'Recorded', value: 'Not yet' }];
  const { outcome, presentedBy, because, reason, decision, minute, risks, information, actions } = taken;
  return [
    { key: 'Recorded', value: outcome === 'presented' ? 'Presented' : 'Deferred' },
    { key: 'Presented by', value: names.agency(presentedBy) ?? '' },
    {
      key: 'Why it was deferred',
      value: [labelOf(deferralLabels, because), textOf(reason)].filter(Boolean).join(': '),
    },
    { key: 'Risks', value: risks.map((risk) => labelOf(riskLabels, risk)).join(', ') },
    { key: 'Information', value: information.map(({ words }) => textOf(words)).join('; ') },
    { key: 'Decision', value: textOf(decision) },
    { key: 'Minute', value: textOf(minute) },
    {
      key: 'Actions',
      value: actions
        .map(({ description, agency }) => `${textOf(description)} (${names.agency(agency) ?? ''})`)
        .join('; '),
    },
  ];
}

/** Who was recorded to be at the table. */
export function attendanceAsSeen(
  attendees: MinutesView['attendees'],
  agencies: readonly { readonly code: string; readonly name: string }[],
  people: readonly { readonly practitionerId: string; readonly name: string }[],
): Seen {
  if (attendees.length === 0) return [{ key: 'Recorded', value: 'Nobody yet' }];
  const nameOf = (id: string) => people.find(({ practitionerId }) => practitionerId === id)?.name ?? id;
  return attendees.map(({ agency, presence, practitionerId, name, signed }) => ({
    key: agencies.find(({ code }) => code === agency)?.name ?? agency ?? '',
    value: [
      labelOf(presenceLabels, presence),
      practitionerId === null ? textOf(name) : nameOf(practitionerId),
      signed ? 'signed' : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  }));
}

function moment(at: IsoInstant | null): string {
  return at === null ? '' : formatLondonMoment(at);
}

function textOf(words: WordsView): string {
  return words?.state === 'open' && typeof words.text === 'string' ? words.text : '';
}
