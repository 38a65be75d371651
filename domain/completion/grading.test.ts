import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder, grading } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { countyOf17, policyOf } from '../../tests/builders/world.ts';
import type { CommandPayloads } from '../lifecycle/command.ts';

function graded(about: CaseBuilder, by: Partial<CommandPayloads['gradeRisk']>) {
  about.must('gradeRisk', grading(by));
  return about.last('riskGraded')?.data;
}

describe('grading', () => {
  it.each([
    [{ count: 14 }, 'high'],
    [{ count: 13 }, 'medium'],
    [{ count: 10 }, 'medium'],
    [{ count: 9 }, 'standard'],
    [{ count: 3, policeGrade: 'medium' }, 'medium'],
    [{ count: 16, policeGrade: 'standard' }, 'high'],
    [{ count: 3, policeGrade: 'medium', judgement: 'high', reasonId: 'r' }, 'high'],
    [{ count: 16, judgement: 'standard', reasonId: 'r' }, 'high'],
    [{ judgement: 'medium', reasonId: 'r' }, 'medium'],
  ] as const)('takes the highest of the three: %o is %s', (by, grade) => {
    expect(graded(aCase().accepted(), by)?.grade).toBe(grade);
  });

  it('goes by the thresholds in force', () => {
    const policy = policyOf('maidstone', {
      grading: { highFrom: { value: 18, source: 'test' }, mediumFrom: { value: 12, source: 'test' } },
    });
    expect(graded(aCase().where({ policy }).accepted(), { count: 17 })?.grade).toBe('medium');
    expect(graded(aCase().where({ policy }).accepted(), { count: 11 })?.grade).toBe('standard');
  });

  it('puts a judgement that raised the grade into the register, with what it was raised from', () => {
    const by = (more: object) => graded(aCase().accepted(), more)?.overrides;
    expect(by({ count: 11, judgement: 'high', reasonId: 'r' })).toBe('medium');
    expect(by({ judgement: 'high', reasonId: 'r' })).toBe('standard');
    expect(by({ count: 11, judgement: 'medium', reasonId: 'r' })).toBeNull();
    expect(by({ count: 16, judgement: 'medium', reasonId: 'r' })).toBeNull();
    expect(by({ count: 16 })).toBeNull();
  });

  it('is never lowered by grading again, and neither is the way to MARAC', () => {
    const offList = aCase().listed().must('takeOffList', { decisionId: 'decision-1' });
    expect(graded(offList, { count: 5 })).toMatchObject({ grade: 'high', toMarac: true, overrides: null });
    expect(offList.state.stage).toBe('listed');
    expect(offList.last('handedOver')).toBeUndefined();
    expect(graded(aCase().listed(), { policeGrade: 'standard' })).toMatchObject({ grade: 'high', toMarac: true });
  });

  it('lists the case on the first meeting', () => {
    const listed = aCase().accepted();
    graded(listed, { count: 16 });
    expect(listed.last('caseListed')?.data).toMatchObject({ meetingId: 'meeting-2026-03-24', because: 'graded' });
    expect(listed.state.stage).toBe('listed');
  });

  it('is recorded though no meeting is to come: the case stands among the exceptions', () => {
    const nowhere = aCase().where({ meetings: [] }).accepted();
    expect(graded(nowhere, { count: 16 })?.toMarac).toBe(true);
    expect(nowhere.state.stage).toBe('graded');
  });

  it('leaves a case on the list it is on', () => {
    const listed = aCase().listed();
    const { listing } = listed.state;
    graded(listed, { count: 18 });
    expect(listed.state.listing).toEqual(listing);
  });

  it('hands a case below the threshold over to a named service, never to nobody', () => {
    const own = aCase(aReferral().mediumRisk()).accepted();
    expect(graded(own, { count: 11 })?.toMarac).toBe(false);
    expect(own.last('handedOver')?.data).toEqual({ handoverId: 'handover-1', toAgencyId: 'kidas', urgent: false });
    const named = aCase(aReferral().standardRisk()).accepted();
    graded(named, { count: 4, handOverTo: 'voluntary' });
    expect(named.last('handedOver')?.data.toAgencyId).toBe('voluntary');
    expect(named.state.stage).toBe('handedOver');
  });

  it('leads to MARAC below the threshold where another route is met', () => {
    for (const about of [
      aCase(aReferral().standardRisk()).repeated().accepted(),
      aCase(aReferral().standardRisk().by('professionalJudgement')).accepted(),
      aCase(aReferral().standardRisk().by('potentialEscalation')).accepted(),
    ])
      expect(graded(about, { count: 4 })?.toMarac).toBe(true);
  });

  it('leads to the IDVA service in a county of 17 where the count is 14 to 16, and to MARAC where somebody judges it high', () => {
    const county = () => aCase(aReferral().counted(15)).where({ policy: countyOf17 }).accepted();
    expect(graded(county(), { count: 15 })).toMatchObject({ grade: 'high', toMarac: false });
    expect(graded(county(), { count: 17 })).toMatchObject({ grade: 'high', toMarac: true });
    expect(graded(county(), { count: 15, judgement: 'high', reasonId: 'r' })).toMatchObject({ toMarac: true });
    expect(graded(county(), { count: 3, judgement: 'high', reasonId: 'r' })).toMatchObject({ toMarac: true });
  });

  it('brings a case back that was handed over', () => {
    const back = aCase(aReferral().mediumRisk()).handedOver();
    expect(graded(back, { count: 16, handoverId: 'handover-2' })?.toMarac).toBe(true);
    expect(back.state.stage).toBe('listed');
  });
});
