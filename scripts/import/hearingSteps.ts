import { adjournmentSchema, courtHearingSchema, hearingCompanySchema } from '../../contracts/court.ts';
import { liveDateOutcomeSchema } from '../../contracts/liveDate.ts';
import { checkBody, checkDay, checkFollows, checkTogether, defined, given, type Looked } from './checkCells.ts';
import { hearingOutcomes } from './courtColumns.ts';
import { type HearingChains, hearingChains } from './hearingChains.ts';
import { momentIn } from './momentIn.ts';
import { proceedingName } from './proceedingSteps.ts';
import { resultToldStep } from './resultToldStep.ts';
import type { RowStep, Step } from './step.ts';

/** What stands in the other files and in the product, as far as hearings name it. */
export interface NamedByHearings {
  readonly proceedingKeys: readonly string[];
  /** The ids of those who go along, by the names in a row. */
  readonly companyOf: (looked: Looked) => readonly string[];
}

/** The hearings of a case in the order in which one was adjourned to the next, each with what came of it. */
export function hearingSteps(rows: readonly Looked[], named: NamedByHearings): readonly RowStep[] {
  const chains = hearingChains(rows);
  return chains.inOrder.flatMap((looked) => [
    ...(looked.cells['adjournedFrom'] ? company(looked, named) : added(looked, named)),
    ...cameOf(looked, chains),
    ...resultToldStep(looked, nameOf(looked), 'outcomeOn'),
  ]);
}

const hearingName = (hearingKey: string) => `hearing/${hearingKey}`;
const nameOf = ({ cells }: Looked) => hearingName(cells['hearingKey'] ?? '');

function row(looked: Looked, column: string, step: Omit<Step, 'by'>): RowStep {
  return { looked, column, step: { by: 'marac', ...step } };
}

/** A hearing that was the first of its chain: it has its own day and court. */
function added(looked: Looked, { proceedingKeys, companyOf }: NamedByHearings): readonly RowStep[] {
  const { cells, fault } = looked;
  for (const needed of ['knownOn', 'at']) if (!cells[needed]) fault(needed, 'Something has to stand here.');
  checkDay(looked, 'knownOn');
  const body = defined({
    occurredAt: given(cells, 'knownOn'),
    at: momentIn(looked, 'at'),
    where: given(cells, 'where'),
    goesAlong: companyOf(looked),
  });
  const columnAt = { occurredAt: 'knownOn', at: 'at', where: 'where', goesAlong: 'goesAlong' };
  checkBody(looked, courtHearingSchema, body, columnAt);
  const name = nameOf(looked);
  const proceedingKey = given(cells, 'proceedingKey');
  if (proceedingKey !== undefined && !proceedingKeys.includes(proceedingKey))
    fault('proceedingKey', 'No proceedings of this case have this key.');
  const naming = (madeId: string) => ({ proceedingId: madeId });
  const ofProceedings = proceedingKey === undefined ? {} : { of: proceedingName(proceedingKey), naming };
  return [row(looked, 'knownOn', { name, path: '/hearings', body, makes: [name], ...ofProceedings })];
}

/** A hearing that an adjournment set goes on in the same proceedings, with the same company unless the row names another. */
function company(looked: Looked, { companyOf }: NamedByHearings): readonly RowStep[] {
  const { cells, fault } = looked;
  for (const set of ['knownOn', 'where', 'proceedingKey'])
    if (cells[set]) fault(set, 'An adjournment sets this: leave it empty.');
  const goesAlong = companyOf(looked);
  if (goesAlong.length === 0) return [];
  const body = { goesAlong };
  checkBody(looked, hearingCompanySchema, body, { goesAlong: 'goesAlong' });
  const of = nameOf(looked);
  return [row(looked, 'at', { name: `${of}/company`, path: '/hearings/:made/company', of, body })];
}

function cameOf(looked: Looked, chains: HearingChains): readonly RowStep[] {
  const { cells, fault } = looked;
  checkTogether(looked, 'outcome', 'outcomeOn');
  checkDay(looked, 'outcomeOn', 'knownOn');
  const outcome = given(cells, 'outcome');
  if (cells['adjournedBecause'] && outcome !== 'adjourned')
    fault('adjournedBecause', 'This belongs with the outcome adjourned.');
  checkFollows(looked, 'note', 'outcome');
  if (outcome === undefined) return [];
  if (!hearingOutcomes.some((each) => each === outcome)) fault('outcome', 'This is not what comes of a hearing.');
  return outcome === 'adjourned' ? adjourned(looked, chains.nextAfter(looked)) : decided(looked, outcome);
}

/** To the day of the hearing that names this one; to none yet where no row does. */
function adjourned(looked: Looked, next: Looked | undefined): readonly RowStep[] {
  const { cells } = looked;
  const to = next && momentIn(next, 'at');
  const because = given(cells, 'adjournedBecause');
  const body = defined({ occurredAt: given(cells, 'outcomeOn'), to, because, note: given(cells, 'note') });
  const columnAt = { occurredAt: 'outcomeOn', because: 'adjournedBecause', note: 'note' };
  checkBody(looked, adjournmentSchema, body, columnAt);
  const of = nameOf(looked);
  const makes = [next ? nameOf(next) : `${of}/next`];
  return [row(looked, 'outcomeOn', { name: `${of}/adjourned`, path: '/hearings/:made/adjournment', of, body, makes })];
}

function decided(looked: Looked, outcome: string): readonly RowStep[] {
  const { cells } = looked;
  const body = defined({ occurredAt: given(cells, 'outcomeOn'), outcome, note: given(cells, 'note') });
  checkBody(looked, liveDateOutcomeSchema, body, { occurredAt: 'outcomeOn', outcome: 'outcome', note: 'note' });
  const of = nameOf(looked);
  return [row(looked, 'outcomeOn', { name: `${of}/outcome`, path: '/live-dates/:made/outcome', of, body })];
}
