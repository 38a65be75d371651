import { describe, expect, it } from 'vitest';
import { presentAnswers } from './present.ts';

const names = { area: String, agency: (code: string | null) => code, areaById: () => null, agencyById: () => null };

describe('the answers to be checked before a referral is sent', () => {
  const answerTo = (answers: Record<string, string>, question: string) =>
    presentAnswers(answers, { names, nameOf: () => null, here: '/refer/drafts/1' })
      .flatMap(({ rows }) => rows)
      .find(({ key }) => key === question)?.value;

  it('take a box that was not ticked for a no, and a question that was left out for one', () => {
    expect(answerTo({}, 'An interpreter is needed')).toBe('No');
    expect(answerTo({ 'victim.interpreterNeeded': 'yes' }, 'An interpreter is needed')).toBe('Yes');
    expect(answerTo({}, 'Language they speak best, where it is not English')).toBe('');
  });
});
