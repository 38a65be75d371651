import { describe, expect, it } from 'vitest';
import { researchAnswersSchema } from '../../../../../../contracts/meetingCommands.ts';
import { answerFieldAt, readAnswers } from './form.ts';

const typed = {
  'answers.KMT49RQX.result': '',
  'answers.KMT49RQX.words': '',
  'answers.23452345.result': 'informationHeld',
  'answers.23452345.words': 'A joint tenancy.',
  'answers.CDFHCDFH.result': 'nothingKnown',
  'answers.CDFHCDFH.words': '',
};

describe('answers about many cases', () => {
  it('are those about which something was said; what was left open is left out', () => {
    expect(readAnswers(typed)).toEqual({
      answers: [
        { reference: '23452345', result: 'informationHeld', words: 'A joint tenancy.' },
        { reference: 'CDFHCDFH', result: 'nothingKnown' },
      ],
    });
  });

  it.each([
    ['words without an answer', { 'answers.KMT49RQX.result': '', 'answers.KMT49RQX.words': 'Two calls.' }],
    ['words beside “knows nothing”', { 'answers.KMT49RQX.result': 'nothingKnown', 'answers.KMT49RQX.words': 'Two.' }],
  ])('send nothing with %s, and say so at the case', (_what, fields) => {
    const { error } = researchAnswersSchema.omit({ agency: true }).safeParse(readAnswers(fields));
    const places = error?.issues.map(({ path }) => answerFieldAt(path.join('.'), fields));
    expect(places).toEqual(['answers.KMT49RQX.result']);
  });

  it('send nothing where a case has no words to what the agency holds', () => {
    const fields = { ...typed, 'answers.KMT49RQX.result': 'declined' };
    const { error } = researchAnswersSchema.omit({ agency: true }).safeParse(readAnswers(fields));
    const places = error?.issues.map(({ path }) => answerFieldAt(path.join('.'), fields)) ?? [];
    expect(places).toContain('answers.KMT49RQX.words');
  });
});
