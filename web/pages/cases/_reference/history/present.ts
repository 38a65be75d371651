import type { IsoInstant } from '../../../../../domain/calendar/time.ts';
import type { HistoryLine } from '../../../../../usecases/cases/historyLines.ts';
import { momentWords } from '../../../../wording/days.ts';

/** Lines of a case's history in words: when it happened, what, by whom, and when it was written down if that was later. */
export function historyWords(
  lines: readonly HistoryLine[],
  nameOf: (id: string | null) => string | null,
  now: IsoInstant,
) {
  return lines.map((line) => ({
    number: line.number,
    when: momentWords(line.occurredAt, now, line.precision),
    what: line.what,
    by: nameOf(line.byId) ?? 'MARAC Casework itself',
    writtenDown: isLater(line) ? momentWords(line.recordedAt, now) : null,
  }));
}

/** A few minutes between doing and writing down are not worth a word. */
function isLater({ occurredAt, recordedAt }: HistoryLine): boolean {
  return Date.parse(recordedAt) - Date.parse(occurredAt) > 3_600_000;
}
