import { describe, expect, it } from 'vitest';
import { happened, monthly } from '../../tests/builders/world.ts';
import { assessmentDutiesOf } from './assessmentDuties.ts';
import type { AssessmentFact } from './assessmentFact.ts';
import { assessmentNewsOf } from './assessmentNews.ts';
import { type AssessmentStanding, assessmentStandingAfter, serviceOfAssessment } from './assessmentStanding.ts';
import { type AssessmentFound, completeAssessment } from './completeAssessment.ts';
import { type AssessmentCommandPayloads, decideAssessment, foundReferred } from './decideAssessment.ts';

const taken = happened('2026-03-06 22:15');
const written = happened('2026-03-09 10:00');
const later = happened('2026-03-10 11:00');
const byId = 'amy';
const reasonId = 'reason-1';
const payload: AssessmentCommandPayloads['recordAssessment'] = {
  ...{ areaId: 'maidstone', agencyId: 'police', recordedById: 'officer-1' },
  ...{ pairId: 'pair-1', victimId: 'victim-1', perpetratorId: 'perpetrator-1', tool: 'DASH', toolVersion: 'countOnly' },
  ...{ count: 9, policeGrade: null, contentId: null, history: false, handoverId: 'handover-1' },
};
const found: AssessmentFound = {
  ...{ policy: monthly, referral: null, occurred: taken, recordedAt: written.at, events: [] },
  service: { agencyId: 'kidas', isToldAlready: false },
};

/** An assessment and what was said of it: each command is decided on what stood before it. */
class Life {
  standing: AssessmentStanding | null = null;
  facts: readonly AssessmentFact[] = [];

  constructor(more: Partial<typeof payload> = {}, known: Partial<AssessmentFound> = {}) {
    const proposal = decideAssessment(null, { type: 'recordAssessment', payload: { ...payload, ...more } }, taken);
    const done = proposal.ok ? completeAssessment(proposal, { ...found, ...known }) : proposal;
    if (!done.ok) throw new Error(done.code);
    this.takes(done.facts);
  }

  /** What a command comes to: the code of its refusal, or null where it was recorded. */
  send(command: Parameters<typeof decideAssessment>[1], occurred = later): string | null {
    const decided = decideAssessment(this.standing, command, occurred);
    if (!decided.ok) return decided.code;
    this.takes(decided.facts);
    return null;
  }

  takes(facts: readonly AssessmentFact[]): void {
    this.facts = facts;
    for (const fact of facts) this.standing = assessmentStandingAfter(this.standing, 'a-1', fact);
  }

  get status() {
    return this.standing?.status;
  }

  /** What the last facts begin and end, as `+ kind of agency` and `- kind how`. */
  get duties(): readonly string[] {
    const { standing } = this;
    if (!standing) return [];
    return this.facts
      .flatMap((fact) => assessmentDutiesOf(fact, standing))
      .flatMap((change) => {
        if (change.do === 'start') return [`+ ${change.kind} of ${change.owner.agencyId ?? 'the area'}`];
        return change.do === 'end' ? change.kinds.map((kind) => `- ${kind} ${change.as}`) : [];
      });
  }

  get news(): readonly string[] {
    return this.facts.flatMap(assessmentNewsOf).map(({ code, agencyId }) => `${code} to ${agencyId ?? 'the area'}`);
  }
}

const handOver = {
  type: 'handOverAssessment',
  payload: { handoverId: 'handover-2', toAgencyId: 'mdas', byId },
} as const;
const takeOn = { type: 'takeOnAssessment', payload: { byId } } as const;
const refusal = { type: 'refuseAssessment', payload: { reasonId, byId } } as const;
const decide = { type: 'decideNotHandedOver', payload: { reasonId, byId } } as const;
const notReferred = { type: 'decideNotReferred', payload: { reasonId, byId } } as const;

describe('an assessment that does not lead to MARAC', () => {
  it('is handed to the service of its area, which is told and has to answer from when it was written down', () => {
    const life = new Life();
    expect(life.status).toBe('handedOver');
    expect(life.facts.at(-1)).toMatchObject({
      occurred: { at: written.at },
      data: { toAgencyId: 'kidas', byId: null },
    });
    expect(life.duties).toEqual([
      '- refusedHandover done',
      '- acknowledgement cancelled',
      '+ acknowledgement of kidas',
    ]);
    expect(life.news).toEqual(['handedOver to kidas']);
    expect(life.standing && serviceOfAssessment(life.standing)).toBe('kidas');
  });

  it('of a table is asked like any other, and told of with the first', () => {
    const life = new Life({}, { service: { agencyId: 'kidas', isToldAlready: true } });
    expect(life.duties).toContain('+ acknowledgement of kidas');
    expect(life.news).toEqual([]);
  });

  it.each([
    ['is history', { history: true }, 'recorded'],
    ['is high', { count: 14 }, 'open'],
  ])('goes to no service where it %s', (_why, more, status) => {
    const life = new Life(more);
    expect(life.status).toBe(status);
    expect(life.facts.map(({ type }) => type)).toEqual(['assessmentRecorded']);
    expect(life.send(handOver)).toBe('NOT_TO_HAND_OVER');
  });

  it('goes to no service where the two were referred that day or since, and is taken back where they are later', () => {
    const referral = { caseId: 'case-1', receivedAt: written.at };
    expect(new Life({}, { referral }).status).toBe('referred');
    const life = new Life();
    const moved = foundReferred('case-1', later);
    if (moved.ok) life.takes(moved.facts);
    expect(life.status).toBe('referred');
    expect(life.duties).toContain('- acknowledgement cancelled');
    expect(life.standing && serviceOfAssessment(life.standing)).toBeNull();
  });

  it('is nobody else’s once the service takes it on, and the area’s again where it refuses or gives it back', () => {
    const life = new Life();
    expect(life.send(takeOn)).toBeNull();
    expect([life.status, life.duties]).toEqual(['takenOn', ['- acknowledgement done']]);
    expect(life.send(takeOn)).toBe('NOT_HANDED_OVER');
    expect(life.send(handOver)).toBe('NOT_TO_HAND_OVER');
    expect(life.send(refusal)).toBeNull();
    expect([life.status, life.standing?.refusalReasonId]).toEqual(['handoverRefused', reasonId]);
    expect(life.duties).toEqual(['- acknowledgement done', '+ refusedHandover of the area']);
    expect(life.news).toEqual(['handoverRefused to the area']);
    expect(life.standing && serviceOfAssessment(life.standing)).toBeNull();
    expect(life.send(refusal)).toBe('NOT_HANDED_OVER');
    expect(life.send(takeOn)).toBe('NOT_HANDED_OVER');
  });

  it.each([
    ['refused', true],
    ['is silent', false],
  ])('is another service’s to answer where the first one %s', (_what, refuses) => {
    const life = new Life();
    if (refuses) life.send(refusal);
    expect(life.send(handOver)).toBeNull();
    expect(life.standing).toMatchObject({
      status: 'handedOver',
      toAgencyId: 'mdas',
      answeredAt: null,
      refusalReasonId: null,
    });
    expect(life.duties).toEqual(['- refusedHandover done', '- acknowledgement cancelled', '+ acknowledgement of mdas']);
  });

  it('goes to no service by a named decision alone, which can be taken back by asking one', () => {
    for (const before of [[], [refusal]]) {
      const life = new Life();
      for (const command of before) life.send(command);
      expect(life.send(decide)).toBeNull();
      expect(life.standing).toMatchObject({ status: 'notHandedOver', settledById: byId, reasonId });
      expect(life.duties).toEqual(['- refusedHandover done', '- acknowledgement cancelled']);
      expect(life.send(decide)).toBe('NOT_HANDED_OVER');
      expect(life.send(takeOn)).toBe('NOT_HANDED_OVER');
      expect(life.send(handOver)).toBeNull();
    }
  });

  it('that was high may go to a service once somebody has decided that it leads to no referral', () => {
    const life = new Life({ count: 14 });
    life.send(notReferred);
    expect(life.send(handOver)).toBeNull();
    expect(life.standing).toMatchObject({ status: 'handedOver', settledById: byId });
    expect(life.send(notReferred)).toBe('NO_REFERRAL_OWED');
  });

  it('is answered by nobody before they were asked', () => {
    const life = new Life();
    for (const command of [takeOn, refusal, handOver, decide])
      expect(life.send(command, happened('2026-03-08 12:00'))).toBe('HAPPENED_BEFORE');
    // On the same day it is a matter of how exactly somebody wrote down when.
    expect(life.send(takeOn, happened('2026-03-09 00:00'))).toBeNull();
  });
});
