import { expect, test } from 'vitest';
import { describeFact } from './describeFact.ts';

test('a hearing names its London date and nobody', () => {
  const data = { meetingId: 'm', meetingOn: '2026-03-10', listingId: 'l', attendance: [], minuteId: null };
  expect(describeFact('caseHeard', data)).toBe('The case was heard on Tuesday 10 March 2026.');
});

test('a grade raised by judgement says so', () => {
  const grade = {
    count: 12,
    policeGrade: null,
    judgement: 'high',
    reasonId: 'r',
    grade: 'high',
    toMarac: true,
  } as const;
  expect(describeFact('riskGraded', { ...grade, overrides: 'medium' })).toBe(
    'The risk was graded high, raised by judgement.',
  );
  expect(describeFact('riskGraded', { ...grade, overrides: null })).toBe('The risk was graded high.');
});

test('one child is one child', () => {
  const told = { notificationId: 'n', toAgencyId: 'a', urgent: true, alreadySent: false };
  expect(describeFact('childrenNotified', { ...told, children: ['c'] })).toContain('1 child.');
  expect(describeFact('childrenNotified', { ...told, children: ['c', 'd'] })).toContain('2 children.');
});
