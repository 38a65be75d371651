import type { PersonView } from '../../contracts/views/caseView.ts';
import type { TransferPackView } from '../../contracts/views/transferView.ts';
import { formatLondonDate, formatLondonMoment, londonDate } from '../../domain/calendar/london.ts';
import { codeInWords } from '../../domain/papers/codeInWords.ts';
import { heading, paragraph, type Paper, type PaperPart } from '../../domain/papers/paper.ts';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import { identityInWords } from '../../domain/people/identityInWords.ts';
import type { Names } from '../office/readNames.ts';
import { actionTable } from '../papers/actionTable.ts';
import { onPaper } from '../papers/paperWords.ts';
import { safeContactInWords } from '../people/safeContactInWords.ts';
import { referralSaid } from '../referral/referralSaid.ts';

const states = {
  pending: 'Waits for an answer',
  refused: 'Refused',
  accepted: 'Accepted',
  withdrawn: 'Withdrawn',
} as const;

/** The pack of a transfer as a paper, for a MARAC outside the system too: made from what its reader is given as JSON. */
export function transferPackPaper(pack: TransferPackView, names: Names): Paper {
  const to = pack.to === null ? 'a MARAC outside this system' : `MARAC ${names.area(pack.to)}`;
  return {
    title: `Transfer of case ${pack.reference}: from MARAC ${names.area(pack.from)} to ${to}`,
    about: `Asked on ${formatLondonMoment(pack.requestedAt)}. ${states[pack.status]}. As it stood when it was sent.`,
    marking: 'Confidential. For the MARAC that is asked to take the case over, and nobody else.',
    parts: [
      ...safeContactParts(pack),
      heading('Why it is sent'),
      ...paragraph(onPaper(pack.reason)),
      ...outsideParts(pack),
      ...paragraph(onPaper(pack.answer), 'Answer'),
      ...peopleParts(pack, names),
      heading('The referral'),
      ...paragraph(narrativeOf(pack.referral)),
      ...referralSaid(pack.referral).flatMap(({ key, value }) => paragraph(value, key)),
      ...riskParts(pack),
      ...(pack.minutes.length > 0 ? [heading('Minutes')] : []),
      ...pack.minutes.flatMap(({ meetingOn, minute }) => [
        heading(meetingOn === null ? 'A meeting' : formatLondonDate(meetingOn), 2),
        ...paragraph(onPaper(minute) ?? 'Nothing was written.'),
      ]),
      heading('Open actions'),
      ...openActions(pack, names),
    ],
  };
}

/** First on the paper: whoever takes the case over must not ring before they have read it. */
function safeContactParts({ safeContact }: TransferPackView): readonly PaperPart[] {
  if (!safeContact) return [];
  const { suspended, details } = safeContact;
  const rows = details?.state === 'open' ? safeContactInWords(details.text) : [];
  return [
    heading('How the victim can be reached safely'),
    ...(suspended ? paragraph('Contact is suspended: do not try to reach the victim.') : []),
    ...(rows.length === 0 ? paragraph('Not known. Do not try to reach the victim before it is.') : []),
    ...rows.flatMap(({ key, value }) => paragraph(value, key)),
  ];
}

function outsideParts({ outside }: TransferPackView): readonly PaperPart[] {
  if (outside?.state !== 'open') return paragraph(onPaper(outside), 'Sent to');
  const { name, contact = null } = outside.text as { readonly name: string; readonly contact?: string };
  return [...paragraph(name, 'Sent to'), ...paragraph(contact, 'How it is reached')];
}

function peopleParts(pack: TransferPackView, names: Names): readonly PaperPart[] {
  return [
    heading('The people'),
    ...personParts('Victim', pack.victim),
    ...personParts('Perpetrator', pack.perpetrator),
    ...paragraph(pack.relationship === null ? null : codeInWords(pack.relationship), 'What they are to each other'),
    ...pack.children.flatMap(({ ageBand, who, services }) => [
      ...personParts('Child', who),
      ...paragraph(codeInWords(ageBand), 'Age'),
      ...paragraph(names.agency(services), 'Children’s services'),
    ]),
  ];
}

function personParts(role: string, person: PersonView): readonly PaperPart[] {
  if (person?.state !== 'open') return [heading(role, 2), ...paragraph(person === null ? 'Not named.' : 'Erased.')];
  const { name, details } = identityInWords(person.identity as unknown as PersonIdentity);
  return [heading(`${role}: ${name}`, 2), ...details.flatMap(({ key, value }) => paragraph(value, key))];
}

function narrativeOf(referral: TransferPackView['referral']): string | null {
  if (referral?.state !== 'open') return onPaper(referral);
  const { narrative } = referral.text as { readonly narrative?: unknown };
  return typeof narrative === 'string' ? narrative : null;
}

function riskParts({ grade, repeat, flagEndsOn, assessments }: TransferPackView): readonly PaperPart[] {
  return [
    heading('Risk'),
    ...paragraph(grade === null ? 'Not graded yet' : codeInWords(grade), 'Grade'),
    ...paragraph(repeat ? 'Yes' : 'No', 'Repeat'),
    ...paragraph(flagEndsOn === null ? null : formatLondonDate(flagEndsOn), 'A further incident is a repeat until'),
    ...assessments.flatMap((each) => {
      const what = each.tool === 'gradeOnly' ? 'Police grade' : each.tool;
      const ticks = each.count === null ? '' : `: ${each.count} ticks`;
      const answered = answersOf(each.answers);
      return [
        heading(`${what}${ticks}, ${formatLondonDate(londonDate(each.occurredAt))}`, 2),
        ...paragraph(each.policeGrade === null ? null : codeInWords(each.policeGrade), 'Graded by the police'),
        ...(answered.length > 0 ? [{ type: 'table' as const, head: ['Question', 'Answer'], rows: answered }] : []),
      ];
    }),
  ];
}

function answersOf(words: TransferPackView['assessments'][number]['answers']): readonly (readonly string[])[] {
  const answers = words?.state === 'open' ? (words.text as { readonly answers?: unknown }).answers : null;
  if (!Array.isArray(answers)) return [];
  return (answers as { question: string; answer: string }[]).map(({ question, answer }) => [
    question,
    codeInWords(answer),
  ]);
}

function openActions({ openActions: actions }: TransferPackView, names: Names): readonly PaperPart[] {
  if (actions.length === 0) return paragraph('None.');
  const rows = actions.map((action) => ({ ...action, ownerId: null }));
  return [actionTable(rows, names, () => null)];
}
