import { describe, expect, it } from 'vitest';
import { aCase } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { answer, at } from '../../tests/builders/atEveryStage.ts';
import { everyCommand } from '../../tests/builders/everyCommand.ts';
import type { CommandType } from './command.ts';
import { safeguardingCommands } from './safeguardingCommands.ts';

const everyType = Object.keys(everyCommand(aCase())) as CommandType[];

describe('a case whose victim has died', () => {
  const stillRecorded: readonly CommandType[] = [
    'notifyChildrensServices',
    'completeAction',
    'recordActionNotPossible',
    'recordActionNotDone',
    'recordLiveDateOutcome',
    'moveLiveDate',
    'reviewLiveDate',
    'planClocksAnew',
    'reportFurtherAbuse',
    ...safeguardingCommands,
  ];

  /** Courts go on; these need proceedings or a hearing, which the case here has not. */
  const furtherCourt: readonly CommandType[] = ['recordMilestone', 'endProceeding', 'adjournHearing'];

  it.each(stillRecorded)('still takes %s', (type) => {
    expect(answer(at.heard().dead(), type)).toBe('✓');
  });

  it.each(
    everythingBut(
      ...stillRecorded,
      ...furtherCourt,
      'recordAcknowledgement',
      'refuseHandover',
      'settleRefusal',
      'acknowledgeEscalation',
      'takeOffList',
      'relistCase',
      'noteSearch',
      'noteReversedPair',
      'noteLikelyMatch',
      'decideLikelyMatch',
      'noteMatchDecision',
      'noteAssessment',
      'joinReferral',
      'partReferral',
      'takeOutReport',
      'takeBackRepeat',
      'setFlagAgain',
    ),
  )('is frozen against %s', (type) => {
    expect(answer(at.heard().dead(), type)).toBe('CASE_FROZEN');
  });

  it('still hears that a hand-over has arrived', () => {
    expect(answer(at.handedOver().dead(), 'recordAcknowledgement')).toBe('✓');
    expect(answer(at.handedOver().dead(), 'refuseHandover')).toBe('✓');
  });

  it('still lets people answer for an action that is overdue', () => {
    const late = at.received().at('2026-03-20 10:00').dead();
    const clockId = late.clock('action')?.id ?? '';
    const outcome = late.send('acknowledgeEscalation', { clockId, until: '2026-03-24', reasonId: 'reason-1' });
    expect(outcome.ok).toBe(true);
  });

  it('can be taken off the list and closed, at whatever stage death met it', () => {
    for (const stage of ['received', 'returned', 'accepted', 'graded', 'heard'] as const) {
      const dead = at[stage]().dead().settledAfterDeath();
      expect(answer(dead, 'closeCase'), stage).toBe('✓');
      expect(dead.state.stage).toBe('closed');
    }
    const listed = at.listed().dead().settledAfterDeath();
    expect(answer(listed, 'closeCase')).toBe('NOT_IN_THIS_STAGE');
    expect(answer(listed, 'takeOffList')).toBe('✓');
    expect(answer(listed, 'closeCase')).toBe('✓');
  });

  it('is told of a second death only that it knows', () => {
    expect(answer(at.heard().dead(), 'recordDeath')).toBe('ALREADY_DIED');
  });

  it('can be declared caught up, so that the outcomes of its actions are chased', () => {
    expect(answer(aCase(aReferral().adopted()).received().dead(), 'caughtUp')).toBe('✓');
  });

  function everythingBut(...others: readonly CommandType[]): readonly CommandType[] {
    const allowed: readonly CommandType[] = [
      ...others,
      'closeCase',
      'recordDeath',
      'takeBackDeath',
      'caughtUp',
      'endCase',
    ];
    return everyType.filter((type) => !allowed.includes(type));
  }
});
