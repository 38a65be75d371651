import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { moment } from '../../tests/builders/world.ts';
import type { EngagementStatus } from '../lifecycle/facts/support.ts';
import { needsContact } from '../notices/contactDuties.ts';
import { contactDuties } from './contactDuties.ts';
import { dutiesOf } from './dutiesOf.ts';

const high = { count: 16, policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
const service = { agencyId: 'kent-idva-service', ownerId: null };
const accept = { outcome: 'accept', noteId: null } as const;

/** Somebody spoke to the victim on Wednesday 4 March 2026. */
const spoken = (about = aCase().received()) => about.at('2026-03-04 16:00').attempted('spoke');
const isOwed = (about: CaseBuilder) => about.runningKinds.includes('engagement');
const record = (about: CaseBuilder, status: EngagementStatus) =>
  about.must('recordEngagement', { status, noteId: null });
const decideContact = (about: CaseBuilder, decision: 'resumed' | 'ended') =>
  about.must('decideContact', { victimId: 'victim-1', decision, reasonId: 'r' });
const ownerOf = (about: CaseBuilder) =>
  [...about.running.values()].find(({ clock }) => clock.kind === 'engagement')?.owner;
const endOf = (about: CaseBuilder) => {
  const ended = about.facts.filter((fact) => fact.type === 'clockEnded');
  return ended.findLast(({ data }) => data.clock.kind === 'engagement')?.data.clock.end;
};

describe('whether a victim engages with support', () => {
  it('is to be recorded five working days after somebody first spoke to them', () => {
    const about = spoken();
    // 5, 6, 9, 10 and 11 March.
    expect(about.clock('engagement')?.due).toEqual({ type: 'day', date: '2026-03-11' });
    about.at('2026-03-10 10:00').attempted('spoke').attempted('noAnswer');
    expect(about.clock('engagement')?.due).toEqual({ type: 'day', date: '2026-03-11' });
    expect(about.runningKinds.filter((kind) => kind === 'engagement')).toHaveLength(1);
  });

  it('counts from the day on which they were spoken to, and not from when that was written down', () => {
    const about = aCase().received().at('2026-03-09 10:00');
    const attempt = { attemptId: 'a-1', victimId: 'victim-1', result: 'spoke', medium: 'phone', byId: 'b' } as const;
    about.must(
      'recordContactAttempt',
      { ...attempt, noteId: null },
      { at: moment('2026-03-03 11:00'), precision: 'minute' },
    );
    expect(about.clock('engagement')?.due).toEqual({ type: 'day', date: '2026-03-10' });
  });

  it('is nothing to record while nobody has reached them', () => {
    for (const result of ['noAnswer', 'messageLeft', 'someoneElseAnswered', 'unsafe'] as const)
      expect(isOwed(aCase().received().attempted(result)), result).toBe(false);
  });

  it('is done with what is recorded, late or in time', () => {
    expect(endOf(record(spoken(), 'declined'))).toMatchObject({ outcome: 'met' });
    const late = record(spoken().at('2026-03-12 09:00'), 'engaged');
    expect(endOf(late)).toMatchObject({ outcome: 'metLate' });
    expect(late.clock('safetyPlan')).toBeDefined();
    for (const status of ['dormant', 'disengaged'] as const) {
      const adopted = record(spoken(aCase(aReferral().adopted()).received()), status);
      expect(endOf(adopted), status).toMatchObject({ outcome: 'met' });
    }
  });

  it('never begins where it was on record before', () => {
    for (const status of ['engaged', 'declined'] as const) {
      const about = record(aCase().received(), status).attempted('spoke').attempted('noAnswer');
      expect(about.facts.some((fact) => fact.type === 'clockStarted' && fact.data.clock.kind === 'engagement')).toBe(
        false,
      );
    }
  });

  it('falls away where nobody could contact them, and is asked again once somebody has spoken to them again', () => {
    const about = record(spoken(), 'unableToContact');
    expect(endOf(about)).toMatchObject({ outcome: 'cancelled', reason: 'unableToContact' });
    about.at('2026-03-18 10:00').attempted('noAnswer');
    expect(isOwed(about)).toBe(false);
    about.attempted('spoke');
    // 19, 20, 23, 24 and 25 March.
    expect(about.clock('engagement')?.due).toEqual({ type: 'day', date: '2026-03-25' });
  });

  it('is the adviser’s, and goes to whoever comes after them', () => {
    const about = aCase().received();
    about.must('allocateAdviser', { adviserId: 'adviser-1', kind: 'community', allocationId: 'place-1' });
    expect(ownerOf(spoken(about))).toEqual({ ...service, ownerId: 'adviser-1' });
    about.must('endAllocation', { allocationId: 'place-1' });
    expect(ownerOf(about)).toEqual(service);
    about.must('allocateAdviser', { adviserId: 'adviser-2', kind: 'community', allocationId: 'place-2' });
    expect(ownerOf(about)).toEqual({ ...service, ownerId: 'adviser-2' });
  });

  it('may wait at the victim’s own pace', () => {
    const about = spoken();
    const clockId = about.clock('engagement')?.id ?? '';
    about.must('pauseClock', { clockId, reason: 'victimAskedToWait', reasonId: null });
    expect(about.clock('engagement')?.next).toBeNull();
  });

  it('stands in the way of closing: without it nobody would have asked for a safety plan', () => {
    const about = spoken(aCase().graded());
    const close = { reasonId: null, disposals: [] };
    expect(about.send('closeCase', close)).toMatchObject({
      code: 'DISPOSITIONS_MISSING',
      blocking: [{ code: 'engagement' }],
    });
    expect(record(about, 'declined').send('closeCase', close).ok).toBe(true);
  });
});

describe('a victim who was spoken to', () => {
  it('and has died, or whose support has ended, is asked nothing more', () => {
    expect(isOwed(spoken().must('recordDeath', { contentId: null }))).toBe(false);
    expect(isOwed(spoken().must('endSupport', { status: 'moved', contentId: null }))).toBe(false);
  });

  it('and with whom contact was ended is asked nothing more, until it is resumed', () => {
    const about = spoken().attempted('unsafe');
    expect(isOwed(about)).toBe(true);
    expect(isOwed(decideContact(about, 'ended'))).toBe(false);
    expect(isOwed(decideContact(about.at('2026-03-20 10:00'), 'resumed'))).toBe(true);
    expect(about.clock('engagement')?.due).toEqual({ type: 'day', date: '2026-03-27' });
  });

  it('after nobody could contact them is asked again too, once contact is resumed', () => {
    const about = record(spoken(), 'unableToContact').attempted('spoke').attempted('unsafe');
    expect(isOwed(decideContact(about, 'ended'))).toBe(false);
    expect(isOwed(decideContact(about, 'resumed'))).toBe(true);
  });

  it('is reminded of by nobody while contact is suspended, as of nothing else that needs them', () => {
    const needless = contactDuties.filter((kind) => !needsContact(kind));
    expect(needless).toEqual(['contactDecision']);
  });

  it('is another service’s to ask once that has acknowledged the case, and the IDVA service’s again where it comes back', () => {
    const taken = () =>
      spoken(aCase(aReferral().mediumRisk()).handedOver()).must('recordAcknowledgement', { handoverId: 'handover-1' });
    expect(isOwed(taken())).toBe(false);
    expect(isOwed(taken().attempted('spoke')), 'whoever speaks to them').toBe(false);
    expect(isOwed(taken().must('gradeRisk', { ...high, handoverId: 'handover-2' }))).toBe(true);
    expect(isOwed(taken().must('refuseHandover', { handoverId: 'handover-1', reasonId: 'full' }))).toBe(true);
  });

  it('is asked where the case comes back and they were spoken to meanwhile, though nobody could contact them before', () => {
    const reachedMeanwhile = record(aCase(aReferral().mediumRisk()).handedOver(), 'unableToContact')
      .must('recordAcknowledgement', { handoverId: 'handover-1' })
      .attempted('spoke');
    expect(isOwed(reachedMeanwhile)).toBe(false);
    reachedMeanwhile.must('refuseHandover', { handoverId: 'handover-1', reasonId: 'full' });
    expect(isOwed(reachedMeanwhile)).toBe(true);
  });

  it('goes along to another area: whoever serves it has the duty', () => {
    const moved = spoken().asked().at('2026-03-06 10:00').must('answerTransfer', accept);
    expect(ownerOf(moved)).toEqual({ agencyId: 'idva-service-of-swale', ownerId: null });
    expect(moved.clock('engagement')?.due).toEqual({ type: 'day', date: '2026-03-11' });
  });

  it('in a case that is taken over is asked for as in any other', () => {
    const adopted = spoken(aCase(aReferral().adopted()).received());
    expect(adopted.clock('engagement')?.due).toEqual({ type: 'day', date: '2026-03-11' });
  });
});

/** Of an earlier release: she was spoken to, and no clock was begun for what came of it. */
describe('a case in which somebody spoke to the victim before anybody was asked for this', () => {
  const earlier = (about = spoken()) => {
    const forgotten = [...about.running].filter(([, { clock }]) => clock.kind !== 'engagement');
    about.running = new Map(forgotten);
    return about;
  };

  it('owes it from the next attempt, allocation or hearing on', () => {
    expect(isOwed(earlier())).toBe(false);
    const tried = earlier().at('2026-03-12 10:00').attempted('noAnswer');
    expect(tried.clock('engagement')?.due).toEqual({ type: 'day', date: '2026-03-19' });
    expect(isOwed(earlier().must('allocateAdviser', { adviserId: 'adviser-1' }))).toBe(true);
    expect(isOwed(earlier().graded())).toBe(true);
    expect(isOwed(earlier(spoken(aCase().listed())).heard())).toBe(true);
    expect(isOwed(earlier().must('decideAttempts', { decision: 'continue', reasonId: 'r' }))).toBe(true);
  });

  it('owes it when it is opened again', () => {
    const closed = aCase().closed().must('reopenCase', { reasonId: 'r' });
    const [reopened, { standing }] = [closed.last('caseReopened'), spoken()];
    if (!standing || !reopened) throw new Error('One was reopened, and in the other somebody spoke to the victim.');
    expect(dutiesOf(reopened, standing, closed.around.policy)).toMatchObject([{ do: 'start', kind: 'engagement' }]);
  });

  it('owes nothing while contact is suspended or where it was recorded', () => {
    const suspended = earlier().attempted('unsafe');
    expect(isOwed(suspended.must('allocateAdviser', { adviserId: 'adviser-1' }))).toBe(false);
    const unable = record(earlier(), 'unableToContact');
    expect(isOwed(unable.must('allocateAdviser', { adviserId: 'adviser-1' }))).toBe(false);
  });
});
