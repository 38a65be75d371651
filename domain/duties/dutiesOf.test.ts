import { describe, expect, it } from 'vitest';
import { aCase, grading } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { dutiesFrom } from '../../tests/builders/dutiesFrom.ts';
import { happened, moment, monthly, policyOf } from '../../tests/builders/world.ts';

const idva = 'kent-idva-service';
const received = (referral = aReferral()) => aCase(referral).received();

describe('a referral', () => {
  it('is to be screened in one working day and the victim contacted in two', () => {
    expect(dutiesFrom(aCase(), (about) => about.received())).toEqual([
      '+ screen 2026-03-03 (nobody)',
      `+ firstContact 2026-03-04 (${idva})`,
    ]);
  });

  it.each([
    ['on a Friday evening', '2026-03-06 22:00', '2026-03-09', '2026-03-10'],
    ['on a Saturday', '2026-03-07 10:00', '2026-03-09', '2026-03-10'],
    ['on a Sunday', '2026-03-08 23:59', '2026-03-09', '2026-03-10'],
    ['before Easter', '2026-04-02 10:00', '2026-04-07', '2026-04-08'],
    ['on the night the clocks go forward', '2026-03-29 00:30', '2026-03-30', '2026-03-31'],
    ['shortly after midnight in summer, London time', '2026-06-11 00:30', '2026-06-12', '2026-06-15'],
    ['on Christmas Eve', '2026-12-24 10:00', '2026-12-29', '2026-12-30'],
  ])('%s has its days counted from the London day', (_, at, screen, contact) => {
    const about = aCase().received(at);
    expect(about.clock('screen')?.due).toEqual({ type: 'day', date: screen });
    expect(about.clock('firstContact')?.due).toEqual({ type: 'day', date: contact });
  });

  it('about a victim under 16 is to be acknowledged by children’s safeguarding in 24 hours, and nothing else', () => {
    expect(dutiesFrom(aCase(aReferral().under16()), (about) => about.received())).toEqual([
      '+ urgentAcknowledgement 2026-03-03T10:00:00.000Z (childrens-services-kent)',
    ]);
  });

  it('that was written down late has duties counted from when it happened', () => {
    const late = aCase().at('2026-03-05 10:00');
    late.must('submitReferral', aReferral().build(), happened('2026-03-02 10:00'));
    expect(late.clock('screen')?.due).toEqual({ type: 'day', date: '2026-03-03' });
  });
});

describe('screening', () => {
  it('ends with acceptance, and the flag begins', () => {
    expect(dutiesFrom(received(), (about) => about.accepted())).toEqual([
      '- screen met',
      '+ repeatFlag 2027-03-02 (nobody)',
    ]);
  });

  it('that was done in time and written down late is met in time', () => {
    const about = received().at('2026-03-09 10:00');
    about.must('screenReferral', { outcome: 'accept', adviceId: null }, happened('2026-03-03 16:00'));
    expect(about.last('clockEnded')?.data.clock.end).toMatchObject({ outcome: 'met', at: moment('2026-03-03 16:00') });
    const late = received().at('2026-03-04 00:00').must('screenReferral', { outcome: 'accept', adviceId: null });
    expect(late.last('clockEnded')?.data.clock.end).toMatchObject({ outcome: 'metLate' });
  });

  it('that returns the referral chases the referrer and stops nothing for the victim', () => {
    expect(dutiesFrom(received(), (about) => about.returned())).toEqual([
      '- screen met',
      '+ incompleteChase 2026-03-04 (nobody)',
    ]);
    expect(received().returned().clock('firstContact')).toBeDefined();
  });

  it('begins again when what was missing is supplied', () => {
    const supplied = { contentId: 'supplied-1', assessment: null };
    const returned = received().returned().at('2026-03-05 10:00');
    expect(dutiesFrom(returned, (about) => about.must('completeReferral', supplied))).toEqual([
      '- incompleteChase metLate',
      '+ screen 2026-03-06 (nobody)',
    ]);
  });

  it('that returns the referral a second time begins the chase anew', () => {
    expect(dutiesFrom(received().returned(), (about) => about.returned())).toEqual([
      '- incompleteChase cancelled returnedAgain',
      '+ incompleteChase 2026-03-04 (nobody)',
    ]);
  });

  it('that accepts a returned referral ends the chase', () => {
    expect(dutiesFrom(received().returned(), (about) => about.accepted())).toEqual([
      '- incompleteChase cancelled accepted',
      '+ repeatFlag 2027-03-02 (nobody)',
    ]);
  });

  it('that declines ends what the service owed', () => {
    expect(dutiesFrom(aCase(aReferral().standardRisk()).received().engaged(), (about) => about.declined())).toEqual([
      '- screen met',
      '- safetyPlan cancelled declined',
      '- riskReview cancelled declined',
    ]);
  });
});

describe('a case that was handed to children’s safeguarding before anybody screened it', () => {
  it('is to be screened once it is graded for MARAC, or it would have no flag', () => {
    const back = aCase(aReferral().under16()).received().at('2026-03-10 10:00');
    back.must('gradeRisk', grading({ count: 16 }));
    expect(back.clock('screen')?.due).toEqual({ type: 'day', date: '2026-03-11' });
    back.must('screenReferral', { outcome: 'accept', adviceId: null });
    expect(back.runningKinds).toContain('repeatFlag');
    expect(back.runningKinds).not.toContain('screen');
  });
});

describe('the flag', () => {
  it('ends its clock, and leaves the case to be looked at once more', () => {
    const closed = aCase().closed().must('tellReferrer', { about: 'meeting', contentId: null });
    expect(closed.runningKinds).toEqual(['repeatFlag']);
    expect(closed.at('2027-03-03 00:00').flagRunsOut().runningKinds).toEqual([]);
  });
});

describe('the policy of an area', () => {
  it('decides when a duty is due, and every clock says which one did', () => {
    const policy = policyOf('maidstone', {
      counting: { lateArrivalsCountNextWorkingDay: { value: true, source: 'test' } },
    });
    const evening = aCase().where({ policy }).received('2026-03-02 17:30');
    expect(evening.clock('screen')?.due).toEqual({ type: 'day', date: '2026-03-04' });
    expect(evening.clock('screen')?.reason.policyVersion).toBe(policy.version);
  });

  it('of the day a clock began keeps its ladder, so that acknowledging never leaps to a rung of a newer one', () => {
    const { action } = monthly.ladders;
    const policy = policyOf('maidstone', {
      ladders: { action: { ...action, rungs: action.rungs.slice(0, 1) } as typeof action },
    });
    const about = aCase()
      .where({ later: [{ from: '2026-05-01', policy }] })
      .received()
      .withAction('action-1');
    about.at('2026-06-01 10:00').wake();
    const clockId = about.clock('action')?.id ?? '';
    about.must('acknowledgeEscalation', { clockId, until: '2026-06-04', reasonId: 'reason-1' });
    expect(about.clock('action')?.next?.at).toBe(moment('2026-06-08 09:00'));
  });
});
