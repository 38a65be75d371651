import { describe, expect, it } from 'vitest';
import { aCase, anAction, type CaseBuilder, grading } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { happened, moment, monthly, policyOf } from '../../tests/builders/world.ts';
import type { ClockFact } from '../lifecycle/caseFact.ts';

/** What became of duties between two moments, in words: `+ screen 2026-03-03 (nobody)`, `- screen met`. */
function dutiesFrom(about: CaseBuilder, happens: (about: CaseBuilder) => unknown): readonly string[] {
  const before = about.facts.length;
  happens(about);
  return about.facts
    .slice(before)
    .flatMap((fact) => ('clock' in fact.data ? describeClockFact(fact as ClockFact) : []));
}

function describeClockFact({ type, data }: ClockFact): string {
  const { kind, due, end } = data.clock;
  const when = due.type === 'day' ? due.date : due.at;
  if (type === 'clockStarted') return `+ ${kind} ${when} (${ownerOf(data)})`;
  if (type === 'clockEnded') return `- ${kind} ${end?.outcome}${end?.reason ? ` ${end.reason}` : ''}`;
  if (type === 'clockReowned') return `= ${kind} (${ownerOf(data)})`;
  return `~ ${kind} ${when}`;
}

function ownerOf({ agencyId, ownerId }: { agencyId: string | null; ownerId: string | null }): string {
  return ownerId ?? agencyId ?? 'nobody';
}

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
    expect(dutiesFrom(received().engaged(), (about) => about.declined())).toEqual([
      '- screen met',
      '- safetyPlan cancelled declined',
      '- riskReview cancelled declined',
    ]);
  });
});

describe('a hand-over', () => {
  it('is acknowledged in two working days, and the IDVA no longer owes first contact', () => {
    expect(dutiesFrom(received(aReferral().mediumRisk()).accepted(), (about) => about.handedOver())).toEqual([
      '- firstContact cancelled handedOver',
      '+ acknowledgement 2026-03-05 (kidas)',
    ]);
  });

  it('is met by its acknowledgement', () => {
    const about = received(aReferral().mediumRisk()).handedOver().at('2026-03-05 17:00');
    expect(dutiesFrom(about, () => about.must('recordAcknowledgement', { handoverId: 'handover-1' }))).toEqual([
      '- acknowledgement met',
    ]);
  });

  it('is taken back by a high grade: the first contact is owed again', () => {
    const back = received(aReferral().mediumRisk()).handedOver().at('2026-03-10 10:00');
    const high = { count: 16, policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
    expect(dutiesFrom(back, () => back.must('gradeRisk', { ...high, handoverId: 'handover-2' }))).toEqual([
      `+ firstContact 2026-03-12 (${idva})`,
    ]);
  });

  it('is taken back without a second first contact where there was one', () => {
    const high = { count: 16, policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
    for (const about of [
      received(aReferral().mediumRisk()).attempted('noAnswer'),
      received(aReferral().mediumRisk()).engaged(),
    ]) {
      about.handedOver().must('gradeRisk', { ...high, handoverId: 'handover-2' });
      expect(about.clock('firstContact')).toBeUndefined();
    }
  });
});

describe('a notification of children', () => {
  const notify = (alreadySent: boolean) => ({
    notificationId: 'notification-1',
    children: ['child-1'],
    toAgencyId: 'childrens-services-kent',
    alreadySent,
  });
  const family = (referral: ReturnType<typeof aReferral>) => received(referral.withChildren(1));

  it('is acknowledged in 24 hours at high risk and in two working days below', () => {
    expect(dutiesFrom(family(aReferral()), (about) => about.must('notifyChildrensServices', notify(false)))).toEqual([
      '+ urgentAcknowledgement 2026-03-03T10:00:00.000Z (childrens-services-kent)',
    ]);
    const medium = family(aReferral().mediumRisk());
    expect(dutiesFrom(medium, (about) => about.must('notifyChildrensServices', notify(false)))).toEqual([
      '+ acknowledgement 2026-03-04 (childrens-services-kent)',
    ]);
  });

  it('that somebody else sent already waits for no acknowledgement', () => {
    expect(dutiesFrom(family(aReferral()), (about) => about.must('notifyChildrensServices', notify(true)))).toEqual([]);
  });
});

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

describe('an action', () => {
  it('is due in ten working days, on its own date, or in 24 hours where it is urgent', () => {
    expect(dutiesFrom(received(), (about) => about.withAction('a'))).toEqual(['+ action 2026-03-16 (housing)']);
    const dated = { due: { type: 'day', date: '2026-03-08' } } as const;
    expect(dutiesFrom(received(), (about) => about.withAction('a', dated))).toEqual(['+ action 2026-03-08 (housing)']);
    expect(dutiesFrom(received(), (about) => about.withAction('a', { urgent: true, ownerId: 'worker-1' }))).toEqual([
      '+ urgentAction 2026-03-03T10:00:00.000Z (worker-1)',
    ]);
  });

  it('due before Easter counts past the bank holidays', () => {
    expect(dutiesFrom(received().at('2026-03-27 10:00'), (about) => about.withAction('a'))).toEqual([
      '+ action 2026-04-14 (housing)',
    ]);
  });

  it('has a clock of its own: others run on when it ends', () => {
    const about = received().withAction('one').withAction('two');
    expect(dutiesFrom(about, () => about.must('completeAction', { actionId: 'one', noteId: null }))).toEqual([
      '- action met',
    ]);
    expect(about.clock('action')?.subject.id).toBe('two');
  });

  it.each([
    ['recordActionNotPossible', 'notPossible'],
    ['recordActionNotDone', 'notDone'],
  ] as const)('that ends by %s is not met, and its clock says why', (type, reason) => {
    const about = received().withAction('one');
    expect(dutiesFrom(about, () => about.must(type, { actionId: 'one', reasonId: 'r' }))).toEqual([
      `- action cancelled ${reason}`,
    ]);
  });

  it('goes to another agency with its due date', () => {
    const about = received().withAction('one');
    const to = { actionId: 'one', agencyId: 'health-acute', ownerId: null, reasonId: 'r' };
    expect(dutiesFrom(about, () => about.must('reassignAction', to))).toEqual(['= action (health-acute)']);
    expect(about.clock('action')?.due).toEqual({ type: 'day', date: '2026-03-16' });
  });

  it('set at a hearing counts from the hearing', () => {
    const heard = aCase().heard(anAction('one'));
    expect(heard.clock('action')?.due).toEqual({ type: 'day', date: '2026-04-09' });
  });
});

describe('a repeat', () => {
  it('has its last plan reviewed the working day before the agenda goes out', () => {
    expect(dutiesFrom(aCase(), (about) => about.repeated())).toContain('+ planReview 2026-03-16 (nobody)');
  });

  it('that is listed elsewhere has it reviewed before that agenda', () => {
    expect(dutiesFrom(aCase().repeated(), (about) => about.deferred())).toEqual([
      '- planReview cancelled deferred',
      '+ planReview 2026-04-13 (nobody)',
    ]);
    const off = aCase().repeated();
    expect(dutiesFrom(off, (about) => about.must('takeOffList', { decisionId: 'd' }))).toEqual([
      '- planReview cancelled takenOffList',
    ]);
  });

  it('whose plan was reviewed is not asked for it again', () => {
    const reviewed = aCase().repeated().must('recordPlanReview', { contentId: 'review-1' });
    expect(dutiesFrom(reviewed, (about) => about.deferred())).toEqual([]);
  });

  it('that is heard without the review no longer owes it', () => {
    expect(dutiesFrom(aCase().repeated(), (about) => about.heard())).toContain('- planReview cancelled heard');
  });

  it('alone has a plan to review', () => {
    expect(aCase().listed().clock('planReview')).toBeUndefined();
  });
});

describe('a hearing', () => {
  it('has the victim told in two working days and the referrer in three', () => {
    expect(dutiesFrom(aCase().listed(), (about) => about.heard())).toEqual([
      '+ referrerTold 2026-03-27 (nobody)',
      `+ outcomeTold 2026-03-26 (${idva})`,
    ]);
  });

  it('is told to both, each for itself', () => {
    const heard = aCase().heard();
    expect(dutiesFrom(heard, () => heard.must('tellOutcome', { result: 'noSafeWay', reasonId: 'r' }))).toEqual([
      '- outcomeTold met',
    ]);
    expect(dutiesFrom(heard, () => heard.must('tellReferrer', { about: 'screening', contentId: null }))).toEqual([]);
    expect(dutiesFrom(heard, () => heard.must('tellReferrer', { about: 'meeting', contentId: null }))).toEqual([
      '- referrerTold met',
    ]);
  });

  it('at court is reminded of on its day, and its outcome told the working day after', () => {
    const about = received();
    expect(dutiesFrom(about, () => about.withLiveDate('hearing-1', 'hearing', '2026-04-02 10:00'))).toEqual([
      `+ hearing 2026-04-02 (${idva})`,
      `+ hearingOutcome 2026-04-07 (${idva})`,
    ]);
  });
});

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
