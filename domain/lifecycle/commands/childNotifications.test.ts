import { describe, expect, it } from 'vitest';
import { aCase, grading } from '../../../tests/builders/aCase.ts';
import { aReferral, type ReferralBuilder } from '../../../tests/builders/aReferral.ts';
import { moment } from '../../../tests/builders/world.ts';
import type { Grade } from '../../risk/grade.ts';

const notify = (children: readonly string[], alreadySent = false) => ({
  ...{ notificationId: `about-${children.join()}`, children, toAgencyId: 'childrens-services-kent', alreadySent },
});
const family = () =>
  aReferral().withChildren(1).withChildren(1, 'underOne').withChildren(1, 'unborn').withChildren(1, 'adult');
/** A case that was graded on Tuesday 3 March 2026 at half past ten. */
const gradedAs = (grade: Grade, referral: ReferralBuilder = family()) =>
  aCase(referral)
    .accepted()
    .at('2026-03-03 10:30')
    .must('gradeRisk', grading({ policeGrade: grade }));
/** Of which children, by their numbers, a notification is owed. */
const owed = (about: ReturnType<typeof gradedAs>, kind: 'childNotified' | 'urgentChildNotified') =>
  [1, 2, 3, 4].filter((number) => about.clock(kind, `child-${number}`));

describe('a notification of a child', () => {
  it('is owed by grade and age, of each child by itself, and urgent where the case is high', () => {
    expect(owed(gradedAs('high'), 'urgentChildNotified')).toEqual([1, 2, 3]);
    expect(owed(gradedAs('high'), 'childNotified')).toEqual([]);
    expect(owed(gradedAs('medium'), 'childNotified')).toEqual([1, 2, 3]);
    expect(owed(gradedAs('standard'), 'childNotified')).toEqual([2, 3]);
    expect(owed(gradedAs('standard'), 'urgentChildNotified')).toEqual([]);
  });

  it('is due in 24 hours at high and in two working days below, counted from the grading', () => {
    const urgent = gradedAs('high').clock('urgentChildNotified', 'child-1');
    expect(urgent).toMatchObject({
      subject: { type: 'child' },
      due: { type: 'instant', at: moment('2026-03-04 10:30') },
    });
    expect(gradedAs('medium').clock('childNotified')?.due).toEqual({ type: 'day', date: '2026-03-05' });
  });

  it('is owed by nobody before the grading', () => {
    expect(owed(aCase(family()).accepted(), 'urgentChildNotified')).toEqual([]);
  });

  it('becomes urgent when the grade rises, and is not begun twice', () => {
    const risen = gradedAs('medium')
      .at('2026-03-05 09:00')
      .must('gradeRisk', grading({ policeGrade: 'high', handoverId: 'handover-2' }));
    expect(owed(risen, 'childNotified')).toEqual([]);
    expect(owed(risen, 'urgentChildNotified')).toEqual([1, 2, 3]);
    const again = risen
      .where({ meetings: [] })
      .at('2026-03-06 09:00')
      .must('gradeRisk', grading({ count: 20 }));
    expect(again.clock('urgentChildNotified', 'child-1')?.due).toEqual({
      type: 'instant',
      at: moment('2026-03-06 09:00'),
    });
  });

  it('is done by the notification, and by word that somebody else has sent it', () => {
    for (const alreadySent of [false, true]) {
      const about = gradedAs('high').must('notifyChildrensServices', notify(['child-1', 'child-3'], alreadySent));
      expect(owed(about, 'urgentChildNotified')).toEqual([2]);
    }
  });

  it('that was made before the grading is not owed again', () => {
    const about = aCase(family())
      .accepted()
      .must('notifyChildrensServices', notify(['child-1']));
    expect(owed(about.must('gradeRisk', grading({ count: 16 })), 'urgentChildNotified')).toEqual([2, 3]);
  });

  it('stays owed of a child who has come of age meanwhile, and of one who was of age it never was', () => {
    const each = (childId: string) => [
      { childId, notificationId: 'n', toAgencyId: 'services', ageBand: 'adult' as const },
    ];
    const about = gradedAs('high');
    expect(about.send('notifyChildrensServices', { ...notify(['child-1']), each: each('child-1') }).ok).toBe(true);
    expect(about.send('notifyChildrensServices', { ...notify(['child-4']), each: each('child-4') })).toMatchObject({
      code: 'CHILD_NOT_OWED',
    });
  });

  it('cannot be closed over', () => {
    const about = aCase(aReferral().withChildren(1)).heard();
    const clock = about.clock('urgentChildNotified');
    about.must('notifyChildrensServices', notify(['child-1'], true)).settled();
    expect(about.send('closeCase', { reasonId: null, disposals: [] }).ok).toBe(true);
    const early = aCase(aReferral().withChildren(1)).heard().send('closeCase', { reasonId: null, disposals: [] });
    if (early.ok) throw new Error('It was closed.');
    expect(early.blocking).toContainEqual({ type: 'clock', id: clock?.id, code: 'urgentChildNotified' });
  });

  it('is owed after the death of the victim, and may be recorded then', () => {
    const dead = aCase(aReferral().withChildren(1)).heard().dead();
    expect(owed(dead, 'urgentChildNotified')).toEqual([1]);
    expect(dead.send('closeCase', { reasonId: null, disposals: [] })).toMatchObject({ code: 'DISPOSITIONS_MISSING' });
    dead.must('notifyChildrensServices', notify(['child-1']));
    expect(owed(dead, 'urgentChildNotified')).toEqual([]);
  });

  it('waits in silence where the case was taken over, and is nobody’s where it is closed as history', () => {
    const history = aCase(aReferral().withChildren(1).adopted()).accepted().at('2026-05-11 10:00').heardElsewhere();
    expect(owed(history, 'urgentChildNotified')).toEqual([1]);
    expect(owed(history.must('caughtUp', {}), 'urgentChildNotified')).toEqual([1]);
    const closed = aCase(aReferral().withChildren(1).adopted())
      .accepted()
      .at('2026-05-11 10:00')
      .heardElsewhere()
      .spokenToAndDeclined();
    closed.must('tellOutcome', { result: 'told', reasonId: null }).must('closeCase', { reasonId: null, disposals: [] });
    expect(owed(closed, 'urgentChildNotified')).toEqual([]);
  });

  it('goes along with a referral that is merged, and comes back with it', () => {
    const child = {
      ...{ childId: 'joined-1', personId: 'p', ageBand: 'oneToSeventeen' as const },
      servicesAgencyId: 'childrens-services-kent',
    };
    const joined = (notificationId: string | null) =>
      aCase()
        .graded()
        .must('joinReferral', { fromCaseId: 'case-3', children: [{ ...child, notificationId }] });
    expect(joined('n-1').clock('urgentChildNotified')).toBeUndefined();
    expect(joined(null).clock('urgentChildNotified', 'joined-1')).toBeDefined();
    const parted = joined(null).must('partReferral', { fromCaseId: 'case-3' });
    expect(parted.clock('urgentChildNotified')).toBeUndefined();

    const merged = gradedAs('high')
      .must('notifyChildrensServices', notify(['child-2']))
      .merged();
    expect(owed(merged, 'urgentChildNotified')).toEqual([]);
    const undone = merged.at('2026-03-12 10:00').must('undoMerge', { reasonId: 'r' });
    expect(owed(undone, 'urgentChildNotified')).toEqual([1, 3]);
  });
});
