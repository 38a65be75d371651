import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../../../contracts/views/caseView.ts';
import type { ErasurePreviewView } from '../../../../contracts/views/retentionView.ts';
import { retentionOf } from './retention.ts';

const now = '2033-03-01T10:00:00.000Z';
const dates = { ended: '2026-03-02T10:00:00.000Z', erased: null };
const ended = { stage: 'ended', legalHold: false, dates } as unknown as CaseView;
const preview: ErasurePreviewView = {
  endedAt: '2026-03-02T10:00:00.000Z',
  reviewDueOn: '2033-03-02',
  keptAtTheLongest: '2040-03-01',
  hindrance: null,
  goes: { words: 12, people: 3, assessments: 1, reports: 0 },
  stays: { people: 1, entries: 40 },
};

describe('how long a case is kept, in words', () => {
  it('is said to whoever decides, with what would go and what would stay', () => {
    expect(retentionOf(ended, preview, now)).toEqual({
      standing: 'Whether it is still to be kept is reviewed Wednesday 2 March, tomorrow.',
      rows: [
        { key: 'Erasing it', value: 'Can be done now' },
        {
          key: 'What would go',
          value: '12 pieces of writing, who 3 people are and 1 assessment that stood alone',
        },
        {
          key: 'What would stay',
          value:
            '1 person in another record, 40 entries of what was done when, without a name or a word and its place in every figure',
        },
      ],
    });
  });

  it('says why it cannot be erased yet', () => {
    const erasing = (hindrance: ErasurePreviewView['hindrance']) =>
      retentionOf(ended, { ...preview, hindrance }, now)?.rows[0]?.value;
    expect(erasing('ERASED_TOO_EARLY')).toBe('Not before the day of its review');
    expect(erasing('STILL_WORKED_ON')).toMatch(/still worked/);
  });

  it('is said to everybody once it is erased, and where a death holds it', () => {
    const erased = { ...ended, dates: { ...dates, erased: '2033-03-01T09:00:00.000Z' } } as CaseView;
    expect(retentionOf(erased, null, now)?.standing).toMatch(/^It was erased .*today/);
    expect(retentionOf({ ...ended, legalHold: true }, null, now)?.standing).toMatch(/held/);
  });

  it('is nothing where it is not for the reader, and in a case that has not ended', () => {
    expect(retentionOf(ended, null, now)).toBeNull();
    expect(retentionOf({ ...ended, stage: 'closed' }, preview, now)).toBeNull();
  });
});
