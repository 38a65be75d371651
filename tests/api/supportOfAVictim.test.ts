import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { weekdays } from '../../domain/idva/safeTimes.ts';
import { newId } from '../../platform/ids.ts';
import { sendAgain } from '../environment/sendAgain.ts';
import { always, contact, kentService, tasksOf } from './kentService.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody, dash } from './officeForTest.ts';

const office = officeForFile();
const kent = kentService(office);

describe('the support of a victim', () => {
  it('goes from contact at safe times over plans and reviews to the exit form, each version kept', async () => {
    const { id, caller } = await kent.anAdviser();
    const reference = await kent.allocated(id, { ...contact(always), children: [{ unborn: true }] });
    const path = `/cases/${reference}`;
    const attempt = { result: 'spoke', medium: 'phone' };
    const changed = { numbers: [], media: ['phone'], mayLeaveMessage: false, safeWindows: safeOnlyOn(-2) };
    expect((await caller.post(`${path}/safe-contact`, changed)).body).toMatchObject({ status: 'recorded' });
    const outside = await caller.post(`${path}/contact-attempts`, attempt);
    expect([outside.status, outside.body.code]).toEqual([409, 'OUTSIDE_SAFE_TIMES']);
    const message = await caller.post(`${path}/contact-attempts`, { ...attempt, result: 'messageLeft' });
    expect([message.status, message.body.code]).toEqual([409, 'MESSAGE_NOT_SAFE']);
    const text = await caller.post(`${path}/contact-attempts`, { ...attempt, medium: 'textMessage' });
    expect([text.status, text.body.code]).toEqual([409, 'MEDIUM_NOT_SAFE']);
    const because = { ...attempt, outsideSafeContactBecause: 'She rang herself.' };
    expect((await caller.post(`${path}/contact-attempts`, because)).body).toMatchObject({ status: 'recorded' });
    const { data } = await office.product.store.prisma.auditEvent.findFirstOrThrow({
      where: { type: 'contactAttempted', actorId: id },
    });
    expect(data).toMatchObject({ outside: ['time'] });
    const childId = (await caller.get<CaseView>(path)).body.children[0]?.childId;
    const steps: [string, object][] = [
      ['/engagement', { status: 'engaged' }],
      ['/safety-plans', { plan: 'A code word.', covers: { victim: true, children: [] } }],
      ['/safety-plans', { plan: 'A room at her sister’s.', covers: { victim: false, children: [childId] } }],
      ['/risk-reviews', { assessment: { tool: 'DASH', version: 'marac-1', answers: dash(9) } }],
      ['/victim-views', { view: 'She wants him kept from the school.' }],
      ['/support-end', { status: 'planned', exit: { feltSafer: 'yes', abuseStopped: 'no' } }],
    ];
    const made: string[] = [];
    for (const [where, body] of steps) {
      const answer = await caller.post<{ created: { planId?: string } }>(`${path}${where}`, body);
      expect(answer.body, `${where} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 'recorded' });
      if (answer.body.created.planId) made.push(answer.body.created.planId);
      if (made.length === 1 && where === '/safety-plans') {
        const stillOwed = (await caller.get<CaseView>(path)).body;
        expect(stillOwed.clocks.find(({ kind }) => kind === 'safetyPlan')?.status).toBe('running');
        expect(stillOwed.support?.withoutPlan).toEqual([childId]);
        const review = await caller.post(`${path}/safety-plans/${made[0]}/reviews`, { outcome: 'stands' });
        expect(review.body).toMatchObject({ status: 'recorded' });
      }
    }
    const view = (await kent.manager.get<CaseView>(path)).body;
    expect(view.support).toMatchObject({ status: 'closedPlanned', feltSafer: 'yes', abuseStopped: 'no' });
    expect(view.safetyPlans.map(({ planId, version }) => [planId, version])).toEqual(
      made.map((each, n) => [each, n + 1]),
    );
    expect(view.safetyPlans[0]?.reviews).toMatchObject([{ outcome: 'stands', byId: id }]);
    expect(view.riskReviews).toMatchObject([{ change: 'lower', countBefore: 16, countNow: 9 }]);
    expect(view.victimViews[0]?.view?.text).toBe('She wants him kept from the school.');
    expect(view.contactAttempts[0]?.outsideSafeTimesBecause?.text).toBe('She rang herself.');
    expect(view.grade ?? 'high').toBe('high');
    const unknown = { plan: 'For whom?', covers: { victim: false, children: [newId()] } };
    expect((await caller.post(`${path}/safety-plans`, unknown)).body.code).toBe('UNKNOWN_CHILD');
  });

  it('is suspended in every case of a victim at once, and lifted for all of them by one decision', async () => {
    const { id, caller } = await kent.anAdviser();
    const first = aReferralBody();
    const one = await kent.allocated(id, first);
    const other = { ...first.perpetrator, givenNames: 'Bertram', dateOfBirth: '1980-01-01' };
    const two = await kent.allocated(id, { ...first, perpetrator: other });
    await caller.post(`/cases/${one}/contact-attempts`, { result: 'unsafe', medium: 'phone' });
    const stopped = await caller.post(`/cases/${two}/contact-attempts`, { result: 'spoke', medium: 'phone' });
    expect(stopped.body.code).toBe('CONTACT_SUSPENDED');
    expect(await tasksOf(caller)).toEqual([]);
    const lifted = { decision: 'resumed', reason: 'A new number that only she has.' };
    expect((await caller.post(`/cases/${two}/contact-decision`, lifted)).status).toBe(403);
    expect((await kent.manager.post(`/cases/${two}/contact-decision`, lifted)).body).toMatchObject({
      status: 'recorded',
    });
    expect(new Set((await tasksOf(caller)).map((task) => task.reference))).toEqual(new Set([one, two]));
    // The decision owed in the case that suspended contact is made by it too.
    await sendAgain(office.product);
    const owed = (await tasksOf(kent.manager)).filter(({ kind }) => kind === 'contactDecision');
    expect(owed.filter(({ reference }) => reference === one || reference === two)).toEqual([]);
    const history = await office.product.store.prisma.auditEvent.count({
      where: { type: 'contactDecided', data: { path: ['decision'], equals: 'resumed' } },
    });
    expect(history).toBe(2);
    const spoke = await caller.post(`/cases/${one}/contact-attempts`, { result: 'spoke', medium: 'phone' });
    expect(spoke.body).toMatchObject({ status: 'recorded' });
  });
});

/** Safe all day long, but only on the weekday so many days from today. */
function safeOnlyOn(days: number): object[] {
  const at = new Date(Date.parse(office.product.clock.now()) + days * 86_400_000);
  return [{ days: [weekdays[(at.getUTCDay() + 6) % 7]], from: '00:00', until: '23:59' }];
}
