import type { CaseView } from '../../../../contracts/views/caseView.ts';
import type { WordsView } from '../../../../contracts/views/parts.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import { toldWords } from '../../../wording/days.ts';
import { handoverLabels, labelOf } from '../../../wording/labels.ts';

const sections = {
  incident: 'What happened',
  concerns: 'What is feared',
  othersInvolved: 'Others involved',
  history: 'From before',
  situation: 'How they live now',
} as const;

/** What was handed to other services, and what became of it. */
export function handoversOf(
  { handovers }: CaseView,
  agencyName: (code: string | null) => string | null,
  now: IsoInstant,
) {
  return handovers.map((each) => ({
    what: labelOf(handoverLabels, each.kind),
    to: agencyName(each.to) ?? '',
    urgent: each.urgent,
    made: toldWords(each.madeAt, now),
    state: stateOf(each, now),
    asked: askedOf(each.asked),
  }));
}

function stateOf(
  { acknowledgedAt, refusedAt, settledAt }: CaseView['handovers'][number],
  now: IsoInstant,
): { readonly text: string; readonly colour: string } {
  if (refusedAt !== null && settledAt === null) return { text: `Refused ${toldWords(refusedAt, now)}`, colour: 'red' };
  if (refusedAt !== null) return { text: 'Refused, and settled what follows', colour: 'grey' };
  if (acknowledgedAt !== null) return { text: `Taken on ${toldWords(acknowledgedAt, now)}`, colour: 'green' };
  return { text: 'Waits for an answer', colour: 'yellow' };
}

/** What is asked: a request in one piece, or the parts of a notification of children. */
function askedOf(words: WordsView): { readonly key: string; readonly value: string }[] {
  if (words?.state !== 'open') return [];
  const { text } = words;
  if (typeof text === 'string') return [{ key: 'What is asked', value: text }];
  const told = text as Readonly<Record<string, string | undefined>>;
  return Object.entries(sections).flatMap(([name, key]) => (told[name] ? [{ key, value: told[name] }] : []));
}
