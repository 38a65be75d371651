import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { indirect } from './indirect.ts';

describe('a question that was not answered', () => {
  it.each([
    ['How do you know that the victim lives?', 'how you know that the victim lives'],
    ['Why, and how do you know?', 'why, and how you know'],
    ['When did you speak?', 'when you spoke'],
    ['How did you try?', 'how you tried'],
    ['What did it decide? (optional)', 'what it decided'],
    ['Why does it lead to no referral?', 'why it leads to no referral'],
    ['Where does the case go?', 'where the case goes'],
    ['Why is it not taken on?', 'why it is not taken on'],
    ['Whom is it for?', 'whom it is for'],
    ['Why was it deferred?', 'why it was deferred'],
    ['What happened, and where were the children?', 'what happened, and where the children were'],
    [
      'What protects until then, or why is nothing more needed?',
      'what protects until then, or why nothing more is needed',
    ],
    ['Which MARAC heard it, and where is that written down?', 'which MARAC heard it, and where that is written down'],
    ['Why is no service asked?', 'why no service is asked'],
    ['What should the referrer do instead?', 'what the referrer should do instead'],
    ['Does the victim feel safer?', 'whether the victim feels safer'],
    ['Has the abuse stopped?', 'whether the abuse has stopped'],
    ['Are both records of the same person?', 'whether both records are of the same person'],
    // In the order of a statement as they are.
    ['Why?', 'why'],
    ['Who takes it? The best placed come first.', 'who takes it'],
    ['Which agency does it?', 'which agency does it'],
    ['What is to be done?', 'what is to be done'],
    ['Which service is asked?', 'which service is asked'],
    ['What of the referral’s answers is taken over?', 'what of the referral’s answers is taken over'],
  ])('%s: %s', (question, said) => expect(indirect(question)).toBe(said));

  it('is turned into a statement wherever a form asks one', () => {
    const asked = questionsIn(path.join(import.meta.dirname, '..'));
    expect(asked.length).toBeGreaterThan(80);
    const stillAsking =
      /(?:^|[\s,])(?:do|does|did|has|have|is|was|were|are|can|should) (?:you|it|they|that|both|no|nothing|the|your|she|he|this|there|any\w+|some\w+)\b|\?/i;
    const inOrder = ['which agency does it', 'who was there'];
    expect(asked.map(indirect).filter((said) => stillAsking.test(said) && !inOrder.includes(said))).toEqual([]);
  });
});

/** The labels that are questions, in every form of the pages. */
function questionsIn(folder: string): string[] {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return sources.flatMap((file) => {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    return [...text.matchAll(/label:\s*'([^'\n]*\?[^'\n]*)'/g)].map(([, label = '']) => label);
  });
}
