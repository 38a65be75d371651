import type { z } from 'zod';
import type { furtherAbuseSchema } from '../../../../contracts/closing.ts';
import type { furtherAbuseReportView } from '../../../../contracts/views/officeViews.ts';
import { shortDay } from '../../../../domain/calendar/shortDay.ts';
import type { IsoInstant, Precision } from '../../../../domain/calendar/time.ts';
import type { Names } from '../../../../usecases/office/readNames.ts';
import { momentWords, toldWords } from '../../../wording/days.ts';
import { settlementLabels } from '../../../wording/furtherAbuse.ts';
import { plainWords } from '../../../wording/plainWords.ts';

type ReportView = z.output<typeof furtherAbuseReportView>;

interface Given {
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

/** What each standing of a report means for whoever reads it. */
const meanings: Readonly<Record<string, string>> = {
  unmatched:
    'Nobody on record is meant for sure. Find out who the two are. Where they are known, tell their coordinator; where not, and the risk is high, refer them.',
  afterEnd:
    'The last case of the two people has ended, and no flag ran on that day. Where the risk is high, refer them anew.',
  staged: 'It has not reached its case yet. If it stays so, ask whoever runs the product.',
  recorded: 'It is on record in the case of the two people.',
  settled: 'Somebody has seen to it.',
};

/** A report in words; what was written as far as it is still there. */
export function presentReport(view: ReportView, { names, nameOf, now }: Given) {
  const said = saidIn(view.content);
  const person = (who: Identity | undefined) =>
    who ? `${who.givenNames} ${who.familyName}${who.dateOfBirth ? `, born ${shortDay(who.dateOfBirth)}` : ''}` : '';
  return {
    meaning: view.repeat === null ? meanings[view.status] : 'It was a repeat, and a case was opened for it.',
    cases: [
      ...(view.repeat === null
        ? []
        : [{ text: `The case of the repeat: ${view.repeat}`, href: `/cases/${view.repeat}` }]),
      ...(view.reference === null
        ? []
        : [{ text: `Their case before: ${view.reference}`, href: `/cases/${view.reference}` }]),
    ],
    mayRefer: view.status === 'unmatched' || view.status === 'afterEnd',
    rows: [
      { key: 'It happened', value: happenedWords(view, said?.incidentAt?.precision, now) },
      { key: 'Where', value: said?.area === undefined ? '' : names.area(said.area) },
      { key: 'Received', value: momentWords(view.receivedAt, now) },
      {
        key: 'Reported by',
        value: [nameOf(view.reporterId), names.agency(said?.agency ?? null)].filter(Boolean).join(', '),
      },
      { key: 'The victim', value: person(said?.victim) },
      { key: 'The person causing harm', value: person(said?.perpetrator) },
    ],
    whatHappened: said?.whatHappened ?? null,
    settled: settledOf(view, nameOf, now),
    takenOut: takenOutOf(view, nameOf, now),
  };
}

/** That it stood in a case whose people it is not about, and why that was found; null where it never did. */
function takenOutOf({ takenOut }: ReportView, nameOf: Given['nameOf'], now: IsoInstant) {
  if (takenOut === null) return null;
  const { reference, repeat } = takenOut;
  return {
    rows: [
      reference === null
        ? { key: 'It had been put with', value: 'A case you are not shown everything of' }
        : { key: 'It had been put with', value: reference, href: `/cases/${reference}` },
      { key: 'The case that had been opened for it', value: repeat, href: `/cases/${repeat ?? ''}` },
      { key: 'Taken out by', value: nameOf(takenOut.byId) },
      { key: 'When', value: momentWords(takenOut.at, now) },
    ],
    why: plainWords(takenOut.reason),
  };
}

function happenedWords({ incidentAt }: ReportView, known: Precision | undefined, now: IsoInstant): string {
  return known === undefined ? toldWords(incidentAt, now) : momentWords(incidentAt, now, known);
}

/** What somebody said becomes of the report, and why; null where nobody had to. */
function settledOf({ settled }: ReportView, nameOf: Given['nameOf'], now: IsoInstant) {
  if (settled === null) return null;
  return {
    rows: [
      { key: 'What became of it', value: settlementLabels[settled.as] },
      { key: 'Settled by', value: nameOf(settled.byId) },
      { key: 'When', value: momentWords(settled.at, now) },
    ],
    why: plainWords(settled.reason),
  };
}

type Identity = z.output<typeof furtherAbuseSchema>['victim'];

/** What a report says, as it was sealed: that of a breach names nobody, since its case does. */
function saidIn(content: unknown): Partial<z.output<typeof furtherAbuseSchema>> | null {
  return typeof content === 'object' ? content : null;
}
