import { describe, expect, it } from 'vitest';
import { aCase } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { dutiesFrom } from '../../tests/builders/dutiesFrom.ts';

const idva = 'kent-idva-service';
const received = (referral = aReferral()) => aCase(referral).received();

describe('orders, bail and releases', () => {
  it.each([
    ['dvpo', 'dvpo', '2026-03-15'],
    ['nonMolestation', 'protectionOrder', '2026-03-06'],
    ['occupation', 'protectionOrder', '2026-03-06'],
    ['restraining', 'protectionOrder', '2026-03-06'],
    ['dapo', 'protectionOrder', '2026-03-06'],
    ['custodyRelease', 'custodyRelease', '2026-03-06'],
  ] as const)('are watched to their end, and the risk is reviewed before it: %s', (kind, clock, review) => {
    const about = received();
    expect(dutiesFrom(about, () => about.withLiveDate('date-1', kind, '2026-03-20 23:30'))).toEqual([
      `+ ${clock} 2026-03-20 (${idva})`,
      `+ protectionReview ${review} (${idva})`,
    ]);
    const outcome = { liveDateId: 'date-1', outcome: 'other', contentId: null };
    expect(dutiesFrom(about, () => about.must('recordLiveDateOutcome', outcome))).toEqual([
      `- ${clock} met`,
      '- protectionReview met',
    ]);
  });

  it.each(['nonMolestation', 'occupation', 'restraining', 'dapo'] as const)(
    'have no clock where the order has no end: %s',
    (kind) => {
      expect(dutiesFrom(received(), (about) => about.withLiveDate('date-1', kind, null))).toEqual([]);
    },
  );
});
