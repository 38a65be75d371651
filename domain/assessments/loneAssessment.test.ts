import type { KnownEvent } from '../risk/escalation.ts';
import { describe, expect, it } from 'vitest';
import { countyOf17, happened, monthly } from '../../tests/builders/world.ts';
import { mayAnswerHandover, mayReadWhyNot, maySeeAssessment, maySettleAssessment } from '../access/assessmentAccess.ts';
import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/role.ts';
import { assessmentDutiesOf } from './assessmentDuties.ts';
import { type AssessmentStanding, assessmentStandingAfter } from './assessmentStanding.ts';
import { completeAssessment, referredWhen } from './completeAssessment.ts';
import { type AssessmentCommandPayloads, decideAssessment, foundReferred } from './decideAssessment.ts';

const taken = happened('2026-03-06 22:15');
const payload: AssessmentCommandPayloads['recordAssessment'] = {
  areaId: 'maidstone',
  agencyId: 'police',
  recordedById: 'officer-1',
  pairId: 'pair-1',
  victimId: 'victim-1',
  perpetratorId: 'perpetrator-1',
  tool: 'DASH',
  toolVersion: 'countOnly',
  count: 16,
  policeGrade: null,
  contentId: null,
  history: false,
  handoverId: 'handover-1',
};
/** The Monday after: what was assessed on a Friday night is written down then. */
const recordedAt = happened('2026-03-09 10:00').at;
const service = { agencyId: 'kidas', isToldAlready: false };

function completed(
  more: Partial<typeof payload>,
  referral: { caseId: string; receivedAt: string } | null = null,
  events: readonly KnownEvent[] = [],
) {
  const proposal = decideAssessment(null, { type: 'recordAssessment', payload: { ...payload, ...more } }, taken);
  if (!proposal.ok) throw new Error(proposal.code);
  const found = { policy: monthly, referral, occurred: taken, recordedAt, events, service };
  return completeAssessment(proposal, found);
}

function recorded(more: Partial<typeof payload> = {}): AssessmentStanding {
  const done = completed(more);
  if (!done.ok) throw new Error(done.code);
  return done.facts.reduce<AssessmentStanding | null>(
    (standing, fact) => assessmentStandingAfter(standing, 'a-1', fact),
    null,
  ) as AssessmentStanding;
}

describe('an assessment that stands alone', () => {
  it.each([
    [{ count: 14 }, 'high', 'open'],
    [{ count: 13 }, 'medium', 'handedOver'],
    [{ count: 9 }, 'standard', 'handedOver'],
    [{ count: 9, policeGrade: 'high' as const }, 'high', 'open'],
    [{ count: null, policeGrade: 'medium' as const }, 'medium', 'handedOver'],
    [{ count: 16, history: true }, 'high', 'recorded'],
    [{ count: 9, history: true }, 'standard', 'recorded'],
  ])('%j is graded %s and is %s', (more, grade, status) => {
    expect(recorded(more)).toMatchObject({ grade, status, takenAt: taken.at });
  });

  it('is refused where nothing grades it', () => {
    expect(completed({ count: null })).toMatchObject({ ok: false, code: 'GRADE_MISSING' });
  });

  it('graded high is the duty of the agency that assessed', () => {
    const standing = recorded();
    const { handoverId: _, ...data } = payload;
    const fact = { type: 'assessmentRecorded', occurred: taken, data: { ...data, grade: 'high' } } as const;
    expect(assessmentDutiesOf(fact, standing)).toMatchObject([
      { do: 'start', kind: 'highNotReferred', owner: { agencyId: 'police', ownerId: null } },
    ]);
    expect(assessmentDutiesOf(fact, recorded({ count: 3 }))).toEqual([]);
    expect(assessmentDutiesOf(fact, recorded({ history: true }))).toEqual([]);
  });

  it('owes nothing where the two were referred already, and says so', () => {
    const referral = { caseId: 'case-1', receivedAt: '2026-03-09T10:00:00.000Z' };
    const done = completed({}, referral);
    expect(done.ok && done.facts.map(({ type }) => type)).toEqual(['assessmentRecorded', 'assessmentReferred']);
    expect(done.ok && done.facts[1]?.occurred.at).toBe(referral.receivedAt);
    // A referral earlier on the same day counts from the assessment on.
    expect(referredWhen({ caseId: 'case-1', receivedAt: '2026-03-06T09:00:00.000Z' }, taken)).toEqual(taken);
  });

  it('is not referred only by a named decision, and settled once', () => {
    const open = recorded();
    const decided = decideAssessment(open, { type: 'decideNotReferred', payload: { reasonId: 'r', byId: 'x' } }, taken);
    const [fact] = decided.ok ? decided.facts : [];
    const settled = fact && assessmentStandingAfter(open, 'a-1', fact);
    expect(settled).toMatchObject({ status: 'notReferred', settledById: 'x', reasonId: 'r' });
    const again = (standing: AssessmentStanding) =>
      decideAssessment(standing, { type: 'decideNotReferred', payload: { reasonId: 'r', byId: 'x' } }, taken);
    expect(settled && again(settled)).toMatchObject({ ok: false, code: 'NO_REFERRAL_OWED' });
    expect(again(recorded({ count: 3 }))).toMatchObject({ ok: false, code: 'NO_REFERRAL_OWED' });
    const referred = foundReferred('case-1', taken).facts[0];
    const moved = referred && assessmentStandingAfter(open, 'a-1', referred);
    expect(moved).toMatchObject({ status: 'referred', caseId: 'case-1' });
    expect(moved && assessmentDutiesOf(referred, moved)).toMatchObject([
      { do: 'end', kinds: ['highNotReferred'], as: 'done' },
      { do: 'end', kinds: ['acknowledgement', 'refusedHandover'], as: 'cancelled' },
    ]);
  });

  it('below high is the same duty where it is the last of several events, and says on which days', () => {
    const before = ['2025-09-06', '2026-01-31'].map((on) => ({ by: 'report', on }) as const);
    const done = completed({ count: 3 }, null, before);
    const fact = done.ok ? done.facts[0] : undefined;
    expect(fact?.data).toMatchObject({ grade: 'standard', escalation: ['2025-09-06', '2026-01-31', '2026-03-06'] });
    const standing = fact && assessmentStandingAfter(null, 'a-1', fact);
    expect(standing).toMatchObject({ status: 'open', escalationDays: ['2025-09-06', '2026-01-31', '2026-03-06'] });
    expect(fact && standing && assessmentDutiesOf(fact, standing)).toMatchObject([{ kind: 'highNotReferred' }]);
    const tooFew = completed({ count: 3 }, null, before.slice(1));
    expect(tooFew.ok && tooFew.facts[0]?.data).not.toHaveProperty('escalation');
    const old = completed({ count: 3, history: true }, null, before);
    expect(old.ok && old.facts[0] && assessmentStandingAfter(null, 'a', old.facts[0]).status).toBe('recorded');
    const referral = { caseId: 'case-1', receivedAt: '2026-03-09T10:00:00.000Z' };
    const referred = completed({ count: 3 }, referral, before);
    expect(referred.ok && referred.facts.map(({ type }) => type)).toEqual(['assessmentRecorded', 'assessmentReferred']);
  });

  it('is recorded once', () => {
    const twice = decideAssessment(recorded(), { type: 'recordAssessment', payload }, taken);
    expect(twice).toMatchObject({ ok: false, code: 'ASSESSMENT_EXISTS' });
  });

  it('is graded by the bands and not by the county’s threshold for MARAC', () => {
    const proposal = decideAssessment(null, { type: 'recordAssessment', payload: { ...payload, count: 15 } }, taken);
    const done =
      proposal.ok &&
      completeAssessment(proposal, {
        ...{ policy: countyOf17, referral: null, occurred: taken, recordedAt, events: [], service },
      });
    expect(done && done.ok && done.facts[0]).toMatchObject({ data: { grade: 'high' } });
  });
});

describe('who sees an assessment that stands alone', () => {
  const facts = {
    areaId: 'maidstone',
    agencyId: 'police',
    recordedById: 'officer-1',
    serviceId: 'kidas',
    deniedPractitionerIds: ['denied'],
  };
  const who = (practitionerId: string, role: Role, held: { areaId?: string; agencyId?: string } = {}): Actor => ({
    practitionerId,
    name: 'Someone',
    appointments: [{ role, areaId: held.areaId ?? null, agencyId: held.agencyId ?? null }],
  });

  it.each([
    ['its area’s coordinator', who('a', 'coordinator', { areaId: 'maidstone' }), true, true],
    ['its area’s chair', who('a', 'chair', { areaId: 'maidstone' }), true, true],
    ['a supervisor of every area', who('a', 'supervisor'), true, true],
    ['another area’s coordinator', who('a', 'coordinator', { areaId: 'swale' }), false, false],
    ['the agency’s lead', who('a', 'agencyLead', { agencyId: 'police' }), true, true],
    ['the agency’s representative', who('a', 'agencyRepresentative', { agencyId: 'police' }), true, false],
    ['another agency’s lead', who('a', 'agencyLead', { agencyId: 'housing' }), false, false],
    ['whoever recorded it', who('officer-1', 'referrer', { agencyId: 'police' }), true, false],
    ['another referrer of the agency', who('officer-2', 'referrer', { agencyId: 'police' }), false, false],
    ['an adviser', who('a', 'idva', { agencyId: 'kent-idva-service' }), false, false],
    ['governance', who('a', 'governance'), false, false],
    ['a coordinator on the deny list', who('denied', 'coordinator', { areaId: 'maidstone' }), false, false],
    ['the service’s representative', who('a', 'agencyRepresentative', { agencyId: 'kidas' }), true, false],
    ['the service’s lead', who('a', 'agencyLead', { agencyId: 'kidas' }), true, false],
  ])('%s', (_who, actor, sees, settles) => {
    expect(maySeeAssessment(actor, facts)).toBe(sees);
    expect(maySettleAssessment(actor, facts)).toBe(settles);
  });

  it('the service it is handed over to answers for itself, and sees nothing where it is with another', () => {
    const yusuf = who('yusuf', 'agencyLead', { agencyId: 'kidas' });
    const amy = who('amy', 'coordinator', { areaId: 'maidstone' });
    const police = who('officer-9', 'agencyLead', { agencyId: 'police' });
    expect([yusuf, amy, police].map((actor) => mayAnswerHandover(actor, facts))).toEqual([true, true, false]);
    // What the police and the area said of the two before they asked it is not for it.
    expect([yusuf, amy, police].map((actor) => mayReadWhyNot(actor, facts))).toEqual([false, true, true]);
    const elsewhere = { ...facts, serviceId: 'mdas' };
    expect([maySeeAssessment(yusuf, elsewhere), mayAnswerHandover(yusuf, elsewhere)]).toEqual([false, false]);
    const denied = { ...facts, deniedPractitionerIds: ['yusuf'] };
    expect([maySeeAssessment(yusuf, denied), mayAnswerHandover(yusuf, denied)]).toEqual([false, false]);
  });
});
