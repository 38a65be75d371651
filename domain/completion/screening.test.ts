import { describe, expect, it } from 'vitest';
import { aCase } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';

const reasons = ['duplicate', 'wrongArea', 'belowThreshold', 'notDomesticAbuse'] as const;
const decline = (reason: (typeof reasons)[number]) => ({ outcome: 'decline', reason, adviceId: 'advice-1' }) as const;

describe('accepting a referral', () => {
  it('sets the flag twelve months from the referral, to the calendar day, whenever it is screened', () => {
    const late = aCase().received('2026-03-02 10:00').at('2026-03-20 10:00');
    late.must('screenReferral', { outcome: 'accept', adviceId: null });
    expect(late.last('flagSet')?.data).toMatchObject({ pairId: 'pair-1', endsOn: '2027-03-02' });
    expect(late.clock('repeatFlag')?.due).toEqual({ type: 'day', date: '2027-03-02' });
  });

  it('lets the flag of a referral of 29 February end on 1 March', () => {
    const leap = aCase().received('2028-02-29 10:00');
    leap.must('screenReferral', { outcome: 'accept', adviceId: null });
    expect(leap.state.flagEndsOn).toBe('2029-03-01');
  });

  it('counts the flag from the London date of a referral shortly after midnight', () => {
    const night = aCase().received('2026-06-11 00:30');
    night.must('screenReferral', { outcome: 'accept', adviceId: null });
    expect(night.state.flagEndsOn).toBe('2027-06-11');
  });

  it('writes down which routes were met', () => {
    const judged = aCase(aReferral().counted(20).by('professionalJudgement')).received().accepted();
    expect(judged.last('referralAccepted')?.data.routesMet).toEqual(['visibleHighRisk', 'professionalJudgement']);
    expect(aCase(aReferral().mediumRisk()).accepted().last('referralAccepted')?.data.routesMet).toEqual([]);
  });
});

describe('declining a referral', () => {
  it.each(['belowThreshold', 'notDomesticAbuse'] as const)('as %s is refused while a route is met', (reason) => {
    const outcome = aCase(aReferral().highRisk()).received().send('screenReferral', decline(reason));
    expect(outcome).toEqual({
      ok: false,
      code: 'ROUTE_IS_MET',
      blocking: [{ type: 'route', id: 'visibleHighRisk' }],
    });
  });

  it.each([
    ['duplicate', 'MERGE_IT_INSTEAD'],
    ['wrongArea', 'TRANSFER_IT_INSTEAD'],
  ] as const)('as %s is refused while a route is met, and what to do instead is said', (reason, code) => {
    const about = aCase(aReferral().counted(20)).received();
    expect(about.send('screenReferral', decline(reason))).toMatchObject({
      code,
      blocking: [{ type: 'route', id: 'visibleHighRisk' }],
    });
    expect(about.runningKinds).toEqual(['firstContact', 'screen']);
  });

  it('leaves the first contact owed until a duplicate is merged, and until another area accepts what is its own', () => {
    const merged = aCase().received().asked();
    expect(merged.runningKinds).toContain('firstContact');
    expect(merged.must('answerTransfer', { outcome: 'accept', noteId: null }).runningKinds).toContain('firstContact');
    expect(aCase().received().merged().runningKinds).not.toContain('firstContact');
  });

  it.each(reasons)('as %s is possible where no route is met', (reason) => {
    const declined = aCase(aReferral().mediumRisk()).received().must('screenReferral', decline(reason));
    expect(declined.state.stage).toBe('declined');
    expect(declined.last('referralDeclined')?.data).toEqual({ reason, adviceId: 'advice-1' });
  });

  it('is refused for a repeat, a judgement and an escalation, whatever the score', () => {
    const standard = () => aReferral().standardRisk();
    const cases = [
      aCase(standard()).repeated(),
      aCase(standard().by('professionalJudgement')).received(),
      aCase(standard().by('potentialEscalation')).received(),
      aCase(aReferral().gradedByPolice('high')).received(),
    ];
    for (const about of cases)
      expect(about.send('screenReferral', decline('belowThreshold'))).toMatchObject({ code: 'ROUTE_IS_MET' });
  });

  it('is refused while an order stands of which nobody says what becomes of it', () => {
    const about = () => aCase(aReferral().standardRisk()).received().withLiveDate('d', 'dvpo', '2026-03-20 10:00');
    expect(about().send('screenReferral', decline('notDomesticAbuse'))).toEqual({
      ok: false,
      code: 'DISPOSITIONS_MISSING',
      blocking: [{ type: 'liveDate', id: 'd', code: 'dvpo' }],
    });
    const disposed = (disposal: 'ended' | 'transferred' | 'watched') => {
      const watchedById = disposal === 'watched' ? 'supervisor-1' : null;
      const disposals = [{ liveDateId: 'd', disposal, watchedById }];
      return about().must('screenReferral', { ...decline('notDomesticAbuse'), disposals });
    };
    expect(disposed('ended').runningKinds).toEqual([]);
    expect(disposed('transferred').runningKinds).toEqual([]);
    const watched = disposed('watched');
    expect(watched.state.stage).toBe('declined');
    expect(watched.runningKinds).toEqual(['dvpo', 'protectionReview']);
    const id = watched.clock('dvpo')?.id ?? '';
    expect(watched.running.get(id)?.owner).toEqual({ agencyId: null, ownerId: 'supervisor-1' });
    expect(watched.send('endCase', {}).ok).toBe(false);
  });

  it('goes by what was supplied later', () => {
    const supplied = aCase(aReferral().withoutAssessment()).returned();
    const assessment = aReferral().counted(15).build().assessment;
    supplied.must('completeReferral', { contentId: 'supplied-1', assessment });
    expect(supplied.send('screenReferral', decline('belowThreshold'))).toMatchObject({ code: 'ROUTE_IS_MET' });
  });
});
