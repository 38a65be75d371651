import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDash } from './countDash.ts';
import { dashQuestionCount, dashQuestions } from './questions.ts';

const answers = fc.array(fc.constantFrom('yes' as const, 'no' as const, 'notKnown' as const), { maxLength: 24 });

test('the checklist asks 24 different questions', () => {
  expect(dashQuestions).toHaveLength(dashQuestionCount);
  expect(new Set(dashQuestions).size).toBe(24);
});

test('only "yes" counts, wherever it stands', () => {
  expect(countDash(['yes', 'no', 'notKnown', 'yes'])).toBe(2);
  fc.assert(
    fc.property(answers, (given) => {
      expect(countDash([...given, 'notKnown', 'no'])).toBe(countDash(given));
      expect(countDash(['yes', ...given])).toBe(countDash(given) + 1);
      expect(countDash(given.toReversed())).toBe(countDash(given));
    }),
  );
});
