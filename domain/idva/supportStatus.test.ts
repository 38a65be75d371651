import { expect, test } from 'vitest';
import { aCase, attempt } from '../../tests/builders/aCase.ts';
import { supportStatus } from './supportStatus.ts';

test('the status of support follows from what is on record, step by step', () => {
  const theCase = aCase().received();
  const status = () => (theCase.standing ? supportStatus(theCase.standing) : null);
  expect(status()).toBe('waiting');
  theCase.must('allocateAdviser', { adviserId: 'adviser-1' });
  expect(status()).toBe('allocated');
  theCase.must('recordContactAttempt', attempt('noAnswer'));
  expect(status()).toBe('attempting');
  for (const engagement of ['engaged', 'dormant', 'disengaged', 'declined', 'unableToContact'] as const) {
    theCase.must('recordEngagement', { status: engagement, noteId: null });
    expect(status()).toBe(engagement);
  }
  theCase.must('endSupport', { status: 'moved', contentId: null });
  expect(status()).toBe('closedMoved');
});

test('a failed safety check is no attempt', () => {
  const theCase = aCase().received().attempted('unsafe');
  expect(theCase.standing && supportStatus(theCase.standing)).toBe('waiting');
});
