import type { ClockExplanationView } from '../../../../contracts/views/clockView.ts';
import { formatLondonDate } from '../../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import { describeRung } from '../../../../domain/clocks/describeRung.ts';
import type { Names } from '../../../../usecases/office/readNames.ts';
import { clockLine } from '../../../wording/clocks.ts';
import { counted, dueWords, momentWords, sentence, toldWords } from '../../../wording/days.ts';

interface Given {
  readonly view: ClockExplanationView;
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

/** A clock in words: due when and why, its ledger, its rungs, and what comes if nothing happens. */
export function presentClockPage({ view, names, nameOf, now }: Given) {
  const { why } = view;
  const line = clockLine(view, now, names.agency);
  const moved = JSON.stringify(view.due) !== JSON.stringify(view.originalDue);
  return {
    about: view.reference === null ? line.about : `Case ${view.reference}`,
    aboutHref: line.aboutHref,
    line,
    owner: nameOf(view.ownerId) ?? names.agency(view.agency) ?? 'The MARAC of the area',
    sentence: why.sentence,
    provisional: why.provisional,
    why: [
      { key: 'Rule', value: sentence(why.rule) },
      { key: 'Where the rule comes from', value: sourceWords(why.source) },
      { key: 'Counted from', value: toldWords(why.anchor, now) },
      {
        key: 'Stepped over',
        value: why.skipped.map(({ date, name }) => `${name}, ${formatLondonDate(date)}`).join('; ') || 'Weekends only',
      },
      { key: 'First set for', value: moved ? dueWords(view.originalDue, now) : '' },
      { key: 'Policy in force', value: why.policyVersion },
      { key: 'Calendar in force', value: why.calendarVersion },
    ],
    ledger: view.ledger.map(({ at, what, by }) => ({
      when: toldWords(at, now),
      what,
      by: nameOf(by) ?? 'MARAC Casework itself',
    })),
    rungs: view.rungs.map(({ label, firedAt, plannedAt, recipients, toldIds }) => ({
      what: sentence(describeRung(label)),
      when: momentWords(firedAt, now),
      planned: Date.parse(firedAt) - Date.parse(plannedAt) > 3_600_000 ? momentWords(plannedAt, now) : null,
      told: whoWasTold(
        recipients,
        toldIds.flatMap((id) => nameOf(id) ?? []),
      ),
    })),
    next: nextWords(view, now),
  };
}

/** Whom a reminder reached by name, or how many they were. */
function whoWasTold(recipients: number, names: readonly string[]): string {
  if (recipients === 0) return 'Nobody: there was nobody to tell';
  return names.length === 0 ? counted(recipients, 'person', 'people') : names.join(', ');
}

function nextWords({ status, silent, nextReminderAt }: ClockExplanationView, now: IsoInstant): string {
  if (status === 'ended') return 'Nothing: it has ended.';
  if (status === 'paused') return 'Nothing while it is paused.';
  if (silent) return 'Nothing: the case was taken over and nobody is reminded until it is declared caught up.';
  return nextReminderAt === null
    ? 'No more reminders.'
    : `If nothing is recorded, the next reminder goes out ${momentWords(nextReminderAt, now)}.`;
}

function sourceWords(source: string): string {
  return source === 'assumption' ? 'An assumption of this product: no published figure was found' : sentence(source);
}
