import type { MeetingBoardView } from '../../../../contracts/views/meetingBoardView.ts';
import { londonDate } from '../../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import { agendaOf, nextToTake } from '../../../../domain/meetings/agenda.ts';
import type { Names } from '../../../../usecases/office/readNames.ts';
import { counted, dayFromNow, dayWords } from '../../../wording/days.ts';
import { labelOf } from '../../../wording/labels.ts';
import { marksOf, meetingKindLabels, meetingStages, meetingWhen, placesWords } from '../../../wording/meetings.ts';

interface Given {
  readonly names: Names;
  readonly now: IsoInstant;
  /** The agencies the reader answers for, while answers are taken. */
  readonly answersFor: readonly string[];
}

const outcomes = { presented: 'Heard', deferred: 'Deferred' };

/** A meeting in words, for its page: the list in the order of the agenda, and agencies by the cases they were asked about. */
export function presentMeetingPage(view: MeetingBoardView, { names, now, answersFor }: Given) {
  const { casesWithChildren, casesWithAdults } = agendaOf(view.cases, [], []);
  const cases = [...casesWithChildren, ...casesWithAdults];
  const next = nextToTake(view.cases);
  const address = `/meetings/${view.meetingId}`;
  return {
    title: `${names.area(view.area)}, ${dayWords(view.on, londonDate(now))}`,
    address,
    kind: labelOf(meetingKindLabels, view.kind),
    cancelled: view.status === 'cancelled',
    stages: meetingStages(view, now),
    about: factsOf(view, now),
    warnings: warningsOf(view),
    hasMinutes: view.cases.some(({ outcome }) => outcome !== null),
    next: next && { number: next.number, href: `${address}/cases/${next.reference}` },
    taken: counted(cases.filter(({ outcome }) => outcome !== null).length, 'case'),
    left: cases.filter(({ outcome }) => outcome === null).length,
    cases: cases.map((each) => ({
      number: each.number,
      reference: each.reference,
      href: `/cases/${each.reference}`,
      takeHref: `${address}/cases/${each.reference}`,
      victim: each.victim,
      marks: marksOf(each, names),
      actions: each.openActions === 0 ? null : counted(each.openActions, 'open action'),
      outcome: each.outcome && outcomes[each.outcome],
    })),
    research: view.research.map(({ agency, asked, missing, silentOn }) => ({
      agency: names.agency(agency) ?? agency,
      summary:
        missing.length === 0 ? 'Everything has come back' : `${missing.length} of ${asked.length} still to come back`,
      isMissing: missing.length > 0,
      atOnceHref: missing.length > 1 && answersFor.includes(agency) ? `${address}/answers/${agency}` : null,
      left: missing.length,
      cells: cases.map(({ number, reference }) => ({
        number,
        state: cellOf(reference, { asked, missing, silentOn }),
        href: answersFor.includes(agency) && asked.includes(reference) ? `${address}/research/${reference}` : null,
      })),
    })),
  };
}

function cellOf(
  reference: string,
  { asked, missing, silentOn }: Pick<MeetingBoardView['research'][number], 'asked' | 'missing' | 'silentOn'>,
): 'notAsked' | 'silent' | 'missing' | 'returned' {
  if (!asked.includes(reference)) return 'notAsked';
  if (silentOn.includes(reference)) return 'silent';
  return missing.includes(reference) ? 'missing' : 'returned';
}

function factsOf(view: MeetingBoardView, now: IsoInstant) {
  const answered = view.research.filter(({ missing }) => missing.length === 0).length;
  return [
    { key: 'When', value: meetingWhen(view, now) },
    { key: 'List', value: placesWords(view.cases.length, view.capacity) },
    { key: 'Cut-off', value: view.lockedAt ? '' : dayFromNow(view.cutOffOn, now) },
    { key: 'Why that day', value: view.cutOffWhy ?? '' },
    {
      key: 'Research',
      value:
        view.research.length === 0
          ? ''
          : `${answered} of ${counted(view.research.length, 'agency', 'agencies')} answered everything`,
    },
    { key: 'Moved', value: view.sequence > 0 && view.status !== 'cancelled' ? counted(view.sequence, 'time') : '' },
  ];
}

function warningsOf({ warnings: { quorate, missingServices } }: MeetingBoardView): string[] {
  return [
    ...(quorate === false ? ['Fewer agencies were there than the policy of the area asks for.'] : []),
    ...(missingServices.length > 0
      ? [`These services were not there: ${missingServices.map((kind) => labelOf({}, kind).toLowerCase()).join(', ')}.`]
      : []),
  ];
}
