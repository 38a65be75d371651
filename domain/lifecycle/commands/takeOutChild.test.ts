import { describe, expect, it } from 'vitest';
import { aCase, aChild } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { type NotificationFound, takeOutChild } from '../../completion/takeOutChild.ts';

const services = 'childrens-services-kent';
const notification = (childId: string, toAgencyId = services, alreadySent = false) => {
  return { notificationId: `n-${childId}-${toAgencyId}`, children: [childId], toAgencyId, alreadySent };
};
const out = (childId: string) => ({ childId, reasonId: 'reason-1' });

describe('a child who was told of by mistake', () => {
  it('is none of the case any more, and nothing is owed to them', () => {
    const about = aCase().graded();
    about.must('addChild', aChild('child-9', { ofSchoolAge: true, servicesBy: 'nobody', authorityId: null }));
    for (const kind of ['urgentChildNotified', 'childServices'] as const)
      expect(about.clock(kind, 'child-9')).toBeDefined();
    about.must('takeOutChild', out('child-9'));
    for (const kind of ['urgentChildNotified', 'childServices', 'schoolTold'] as const)
      expect(about.clock(kind)).toBeUndefined();
    expect(about.standing).toMatchObject({ childCount: 0, schoolsOwed: [] });
    expect(about.state.children).toEqual({});
    expect(about.send('takeOutChild', out('child-9'))).toMatchObject({ ok: false, code: 'UNKNOWN_CHILD' });
    expect(about.last('childTakenOut')?.data).toMatchObject({ corrections: [], withdrawn: [], schoolTold: false });
  });

  it('leaves what is owed to a sibling as it was', () => {
    const about = aCase(aReferral().withSchoolchildren(2)).graded().engaged();
    about.must('takeOutChild', out('child-1'));
    expect(about.clock('urgentChildNotified', 'child-1')).toBeUndefined();
    expect(about.clock('urgentChildNotified', 'child-2')).toBeDefined();
    for (const kind of ['schoolTold', 'safetyPlan'] as const) expect(about.clock(kind)).toBeDefined();
    expect(about.standing).toMatchObject({ childCount: 1, schoolsOwed: ['child-2'] });
  });

  it('ends the wait for a safety plan where nobody else is without one', () => {
    const about = aCase(aReferral().withChildren(1)).graded().engaged();
    about.must('recordSafetyPlan', { planId: 'plan-1', contentId: 'words', subjectIds: ['victim-1'] });
    expect(about.clock('safetyPlan')).toBeDefined();
    expect(about.must('takeOutChild', out('child-1')).clock('safetyPlan')).toBeUndefined();
  });

  it('of whom services had heard has each of them told once, which says that it has heard', () => {
    const about = aCase(aReferral().withChildren(1)).graded();
    about.must('notifyChildrensServices', notification('child-1'));
    const told = `n-child-1-${services}`;
    expect(about.clock('urgentAcknowledgement', told)).toBeDefined();
    about.must('takeOutChild', out('child-1'));
    const [correction, ...others] = about.last('childTakenOut')?.data.corrections ?? [];
    expect(others).toEqual([]);
    expect(correction).toMatchObject({ toAgencyId: services, urgent: true });
    expect(about.clock('urgentAcknowledgement', told)).toBeUndefined();
    expect(about.clock('urgentAcknowledgement', correction?.handoverId)).toBeDefined();
    expect(about.send('recordAcknowledgement', { handoverId: told })).toMatchObject({ code: 'UNKNOWN_HANDOVER' });
    about.must('recordAcknowledgement', { handoverId: correction?.handoverId ?? '' });
    expect(about.clock('urgentAcknowledgement')).toBeUndefined();
  });

  it('of whom the police had told them is none we have to take back', () => {
    const about = aCase(aReferral().withChildren(1)).graded();
    about.must('notifyChildrensServices', notification('child-1', services, true));
    about.must('takeOutChild', out('child-1'));
    expect(about.last('childTakenOut')?.data.corrections).toEqual([]);
  });

  it('of whom the school had heard is said to be, so that somebody tells it', () => {
    const about = aCase(aReferral().withSchoolchildren(1)).graded();
    about.must('tellSchools', { children: ['child-1'], result: 'told', contentId: null });
    about.must('takeOutChild', out('child-1'));
    expect(about.last('childTakenOut')?.data.schoolTold).toBe(true);
  });

  it('who came with a merged referral does not count twice when that goes its own way', () => {
    const about = aCase(aReferral().withChildren(1)).graded();
    const joined = { childId: 'joined-1', personId: 'p-1', ageBand: 'oneToSeventeen', notificationId: null } as const;
    about.must('joinReferral', { fromCaseId: 'case-3', children: [{ ...joined, servicesAgencyId: services }] });
    about.must('takeOutChild', out('joined-1')).must('partReferral', { fromCaseId: 'case-3' });
    expect(about.standing?.childCount).toBe(1);
  });

  it('is taken out after the mother has died, and not of a case that was declined', () => {
    const died = aCase(aReferral().withChildren(1)).graded().must('recordDeath', { contentId: null });
    expect(died.send('takeOutChild', out('child-1')).ok).toBe(true);
    const declined = aCase(aReferral().standardRisk().withChildren(1)).declined();
    expect(declined.send('takeOutChild', out('child-1'))).toEqual({ ok: false, code: 'NOT_IN_THIS_STAGE' });
  });
});

describe('what had been said of a child who is taken out', () => {
  const found = (childId: string, more: Partial<NotificationFound> = {}): NotificationFound => ({
    ...{ notificationId: `n-${childId}`, childIds: [childId], toAgencyId: services, urgent: true, alreadySent: false },
    ...{ acknowledged: false, heard: false, toldWith: `n-${childId}`, unsentIds: null },
    ...more,
  });
  const follows = (...notifications: readonly NotificationFound[]) => {
    const about = aCase(aReferral().withChildren(2)).graded().must('takeOutChild', out('child-1'));
    const fact = about.last('childTakenOut');
    if (!fact) throw new Error('Nobody was taken out.');
    const children = [...new Set(notifications.flatMap(({ childIds }) => childIds))].map((id) => {
      return { ...aChild(id), id, notified: true, ofSchoolAge: false, schoolResult: null };
    });
    const ask = { type: 'takeOutChild', childId: 'child-1' } as const;
    const completed = takeOutChild(ask, [fact], { children, notifications, idFor: (name) => name });
    const [done] = completed.ok ? completed.facts : [];
    return done?.type === 'childTakenOut' ? done.data : null;
  };
  const correction = { handoverId: `correction/${services}`, toAgencyId: services, urgent: true };

  it('does not leave where it has not left, and then nobody has to hear of a mistake', () => {
    expect(follows(found('child-1', { unsentIds: ['notice-1', 'notice-2'] }))).toMatchObject({
      ...{ withdrawn: ['n-child-1'], corrections: [], unsentIds: ['notice-1', 'notice-2'] },
    });
  });

  it('leaves all the same where the one message tells of a sibling too', () => {
    const unsentIds = ['notice-1'];
    const sibling = found('child-2', { toldWith: 'n-child-1', unsentIds });
    expect(follows(found('child-1', { unsentIds }), sibling)).toMatchObject({
      ...{ withdrawn: ['n-child-1'], corrections: [], unsentIds: [] },
    });
  });

  it('is corrected where it has left, or somebody has read it before', () => {
    expect(follows(found('child-1'))).toMatchObject({ corrections: [correction], unsentIds: [] });
    const read = found('child-1', { unsentIds: ['notice-1'], acknowledged: true });
    expect(follows(read)).toMatchObject({ withdrawn: [], corrections: [correction], unsentIds: [] });
    expect(follows(read)?.answered).toHaveLength(1);
  });

  it('is corrected though its message has not left, where somebody knows of it otherwise; and that does not leave any more', () => {
    const heard = found('child-1', { unsentIds: ['notice-1'], heard: true });
    expect(follows(heard)).toMatchObject({
      withdrawn: ['n-child-1'],
      corrections: [correction],
      unsentIds: ['notice-1'],
    });
  });

  it('is corrected once at each service, and stays what it is where it told of several children', () => {
    const anew = found('child-1', { notificationId: 'n-anew', toldWith: 'n-anew', acknowledged: true });
    const elsewhere = found('child-1', { notificationId: 'n-medway', toldWith: 'n-medway', toAgencyId: 'medway' });
    const both = found('child-1', { notificationId: 'n-both', childIds: ['child-1', 'child-2'] });
    const told = follows(anew, elsewhere, both);
    expect(told?.corrections.map(({ toAgencyId }) => toAgencyId)).toEqual([services, 'medway']);
    expect(told).toMatchObject({ withdrawn: ['n-medway'], answered: ['n-anew'] });
  });
});
