import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder, grading } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';

describe('notifying children’s services', () => {
  const ages = ['unborn', 'underOne', 'oneToSeventeen', 'adult'] as const;
  const owed = {
    high: ['unborn', 'underOne', 'oneToSeventeen'],
    medium: ['unborn', 'underOne', 'oneToSeventeen'],
    standard: ['unborn', 'underOne'],
  } as const;
  const notify = (about: CaseBuilder, ...children: string[]) =>
    about.send('notifyChildrensServices', {
      notificationId: 'notification-1',
      children,
      toAgencyId: 'childrens-services-kent',
      alreadySent: false,
    });

  for (const grade of ['high', 'medium', 'standard'] as const)
    it.each(ages)(`at ${grade} risk, of a child who is %s`, (age) => {
      const about = aCase(aReferral().gradedByPolice(grade).withChildren(1, age)).received();
      const expected: readonly string[] = owed[grade];
      expect(notify(about, 'child-1').ok).toBe(expected.includes(age));
      if (expected.includes(age)) expect(about.last('childrenNotified')?.data.urgent).toBe(grade === 'high');
    });

  it('goes by how old the children are by then, where that is known', () => {
    const about = aCase(aReferral().highRisk().withChildren(2)).received();
    const each = (childId: string, ageBand: 'adult' | 'oneToSeventeen') => {
      return { childId, notificationId: `about-${childId}`, toAgencyId: 'services', ageBand };
    };
    const { notificationId, toAgencyId } = each('child-1', 'adult');
    const asked = { notificationId, toAgencyId, alreadySent: false, contentId: 'what-it-tells' };
    const grown = { ...asked, children: ['child-1'], each: [each('child-1', 'adult')] };
    expect(about.send('notifyChildrensServices', grown)).toMatchObject({ code: 'CHILD_NOT_OWED' });
    const young = { ...asked, children: ['child-2'], each: [each('child-2', 'oneToSeventeen')] };
    expect(about.send('notifyChildrensServices', young).ok).toBe(true);
    expect(about.last('childrenNotified')?.data.contentId).toBe('what-it-tells');
  });

  it('says of each where siblings are owed one to the same services, so that they are told of together', () => {
    const siblingsOwed = (about: CaseBuilder, ...children: string[]) => {
      expect(notify(about, ...children).ok).toBe(true);
      return about.last('childrenNotified')?.data.siblingsOwed;
    };
    const family = () => aCase(aReferral().highRisk().withChildren(2)).received();
    expect(siblingsOwed(family(), 'child-1')).toBe(true);
    expect(siblingsOwed(family(), 'child-1', 'child-2')).toBeUndefined();
    const grown = aCase(aReferral().highRisk().withChildren(1).withChildren(1, 'adult')).received();
    expect(siblingsOwed(grown, 'child-1')).toBeUndefined();
    // The sibling lives elsewhere: other services answer for them.
    const toOthers = {
      notificationId: 'n',
      children: ['child-1'],
      toAgencyId: 'childrens-services-medway',
      alreadySent: false,
    };
    const told = family().must('notifyChildrensServices', toOthers);
    expect(told.last('childrenNotified')?.data.siblingsOwed).toBeUndefined();
  });

  it('names the children for whom nothing is owed', () => {
    const about = aCase(aReferral().standardRisk().withChildren(1, 'underOne').withChildren(2)).received();
    expect(notify(about, 'child-1', 'child-2', 'child-3')).toEqual({
      ok: false,
      code: 'CHILD_NOT_OWED',
      blocking: [
        { type: 'child', id: 'child-2' },
        { type: 'child', id: 'child-3' },
      ],
    });
  });

  it('goes by the higher of count and police grade before anybody has graded, and by high where nothing is known', () => {
    const about = (referral: ReturnType<typeof aReferral>) =>
      notify(aCase(referral.withChildren(1)).received(), 'child-1');
    expect(about(aReferral().gradedByPolice('medium').counted(4)).ok).toBe(true);
    expect(about(aReferral().counted(4)).ok).toBe(false);
    expect(about(aReferral().withoutAssessment()).ok).toBe(true);
  });

  it('goes by the grade once there is one', () => {
    const judged = aCase(aReferral().standardRisk().withChildren(1)).accepted();
    judged.must('gradeRisk', grading({ count: 4, judgement: 'high', reasonId: 'r' }));
    expect(notify(judged, 'child-1').ok).toBe(true);
    expect(judged.last('childrenNotified')?.data.urgent).toBe(true);
  });
});
