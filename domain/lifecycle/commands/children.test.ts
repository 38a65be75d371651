import { describe, expect, it } from 'vitest';
import { aCase } from '../../../tests/builders/aCase.ts';
import { moment } from '../../../tests/builders/world.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';

const contentId = null;
const tell = (children: string[], result: 'told' | 'toldAlready' | 'notAtSchool' | 'schoolNotKnown' = 'told') => ({
  children,
  result,
  contentId,
});
const services = { childId: 'child-1', servicesAgencyId: 'childrens-services-medway' };
const uncovered = () => aCase(aReferral().withChildNowhereCovered().withChildren(1)).received();
const atSchool = (number = 2) => aCase(aReferral().withSchoolchildren(number)).received();

describe('a child at an address that no children’s services cover', () => {
  it('is a task of the area’s coordinator, for each child, due the next working day', () => {
    const about = uncovered();
    expect(about.runningKinds.filter((kind) => kind === 'childServices')).toHaveLength(1);
    const clock = about.clock('childServices', 'child-1');
    expect(clock).toMatchObject({ subject: { type: 'child' }, due: { type: 'day', date: '2026-03-03' } });
    expect(about.running.get(clock?.id ?? '')?.owner).toEqual({ agencyId: null, ownerId: null });
  });

  it('is none any more once somebody has said which services answer, or they were notified', () => {
    expect(uncovered().must('setChildServices', services).clock('childServices')).toBeUndefined();
    const notification = { notificationId: 'n-1', children: ['child-1'], toAgencyId: 'services', alreadySent: false };
    expect(uncovered().must('notifyChildrensServices', notification).clock('childServices')).toBeUndefined();
  });

  it('cannot be closed over: the task stands in the way', () => {
    const about = aCase(aReferral().withChildNowhereCovered()).heard().spokenToAndDeclined();
    about.must('tellOutcome', { result: 'told', reasonId: null });
    const services = about.clock('childServices');
    const notification = about.clock('urgentChildNotified');
    expect(about.send('closeCase', { reasonId: null, disposals: [] })).toEqual({
      ok: false,
      code: 'DISPOSITIONS_MISSING',
      blocking: [
        { type: 'clock', id: services?.id, code: 'childServices' },
        { type: 'clock', id: notification?.id, code: 'urgentChildNotified' },
      ],
    });
  });

  it('asks nothing for somebody of age', () => {
    const grown = aReferral().withChildren(1, 'adult').build();
    const [child] = grown.children;
    const children = child ? [{ ...child, servicesBy: 'nobody' as const }] : [];
    const about = aCase().must('submitReferral', { ...grown, children });
    expect(about.clock('childServices')).toBeUndefined();
  });

  it('is refused for a child who is not in the referral, or whose services were notified already', () => {
    expect(uncovered().send('setChildServices', { ...services, childId: 'child-9' })).toMatchObject({
      code: 'UNKNOWN_CHILD',
      blocking: [{ type: 'child', id: 'child-9' }],
    });
    const notification = { notificationId: 'n-1', children: ['child-1'], toAgencyId: 'services', alreadySent: true };
    const notified = uncovered().must('notifyChildrensServices', notification);
    expect(notified.send('setChildServices', services)).toMatchObject({ code: 'ALREADY_NOTIFIED' });
  });
});

describe('the schools of the children', () => {
  it('are told before the next school day: one duty for the family', () => {
    const about = atSchool();
    expect(about.runningKinds.filter((kind) => kind === 'schoolTold')).toHaveLength(1);
    expect(about.clock('schoolTold')?.due).toEqual({ type: 'day', date: '2026-03-02' });
  });

  it('are nobody’s duty where no child is of school age, or the case was taken over with what had been done', () => {
    expect(aCase(aReferral().withChildren(2)).received().clock('schoolTold')).toBeUndefined();
    expect(aCase(aReferral().withSchoolchildren(1).adopted()).received().clock('schoolTold')).toBeUndefined();
  });

  it('have been told once something is on record for every child, whatever it is', () => {
    const half = atSchool().must('tellSchools', tell(['child-1']));
    expect(half.clock('schoolTold')).toBeDefined();
    for (const result of ['told', 'toldAlready', 'notAtSchool', 'schoolNotKnown'] as const) {
      const all = atSchool()
        .must('tellSchools', tell(['child-1']))
        .must('tellSchools', tell(['child-2'], result));
      expect(all.clock('schoolTold'), result).toBeUndefined();
    }
  });

  it('hear of a child once: what the police have told is not told again', () => {
    for (const result of ['told', 'toldAlready'] as const) {
      const heard = atSchool().must('tellSchools', tell(['child-1'], result));
      expect(heard.send('tellSchools', tell(['child-1', 'child-2']))).toEqual({
        ok: false,
        code: 'SCHOOL_TOLD_ALREADY',
        blocking: [{ type: 'child', id: 'child-1' }],
      });
    }
  });

  it('may still be told where nobody had known which school it is', () => {
    const unknown = atSchool(1).must('tellSchools', tell(['child-1'], 'schoolNotKnown'));
    expect(unknown.must('tellSchools', tell(['child-1'])).state.children['child-1']).toMatchObject({ school: 'told' });
  });

  it('stay on record where children’s services are notified afterwards', () => {
    const told = atSchool(1).must('tellSchools', tell(['child-1']));
    const notification = { notificationId: 'n-1', children: ['child-1'], toAgencyId: 'services', alreadySent: false };
    expect(told.must('notifyChildrensServices', notification).state.children['child-1']).toEqual({
      notified: true,
      school: 'told',
    });
  });

  it('are told of children who came with another referral of the incident, where nobody has yet', () => {
    const child = {
      ...{ childId: 'joined-1', personId: 'p', ageBand: 'oneToSeventeen' as const, notificationId: null },
      ...{ servicesAgencyId: 'childrens-services-kent', ofSchoolAge: true },
    };
    const join = (schoolOwed: boolean) =>
      aCase()
        .accepted()
        .graded()
        .must('joinReferral', { fromCaseId: 'case-3', children: [{ ...child, schoolOwed }] });
    expect(join(false).clock('schoolTold')).toBeUndefined();
    const owed = join(true);
    expect(owed.clock('schoolTold')).toBeDefined();
    const school = { result: 'told' as const, at: moment('2026-03-02 09:00') };
    const told = aCase()
      .accepted()
      .graded()
      .must('joinReferral', { fromCaseId: 'case-3', children: [{ ...child, school }] });
    expect(told.send('tellSchools', tell(['joined-1']))).toMatchObject({ code: 'SCHOOL_TOLD_ALREADY' });
    expect(owed.must('partReferral', { fromCaseId: 'case-3' }).clock('schoolTold')).toBeUndefined();
  });

  it('are owed again where their referral stands for itself again, counted from then', () => {
    const merged = aCase(aReferral().withSchoolchildren(1))
      .accepted()
      .graded()
      .must('mergeReferral', { intoCaseId: 'case-2', reasonId: 'r' });
    expect(merged.clock('schoolTold')).toBeUndefined();
    const undone = merged.at('2026-03-12 10:00').must('undoMerge', { reasonId: 'r' });
    expect(undone.clock('schoolTold')?.due).toEqual({ type: 'day', date: '2026-03-12' });
  });
});
