import { describe, expect, it } from 'vitest';
import { aCase, grading } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import type { KnownEvent } from '../risk/escalation.ts';

const events: readonly KnownEvent[] = [
  { by: 'assessment', on: '2025-12-20' },
  { by: 'report', on: '2026-02-01' },
  { by: 'referral', on: '2026-03-02' },
];
const below = (known = events) => aCase(aReferral().standardRisk()).where({ events: known }).received();

describe('a referral with which several events come together', () => {
  it('goes to MARAC by potential escalation at its grading, though the score alone would not lead there', () => {
    const about = below().must('screenReferral', { outcome: 'accept', adviceId: null });
    expect(about.last('referralAccepted')?.data.routesMet).toEqual(['potentialEscalation']);
    about.must('gradeRisk', grading({ count: 4 }));
    expect(about.state.stage).toBe('listed');
    const escalation = ['2025-12-20', '2026-02-01', '2026-03-02'];
    expect(about.last('riskGraded')?.data).toMatchObject({ toMarac: true, escalation, route: 'potentialEscalation' });
    expect(about.standing).toMatchObject({ route: 'potentialEscalation', escalationDays: escalation });
  });

  it('keeps the route that was declared where that is met as well', () => {
    const about = aCase()
      .where({ events })
      .accepted()
      .must('gradeRisk', grading({ count: 16 }));
    expect(about.standing?.route).toBe('visibleHighRisk');
    expect(about.standing?.escalationDays).toHaveLength(3);
  });

  it('is not declined as below the threshold', () => {
    const decline = { outcome: 'decline', reason: 'belowThreshold', adviceId: 'advice-1' } as const;
    expect(below().send('screenReferral', decline)).toMatchObject({
      code: 'ROUTE_IS_MET',
      blocking: [{ type: 'route', id: 'potentialEscalation' }],
    });
    expect(below(events.slice(1)).send('screenReferral', decline)).toMatchObject({ ok: true });
  });

  it('ends in a named service where the events are too few', () => {
    const about = below(events.slice(1)).must('screenReferral', { outcome: 'accept', adviceId: null });
    about.must('gradeRisk', grading({ count: 4 }));
    expect(about.state.stage).toBe('handedOver');
    expect(about.standing).toMatchObject({ route: 'visibleHighRisk', escalationDays: [] });
  });
});
