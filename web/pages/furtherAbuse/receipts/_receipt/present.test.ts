import { describe, expect, it } from 'vitest';
import { followsWords } from './present.ts';

describe('what follows from a report of further abuse', () => {
  const reference = 'KMT4-9RQX';

  it('within the flag is a repeat, with the new case as soon as it is there', () => {
    const begun = followsWords({ kind: 'repeat', reference, repeat: null });
    expect(begun.text).toContain('It is a repeat');
    expect(begun.text).toContain('is being opened');
    expect(begun.links.map(({ href }) => href)).toEqual([`/cases/${reference}`]);
    const open = followsWords({ kind: 'repeat', reference, repeat: '37X2-RFY9' });
    expect(open.links.map(({ href }) => href)).toEqual(['/cases/37X2-RFY9', `/cases/${reference}`]);
  });

  it('without a flag is kept with the case, and after its end is nobody’s until somebody refers anew', () => {
    expect(followsWords({ kind: 'noFlag', reference, repeat: null }).text).toContain('It is not a repeat');
    const after = followsWords({ kind: 'afterEnd', reference, repeat: null });
    expect(after.text).toContain('refer the two anew');
    expect(after.links.map(({ href }) => href)).toContain('/refer');
  });
});
