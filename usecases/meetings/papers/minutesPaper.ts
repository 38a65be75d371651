import type { CaseTakenView, MinutesView } from '../../../contracts/views/meetingDocumentViews.ts';
import { formatLondonMoment } from '../../../domain/calendar/london.ts';
import { codeInWords } from '../../../domain/papers/codeInWords.ts';
import { heading, paragraph, type Paper, type PaperPart } from '../../../domain/papers/paper.ts';
import type { Names } from '../../office/readNames.ts';
import { actionTable } from '../../papers/actionTable.ts';
import { dayOnPaper, onPaper } from '../../papers/paperWords.ts';

/** What of people the view names by id alone. */
export type NameOf = (id: string | null) => string | null;

const states = { draft: 'Draft', confirmed: 'Confirmed', sent: 'Confirmed and sent' } as const;

/** The minutes as a paper, with what their reader may see: made from what they are given as JSON. */
export function minutesPaper(view: MinutesView, names: Names, nameOf: NameOf): Paper {
  const version = view.versions.at(-1)?.version;
  return {
    title: `Minutes: MARAC ${names.area(view.area)}, ${dayOnPaper(view.startsAt)}`,
    about: states[view.state] + (version === undefined ? '' : `, version ${version}`),
    marking: 'Confidential. Not to be passed on without the agencies whose information it holds.',
    parts: [
      ...(view.attendees.length > 0 ? [heading('At the table'), tableOfAttendees(view, names, nameOf)] : []),
      ...(view.cases.length > 0 ? [heading('Cases')] : []),
      ...view.cases.flatMap((each) => caseParts(each, names, nameOf)),
      ...corrections(view),
    ],
  };
}

function tableOfAttendees({ attendees }: MinutesView, names: Names, nameOf: NameOf): PaperPart {
  const rows = attendees.map(({ agency, practitionerId, name, presence, signed }) => [
    names.agency(agency) ?? '',
    nameOf(practitionerId) ?? onPaper(name) ?? '',
    codeInWords(presence),
    signed ? 'Signed' : 'Not signed',
  ]);
  return { type: 'table', head: ['Agency', 'Who', 'Presence', 'Confidentiality'], rows };
}

function caseParts(taken: CaseTakenView, names: Names, nameOf: NameOf): readonly PaperPart[] {
  const title = heading(`${taken.reference}${taken.victim === null ? '' : ` ${taken.victim}`}`, 2);
  if (taken.outcome === 'deferred') {
    const because = taken.because === null ? '' : `: ${codeInWords(taken.because).toLowerCase()}`;
    return [title, ...paragraph(`Deferred${because}.`), ...paragraph(onPaper(taken.reason), 'Why')];
  }
  return [
    title,
    ...paragraph(names.agency(taken.presentedBy), 'Presented by'),
    ...paragraph(taken.risks.map(codeInWords).join(', '), 'Risks'),
    ...taken.information.flatMap(({ agency, words }) => paragraph(onPaper(words), names.agency(agency) ?? 'An agency')),
    ...paragraph(onPaper(taken.minute)),
    ...paragraph(onPaper(taken.decision), 'Decided'),
    ...(taken.actions.length > 0 ? [actionTable(taken.actions, names, nameOf)] : paragraph('No action.')),
  ];
}

function corrections({ versions }: MinutesView): readonly PaperPart[] {
  const worded = versions.filter(({ words, reason }) => onPaper(words) !== null || onPaper(reason) !== null);
  return worded.flatMap(({ version, at, words, reason }) => [
    heading(version === 1 ? 'Remarks when they were confirmed' : `Correction, version ${version}`),
    ...paragraph(formatLondonMoment(at)),
    ...paragraph(onPaper(words)),
    ...paragraph(onPaper(reason), 'Why'),
  ]);
}
