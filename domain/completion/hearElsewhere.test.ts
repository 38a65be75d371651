import { describe, expect, it } from 'vitest';
import { aCase, grading } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { everyCommand } from '../../tests/builders/everyCommand.ts';
import { countyOf17, happened, moment, policyOf } from '../../tests/builders/world.ts';

/** Referred on Monday 2 March, accepted on the 3rd, and written down here in May. */
const takenOver = (referral = aReferral().highRisk()) => aCase(referral.adopted()).received().accepted();
const factTypes = (about: ReturnType<typeof takenOver>) => about.facts.map(({ type }) => type);
const fromMeeting = policyOf('maidstone', {
  routes: { repeatFrom: { value: 'meeting', source: 'a test' } },
});

describe('a case that was heard elsewhere before it was taken over', () => {
  it('is heard on that day, graded with it, on no list and handed to nobody', () => {
    const about = takenOver(aReferral().mediumRisk()).at('2026-05-11 10:00');
    about.heardElsewhere('2026-03-10', { count: 11, gradedOn: '2026-03-04' });
    expect(about.standing).toMatchObject({
      stage: 'heard',
      grade: 'medium',
      heardAt: moment('2026-03-10 12:00'),
      heardMeetingId: null,
      heardElsewhereId: 'heard-elsewhere-1',
      listedAt: null,
    });
    expect(about.last('riskGraded')).toMatchObject({
      occurred: { at: moment('2026-03-04 12:00'), precision: 'day' },
      data: { toMarac: true, overrides: null },
    });
    expect(about.last('heardElsewhere')?.data.meetingOn).toBe('2026-03-10');
    expect(factTypes(about)).not.toContain('caseListed');
    expect(factTypes(about)).not.toContain('handedOver');
  });

  it('owes the victim and the referrer the outcome, counted from the day of that meeting', () => {
    const about = takenOver().at('2026-05-11 10:00').heardElsewhere('2026-03-10');
    // Two and three working days after Tuesday 10 March.
    expect(about.clock('outcomeTold')?.due).toEqual({ type: 'day', date: '2026-03-12' });
    expect(about.clock('referrerTold')?.due).toEqual({ type: 'day', date: '2026-03-13' });
  });

  it('keeps the flag of its referral, and has it from that meeting where the area counts from the last one', () => {
    const later = takenOver().at('2026-05-11 10:00').heardElsewhere('2026-03-10');
    expect(later.state.flagEndsOn).toBe('2027-03-02');
    const counted = aCase(aReferral().highRisk().adopted()).where({ policy: fromMeeting }).received().accepted();
    counted.at('2026-05-11 10:00').heardElsewhere('2026-03-10');
    expect(counted.state.flagEndsOn).toBe('2027-03-10');
    expect(counted.clock('repeatFlag')?.due).toEqual({ type: 'day', date: '2027-03-10' });
  });

  it('comes off the list it was put on here, and keeps the grade it had', () => {
    const listed = takenOver().graded().listed().at('2026-03-12 10:00').heardElsewhere('2026-03-10', { count: 3 });
    expect(listed.state).toMatchObject({ stage: 'heard', listing: null, heard: true });
    expect(listed.standing).toMatchObject({ grade: 'high', meetingId: null });
    expect(factTypes(listed).filter((type) => type === 'riskGraded')).toHaveLength(1);
  });

  it('needs no grade where none is known', () => {
    const about = takenOver(aReferral().withoutAssessment().by('potentialEscalation')).at('2026-05-11 10:00');
    about.heardElsewhere('2026-03-10', { count: null });
    expect(about.standing).toMatchObject({ stage: 'heard', grade: null });
  });

  it('does not leave somebody to decide on consent: a MARAC has decided', () => {
    const about = aCase(aReferral().counted(15).withoutConsent().adopted()).where({ policy: countyOf17 }).accepted();
    about.must('gradeRisk', grading({ count: 15 }));
    expect(about.clock('consentDecision')).toBeDefined();
    about.at('2026-05-11 10:00').heardElsewhere('2026-03-10');
    expect(about.clock('consentDecision')).toBeUndefined();
    expect(about.state.consentOwed).toBe(false);
  });

  it('is only one that is being taken over, and was accepted', () => {
    const own = aCase().accepted();
    const command = everyCommand(own).recordHeardElsewhere;
    expect(own.send('recordHeardElsewhere', command)).toEqual({ ok: false, code: 'NOT_ADOPTED' });
    const spoken = takenOver().must('caughtUp', {});
    expect(spoken.send('recordHeardElsewhere', command)).toEqual({ ok: false, code: 'NOT_ADOPTED' });
    const unread = aCase(aReferral().adopted()).received();
    expect(unread.send('recordHeardElsewhere', command)).toEqual({ ok: false, code: 'NOT_IN_THIS_STAGE' });
    const heard = takenOver().heardElsewhere();
    expect(heard.send('recordHeardElsewhere', command)).toEqual({ ok: false, code: 'NOT_IN_THIS_STAGE' });
  });

  it('was neither heard nor graded before its referral', () => {
    const about = takenOver().at('2026-05-11 10:00');
    const command = everyCommand(about).recordHeardElsewhere;
    const refused = { ok: false, code: 'HAPPENED_BEFORE' };
    expect(about.send('recordHeardElsewhere', command, happened('2026-03-01 12:00'))).toEqual(refused);
    const early = { ...command, gradedOn: '2026-03-01' };
    expect(about.send('recordHeardElsewhere', early, happened('2026-03-10 12:00'))).toEqual(refused);
  });
});

describe('its actions', () => {
  it('are over when the last of them was, though they are written down after it', () => {
    const about = takenOver().at('2026-05-11 10:00').heardElsewhere('2026-03-10').withAction('action-1');
    expect(about.standing?.actionsEndedAt).toBeNull();
    about.must('completeAction', { actionId: 'action-1', noteId: null }, happened('2026-03-20 12:00'));
    expect(about.standing?.actionsEndedAt).toBe(moment('2026-03-20 12:00'));
  });
});
