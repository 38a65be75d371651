import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../../../contracts/views/caseView.ts';
import { supportOf } from './support.ts';

const nobodys = {
  victim: { id: 'victim' },
  adviserId: null,
  engagement: 'none',
  support: { status: 'waiting', meaning: 'Nobody has the case yet: the duty queue does', withoutPlan: [] },
  ...{ advisers: [], contactAttempts: [], safetyPlans: [], riskReviews: [], victimViews: [], children: [] },
};
const shown = (stage: string) => {
  const view = { ...nobodys, stage } as unknown as CaseView;
  const support = supportOf({ view, nameOf: () => null, now: '2026-03-02T10:00:00.000Z' });
  return { adviser: support?.adviser, standing: support?.standing };
};

describe('the adviser’s work in a case that nobody was given', () => {
  it('waits for somebody of the service', () => {
    expect(shown('listed')).toEqual({
      adviser: 'Nobody is allocated yet; the duty queue of the service has it.',
      standing: 'Nobody has the case yet: the duty queue does',
    });
  });

  it('waits for nobody once the case has ended', () => {
    expect(shown('ended')).toEqual({ adviser: 'Nobody had it when it ended.', standing: null });
  });
});
