import { describe, expect, it } from 'vitest';
import { aCase, aChild, grading } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import type { CommandPayloads } from '../command.ts';

const graded = (referral = aReferral()) => aCase(referral).graded();
/** Graded standard by the police's count, and listed by the judgement of whoever referred. */
const standardRisk = (referral = aReferral()) =>
  aCase(referral.standardRisk().by('professionalJudgement'))
    .accepted()
    .must('gradeRisk', grading({ count: 4 }));
const notification = (childId: string, toAgencyId = 'childrens-services-kent') => {
  return { notificationId: `n-${childId}-${toAgencyId}`, children: [childId], toAgencyId, alreadySent: false };
};
const right = (
  childId: string,
  parts: CommandPayloads['putChildRight']['parts'],
  more: Partial<CommandPayloads['putChildRight']> = {},
): CommandPayloads['putChildRight'] => {
  const { ageBand } = { ...aChild(childId), ...more };
  return { ...aChild(childId), ageBandNow: ageBand, correctionId: null, ...more, parts };
};

describe('a child who was not in the referral', () => {
  it('is owed a notification at the grade the case has by then, the school and services like any other', () => {
    const about = graded().must(
      'addChild',
      aChild('child-9', { ofSchoolAge: true, servicesBy: 'nobody', authorityId: null }),
    );
    for (const kind of ['urgentChildNotified', 'childServices'] as const)
      expect(about.clock(kind, 'child-9')).toBeDefined();
    expect(about.clock('schoolTold')?.subject.id).toBe(about.id);
    expect(about.standing).toMatchObject({ childCount: 1, schoolsOwed: ['child-9'] });
  });

  it('is owed nothing by a grade that does not ask it: at standard risk only the youngest are', () => {
    const standard = standardRisk();
    standard
      .must('addChild', aChild('child-8'))
      .must('addChild', aChild('child-9', { ageBand: 'unborn', personId: null }));
    expect(standard.clock('childNotified', 'child-8')).toBeUndefined();
    expect(standard.clock('childNotified', 'child-9')).toBeDefined();
  });

  it('waits for the grading where nobody has graded yet', () => {
    const about = aCase().received().must('addChild', aChild('child-9'));
    expect(about.clock('urgentChildNotified')).toBeUndefined();
    about.must('screenReferral', { outcome: 'accept', adviceId: null });
    about.must('gradeRisk', grading({ count: 16 }));
    expect(about.clock('urgentChildNotified', 'child-9')).toBeDefined();
  });

  it('needs a safety plan, though one was made for the family before', () => {
    const about = graded().must('recordEngagement', { status: 'engaged', noteId: null });
    about.must('recordSafetyPlan', { planId: 'plan-1', contentId: 'words' });
    expect(about.clock('safetyPlan')).toBeUndefined();
    about.must('addChild', aChild('child-9'));
    expect(about.clock('safetyPlan')).toBeDefined();
    expect(about.standing?.withoutPlan).toEqual(['child-9']);
  });

  it('is no child where they are of age, and asks nothing', () => {
    const about = graded().must('addChild', aChild('child-9', { ageBand: 'adult' }));
    expect(about.standing).toMatchObject({ childCount: 0 });
    expect(about.runningKinds.filter((kind) => /child/i.test(kind))).toEqual([]);
  });

  it('is added once, and nobody of the case is a child of it beside', () => {
    const about = graded().must('addChild', aChild('child-9'));
    for (const personId of ['person-of-child-9', 'victim-1', 'perpetrator-1'])
      expect(about.send('addChild', aChild('child-10', { personId }))).toMatchObject({ code: 'CHILD_KNOWN_ALREADY' });
    const twins = ['child-11', 'child-12'].map((id) => aChild(id, { personId: null, ageBand: 'unborn' }));
    for (const twin of twins) about.must('addChild', twin);
    expect(about.standing?.childCount).toBe(3);
  });

  it('can be added after the victim has died, and in a closed case: then they need it most', () => {
    const about = graded().must('recordDeath', { contentId: null }).must('addChild', aChild('child-9'));
    expect(about.clock('urgentChildNotified', 'child-9')).toBeDefined();
    expect(about.clock('safetyPlan')).toBeUndefined();
  });

  it('tells no school of what is put down as history', () => {
    const about = aCase(aReferral().adopted())
      .received()
      .must('addChild', aChild('child-9', { ofSchoolAge: true }));
    expect(about.clock('schoolTold')).toBeUndefined();
  });
});

describe('a child of whom something is put right', () => {
  const one = () => graded(aReferral().withChildren(1));

  it('is owed nothing any more where the right date of birth says so, and the family has one child less', () => {
    const about = one();
    expect(about.clock('urgentChildNotified', 'child-1')).toBeDefined();
    about.must('putChildRight', right('child-1', ['dateOfBirth'], { ageBand: 'adult' }));
    expect(about.clock('urgentChildNotified')).toBeUndefined();
    expect(about.standing).toMatchObject({ childCount: 0, withoutPlan: ['victim-1'] });
    about.must('putChildRight', right('child-1', ['dateOfBirth']));
    expect(about.clock('urgentChildNotified', 'child-1')).toBeDefined();
    expect(about.standing).toMatchObject({ childCount: 1, withoutPlan: ['victim-1', 'child-1'] });
  });

  it('is still owed what was owed when they were told of, though they have come of age since', () => {
    const about = one().must('putChildRight', right('child-1', ['name'], { ageBandNow: 'adult' }));
    expect(about.clock('urgentChildNotified', 'child-1')).toBeDefined();
    expect(about.standing?.childCount).toBe(1);
  });

  it('is owed a notification by their age now, where the one the referral gave asked none', () => {
    const about = standardRisk(aReferral().withChildren(1));
    expect(about.clock('childNotified')).toBeUndefined();
    about.must('putChildRight', right('child-1', ['dateOfBirth'], { ageBand: 'underOne' }));
    expect(about.clock('childNotified', 'child-1')).toBeDefined();
  });

  it('who has been born is the same child: one who was notified of is not told of twice', () => {
    const about = graded(aReferral().withChildren(1, 'unborn'));
    about.must('notifyChildrensServices', notification('child-1'));
    const born = { personId: 'person-of-child-1', ageBand: 'unborn', ageBandNow: 'underOne' } as const;
    about.must('putChildRight', right('child-1', ['birth', 'name'], born));
    expect(about.clock('urgentChildNotified')).toBeUndefined();
    expect(about.standing?.childCount).toBe(1);
  });

  it('is told of anew where other services answer for the right address than those that heard', () => {
    const about = one().must('notifyChildrensServices', notification('child-1'));
    about.must('putChildRight', right('child-1', ['address']));
    expect(about.clock('urgentChildNotified')).toBeUndefined();
    about.must('putChildRight', right('child-1', ['address'], { servicesAgencyId: 'childrens-services-medway' }));
    expect(about.clock('urgentChildNotified', 'child-1')).toBeDefined();
    about.must('notifyChildrensServices', notification('child-1', 'childrens-services-medway'));
    expect(about.clock('urgentChildNotified')).toBeUndefined();
  });

  it('at an address that nobody covers is a task until the services are found, or another address is written', () => {
    const about = one().must('putChildRight', right('child-1', ['address'], { servicesBy: 'nobody' }));
    expect(about.clock('childServices', 'child-1')).toBeDefined();
    about.must('putChildRight', right('child-1', ['address'], { servicesBy: 'address' }));
    expect(about.clock('childServices')).toBeUndefined();
  });

  it('has another school told than the one that was told by mistake; the same is not told twice', () => {
    const about = graded(aReferral().withSchoolchildren(1));
    about.must('tellSchools', { children: ['child-1'], result: 'told', contentId: null });
    about.must('putChildRight', right('child-1', ['address'], { ofSchoolAge: true }));
    expect(about.clock('schoolTold')).toBeUndefined();
    about.must('putChildRight', right('child-1', ['school'], { ofSchoolAge: true, contentId: 'school-2' }));
    expect(about.clock('schoolTold')).toBeDefined();
    about.must('tellSchools', { children: ['child-1'], result: 'told', contentId: null });
    expect(about.clock('schoolTold')).toBeUndefined();
  });

  it('has no school to tell where the right date of birth says that they go to none, and one where it says so', () => {
    const about = graded(aReferral().withSchoolchildren(1));
    about.must('putChildRight', right('child-1', ['dateOfBirth'], { ageBand: 'underOne' }));
    expect(about.clock('schoolTold')).toBeUndefined();
    about.must('putChildRight', right('child-1', ['dateOfBirth'], { ofSchoolAge: true }));
    expect(about.clock('schoolTold')).toBeDefined();
  });

  it('is nobody the case does not know, and no other child of it', () => {
    const about = graded(aReferral().withChildren(2));
    expect(about.send('putChildRight', right('child-7', ['name']))).toMatchObject({ code: 'UNKNOWN_CHILD' });
    const other = right('child-1', ['name'], { personId: 'person-of-child-2' });
    expect(about.send('putChildRight', other)).toMatchObject({ code: 'CHILD_KNOWN_ALREADY' });
  });
});
