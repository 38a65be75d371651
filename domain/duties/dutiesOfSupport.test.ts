import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { dutiesFrom } from '../../tests/builders/dutiesFrom.ts';

const idva = 'kent-idva-service';
const received = (referral = aReferral()) => aCase(referral).received();

describe('an adviser', () => {
  it('takes over every duty of the service, the dates at court included, and no other agency’s', () => {
    const about = received()
      .withAction('action-1')
      .withLiveDate('hearing-1', 'hearing', '2026-04-09 10:00')
      .withLiveDate('order-1', 'restraining', '2027-04-09 10:00');
    expect(dutiesFrom(about, () => about.must('allocateAdviser', { adviserId: 'adviser-1' }))).toEqual([
      '= firstContact (adviser-1)',
      '= hearing (adviser-1)',
      '= hearingOutcome (adviser-1)',
      '= protectionOrder (adviser-1)',
      '= protectionReview (adviser-1)',
    ]);
  });

  it('owns what begins after the allocation', () => {
    const about = received().must('allocateAdviser', { adviserId: 'adviser-1' });
    expect(dutiesFrom(about, () => about.engaged())).toContain('+ safetyPlan 2026-03-09 (adviser-1)');
  });

  it('does not take the service’s decision on a suspended contact', () => {
    const about = received().attempted('unsafe');
    expect(dutiesFrom(about, () => about.must('allocateAdviser', { adviserId: 'adviser-1' }))).toEqual([
      '= firstContact (adviser-1)',
    ]);
  });
});

describe('engagement', () => {
  it('begins the safety plan and the reviews of risk, and meets the first contact', () => {
    expect(dutiesFrom(received(), (about) => about.engaged())).toEqual([
      '- firstContact met',
      `+ safetyPlan 2026-03-09 (${idva})`,
      `+ riskReview 2026-03-30 (${idva})`,
    ]);
  });

  it('brings the next review 28 days after the last', () => {
    const about = received().engaged().at('2026-03-20 10:00');
    const review = { assessment: null, contentId: null };
    expect(dutiesFrom(about, () => about.must('recordRiskReview', review))).toEqual([
      '- riskReview met',
      `+ riskReview 2026-04-17 (${idva})`,
    ]);
  });

  it('said again begins nothing anew: a review that is 40 days late stays 40 days late', () => {
    const about = received().engaged().at('2026-05-09 10:00');
    expect(dutiesFrom(about, () => about.engaged())).toEqual([]);
    expect(about.clock('riskReview')?.due).toEqual({ type: 'day', date: '2026-03-30' });
    about.must('recordSafetyPlan', { planId: 'plan-1', contentId: 'plan-words' });
    about.must('recordEngagement', { status: 'dormant', noteId: null });
    expect(dutiesFrom(about, () => about.engaged())).toEqual([]);
  });

  it('that begins again after the victim had left owes a plan and a review once more', () => {
    const about = received().engaged().must('recordSafetyPlan', { planId: 'plan-1', contentId: 'plan-words' });
    about.must('recordEngagement', { status: 'disengaged', noteId: null }).at('2026-03-09 10:00');
    expect(dutiesFrom(about, () => about.engaged())).toEqual([
      `+ safetyPlan 2026-03-16 (${idva})`,
      `+ riskReview 2026-04-06 (${idva})`,
    ]);
  });

  it('that lay dormant when the case was taken over has its plan and its reviews', () => {
    const adopted = aCase(aReferral().adopted()).received();
    adopted.must('recordEngagement', { status: 'dormant', noteId: null });
    expect(adopted.runningKinds).toEqual(['riskReview', 'safetyPlan', 'screen']);
  });

  it('that lies dormant keeps plan and reviews; one that was given up ends them', () => {
    const record = (status: 'dormant' | 'declined' | 'disengaged') =>
      dutiesFrom(received().engaged(), (about) => about.must('recordEngagement', { status, noteId: null }));
    expect(record('dormant')).toEqual([]);
    expect(record('declined')).toEqual(['- safetyPlan cancelled declined', '- riskReview cancelled declined']);
    expect(record('disengaged')).toEqual(['- safetyPlan cancelled disengaged', '- riskReview cancelled disengaged']);
  });

  it('ends with the support', () => {
    const about = received().engaged();
    expect(dutiesFrom(about, () => about.must('endSupport', { status: 'moved', contentId: null }))).toEqual([
      '- safetyPlan cancelled supportEnded',
      '- riskReview cancelled supportEnded',
    ]);
  });
});

describe('the death of the victim', () => {
  it('ends every duty of contact and every duty nobody can do any more', () => {
    const about = aCase()
      .repeated()
      .engaged()
      .attempted('unsafe')
      .withAction('action-1')
      .withLiveDate('d', 'hearing', '2026-04-02 10:00');
    expect(dutiesFrom(about, () => about.dead())).toEqual(
      [
        '- screen cancelled victimDied',
        '- planReview cancelled victimDied',
        '- safetyPlan cancelled victimDied',
        '- riskReview cancelled victimDied',
        '- contactDecision cancelled victimDied',
      ].toSorted((a, b) => order(about, a) - order(about, b)),
    );
    expect(about.runningKinds).toEqual(['action', 'hearing', 'hearingOutcome']);
  });

  it('ends nothing that is owed to the children: services are found for them, and their schools told', () => {
    const family = () => aCase(aReferral().withSchoolchildren(2).withChildNowhereCovered()).received().dead();
    expect(family().runningKinds).toEqual(['childServices', 'schoolTold']);
    const about = family();
    const childId = about.clock('childServices')?.subject.id ?? '';
    about.must('setChildServices', { childId, servicesAgencyId: 'childrens-services-medway' });
    about.must('tellSchools', { children: ['child-1', 'child-2'], result: 'told', contentId: null });
    const children = ['child-1', 'child-2', childId];
    const notification = { notificationId: 'n-1', children, toAgencyId: 'services', alreadySent: false };
    about.must('notifyChildrensServices', notification);
    expect(about.runningKinds).toEqual(['urgentAcknowledgement']);
  });

  it('does not close the case over them', () => {
    const about = aCase(aReferral().withSchoolchildren(1)).received().dead();
    const clock = about.clock('schoolTold');
    expect(about.send('closeCase', { reasonId: null, disposals: [] })).toEqual({
      ok: false,
      code: 'DISPOSITIONS_MISSING',
      blocking: [{ type: 'clock', id: clock?.id, code: 'schoolTold' }],
    });
  });

  it('begins what is owed to children who come with a referral merged into it', () => {
    const about = aCase().graded().dead();
    const child = { childId: 'joined-1', personId: 'person-1', ageBand: 'oneToSeventeen' } as const;
    const known = { servicesAgencyId: 'services', ofSchoolAge: true, schoolOwed: true, notificationId: null };
    about.must('joinReferral', { fromCaseId: 'case-3', children: [{ ...child, ...known }] });
    expect(about.clock('schoolTold')).toBeDefined();
  });

  it('after a hearing ends what was to be told', () => {
    const heard = aCase().heard();
    expect(dutiesFrom(heard, () => heard.dead())).toEqual([
      '- firstContact cancelled victimDied',
      '- referrerTold cancelled victimDied',
      '- outcomeTold cancelled victimDied',
    ]);
  });

  function order(about: CaseBuilder, line: string): number {
    const kind = line.split(' ')[1];
    return about.facts.findIndex((fact) => fact.type === 'clockStarted' && fact.data.clock.kind === kind);
  }
});
