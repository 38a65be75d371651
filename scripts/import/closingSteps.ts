import { closureSchema } from '../../contracts/closing.ts';
import { checkBody, checkDay, checkFollows, defined, given, type Looked } from './checkCells.ts';
import type { RowStep } from './step.ts';

/** What belongs to the case beside its row, as far as closing asks for it. */
export interface KeepingOpen {
  readonly openActions: number;
  readonly datesStanding: number;
  /** Hearings that have come to something of which the victim has not been told. */
  readonly resultsToTell: number;
}

/** Closed at MARAC: taken over so only where nothing in it would have kept it open here. */
export function closingSteps(looked: Looked, beside: KeepingOpen): readonly RowStep[] {
  const { cells, fault } = looked;
  checkDay(looked, 'closedOn', 'heardOn', 'victimToldOn');
  checkFollows(looked, 'closedOn', 'heardOn');
  checkFollows(looked, 'closedReason', 'closedOn');
  const occurredAt = given(cells, 'closedOn');
  if (occurredAt === undefined) return [];
  const [first] = keptOpenBy(looked, beside);
  if (first !== undefined)
    fault('closedOn', `${first} Leave this empty and close the case when that has come to something.`);
  const body = defined({ occurredAt, reason: given(cells, 'closedReason') });
  checkBody(looked, closureSchema, body, { occurredAt: 'closedOn', reason: 'closedReason' });
  return [{ looked, column: 'closedOn', step: { name: 'closure', by: 'marac', path: '/closure', body } }];
}

function keptOpenBy({ cells }: Looked, { openActions, datesStanding, resultsToTell }: KeepingOpen): readonly string[] {
  const { firstAttemptResult, spokeOn, engagement, supportEndedOn, safetyPlanOn, victimToldOn } = cells;
  const spoken = firstAttemptResult === 'spoke' || spokeOn;
  const reached = spoken || (engagement && engagement !== 'unableToContact');
  return [
    ...(openActions > 0 ? ['An action of it is open.'] : []),
    ...(datesStanding > 0 ? ['A hearing, an order or another date of it stands.'] : []),
    ...(resultsToTell > 0 ? ['The victim has still to be told what came of a hearing.'] : []),
    ...(victimToldOn ? [] : ['The victim has still to be told what the meeting decided.']),
    ...(firstAttemptResult === 'unsafe' ? ['Contact is suspended, and the service has to decide.'] : []),
    ...(reached || supportEndedOn ? [] : ['Nobody has reached the victim, and support goes on.']),
    ...(spoken && !engagement && !supportEndedOn ? ['Whether the victim engages with support is not on record.'] : []),
    ...(engagement === 'engaged' && !safetyPlanOn && !supportEndedOn ? ['A safety plan is owed.'] : []),
  ];
}
