import { heardElsewhereSchema } from '../../contracts/meeting.ts';
import { gradingSchema, screeningSchema } from '../../contracts/screening.ts';
import { referrerToldSchema } from '../../contracts/support.ts';
import { checkBody, checkDay, checkFollows, checkTogether, defined, given, type Looked } from './checkCells.ts';
import type { RowStep } from './step.ts';

const judged = { 'judgement.grade': 'judgement', 'judgement.reason': 'judgementReason' } as const;

/** From screening to the meeting, as far as the case has come. */
export function meetingSteps(looked: Looked): readonly RowStep[] {
  const { cells, fault } = looked;
  checkDay(looked, 'acceptedOn', 'referredOn');
  checkDay(looked, 'gradedOn', 'acceptedOn', 'referredOn');
  checkDay(looked, 'heardOn', 'gradedOn', 'acceptedOn', 'referredOn');
  checkFollows(looked, 'gradedOn', 'acceptedOn');
  checkFollows(looked, 'heardOn', 'acceptedOn');
  checkTogether(looked, 'heardOn', 'heardSource');
  checkFollows(looked, 'heardDecided', 'heardOn');
  checkFollows(looked, 'judgementReason', 'judgement');
  if (cells['judgement'] && !cells['gradedOn'] && !cells['heardOn'])
    fault('gradedOn', 'Judgement belongs to a grading: write its day.');
  return [...accepted(looked), ...(cells['heardOn'] ? heard(looked) : graded(looked))];
}

/** Telling the referrer, which follows the meeting. */
export function referrerToldSteps(looked: Looked): readonly RowStep[] {
  checkDay(looked, 'referrerToldOn', 'heardOn');
  checkFollows(looked, 'referrerToldOn', 'heardOn');
  const occurredAt = given(looked.cells, 'referrerToldOn');
  if (occurredAt === undefined) return [];
  const body = { occurredAt, about: 'meeting' };
  checkBody(looked, referrerToldSchema, body, { occurredAt: 'referrerToldOn' });
  const step = { name: 'referrerTold', by: 'marac', path: '/referrer-told', body } as const;
  return [{ looked, column: 'referrerToldOn', step }];
}

function accepted(looked: Looked): readonly RowStep[] {
  const occurredAt = given(looked.cells, 'acceptedOn');
  if (occurredAt === undefined) return [];
  const body = { occurredAt, outcome: 'accept' };
  checkBody(looked, screeningSchema, body, { occurredAt: 'acceptedOn' });
  return [{ looked, column: 'acceptedOn', step: { name: 'screening', by: 'marac', path: '/screening', body } }];
}

function graded(looked: Looked): readonly RowStep[] {
  const occurredAt = given(looked.cells, 'gradedOn');
  if (occurredAt === undefined) return [];
  const body = defined({ occurredAt, judgement: judgementOf(looked) });
  checkBody(looked, gradingSchema, body, { occurredAt: 'gradedOn', ...judged });
  const step = { name: 'grade', by: 'marac', path: '/grade', body, needsVersion: true } as const;
  return [{ looked, column: 'gradedOn', step }];
}

/** Graded with it, on its own day: a grading by itself would put the case on a list, or hand it over. */
function heard(looked: Looked): readonly RowStep[] {
  const { cells } = looked;
  const body = defined({
    occurredAt: given(cells, 'heardOn'),
    source: given(cells, 'heardSource'),
    decided: given(cells, 'heardDecided'),
    gradedOn: given(cells, 'gradedOn'),
    judgement: judgementOf(looked),
  });
  const columnAt = { occurredAt: 'heardOn', source: 'heardSource', decided: 'heardDecided', gradedOn: 'gradedOn' };
  checkBody(looked, heardElsewhereSchema, body, { ...columnAt, ...judged });
  const step = { name: 'heardElsewhere', by: 'marac', path: '/heard-elsewhere', body } as const;
  return [{ looked, column: 'heardOn', step }];
}

function judgementOf({ cells }: Looked): object | undefined {
  const grade = given(cells, 'judgement');
  return grade === undefined ? undefined : { grade, reason: cells['judgementReason'] ?? '' };
}
