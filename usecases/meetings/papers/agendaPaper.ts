import type { AgendaView } from '../../../contracts/views/meetingDocumentViews.ts';
import { formatLondonDate, formatLondonMoment } from '../../../domain/calendar/london.ts';
import { codeInWords } from '../../../domain/papers/codeInWords.ts';
import { heading, paragraph, type Paper, type PaperPart } from '../../../domain/papers/paper.ts';
import type { Names } from '../../office/readNames.ts';
import { dayOnPaper, dueOnPaper, onPaper } from '../../papers/paperWords.ts';

type AgendaCase = AgendaView['casesWithAdults'][number];

/** The agenda as a paper, in the practised order, with what its reader may see: made from what they are given as JSON. */
export function agendaPaper(view: AgendaView, names: Names): Paper {
  return {
    title: `Agenda: MARAC ${names.area(view.area)}, ${dayOnPaper(view.startsAt)}`,
    about: `${codeInWords(view.kind)} meeting, ${formatLondonMoment(view.startsAt)}`,
    marking: 'Confidential. For the people of this meeting and nobody else.',
    parts: [
      heading('1. Confidentiality'),
      ...paragraph(
        'Everybody at the table signs, at every meeting. What is said here is used to keep people safe and goes no further.',
      ),
      heading('2. Unfinished actions of earlier meetings'),
      ...unfinished(view, names),
      heading('3. Cases with children'),
      ...casesOf(view.casesWithChildren, names),
      heading('4. Cases with adults only'),
      ...casesOf(view.casesWithAdults, names),
      heading('5. Cases reaching twelve months'),
      ...flags(view),
      heading('6. Other business'),
      ...paragraph('What else anybody at the table brings.'),
    ],
  };
}

function unfinished({ unfinishedActions }: AgendaView, names: Names): readonly PaperPart[] {
  if (unfinishedActions.length === 0) return paragraph('None: every action of earlier meetings has ended.');
  const rows = unfinishedActions.map(({ clock, agency, risk, description }) => [
    onPaper(description) ?? codeInWords(risk),
    clock.reference ?? '',
    names.agency(agency) ?? '',
    dueOnPaper(clock.due) + (clock.overdue ? ' (late)' : ''),
  ]);
  return [{ type: 'table', head: ['Action', 'Case', 'Agency', 'Due'], rows }];
}

function casesOf(cases: readonly AgendaCase[], names: Names): readonly PaperPart[] {
  if (cases.length === 0) return paragraph('None.');
  return cases.flatMap((each) => [
    heading(`${each.number}. ${each.reference}${each.victim === null ? '' : ` ${each.victim}`}`, 2),
    ...paragraph(each.perpetrator, 'Perpetrator'),
    ...paragraph(marksOf(each, names).join('. '), 'To know'),
    ...paragraph(onPaper(each.victimView), 'What the victim wants the meeting to know'),
    ...paragraph(each.missing.map((agency) => names.agency(agency) ?? agency).join(', '), 'Nothing yet from'),
  ]);
}

function marksOf(each: AgendaCase, names: Names): readonly string[] {
  const children = each.children === 1 ? '1 child' : `${each.children} children`;
  return [
    ...(each.children > 0 ? [children] : []),
    ...(each.repeat ? [each.planReviewed ? 'Repeat, last plan reviewed' : 'Repeat, last plan not reviewed'] : []),
    ...(each.transferredFrom === null ? [] : [`Transferred from ${names.area(each.transferredFrom)}`]),
    ...(each.heardBefore === null ? [] : [`Heard before on ${formatLondonDate(each.heardBefore)}`]),
    ...(each.deferrals > 0 ? [`Deferred ${each.deferrals === 1 ? 'once' : `${each.deferrals} times`}`] : []),
    ...(each.openActions > 0 ? [`Open actions: ${each.openActions}`] : []),
  ];
}

function flags({ reachingTwelveMonths }: AgendaView): readonly PaperPart[] {
  if (reachingTwelveMonths.length === 0) return paragraph('None before the next meeting.');
  const items = reachingTwelveMonths.map(
    ({ reference, endsOn }) => `${reference}: the flag ends on ${formatLondonDate(endsOn)}`,
  );
  return [{ type: 'list', items }];
}
