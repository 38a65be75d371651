import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import { lockTheTwo, sameTwoElsewhere } from '../cases/sameTwoElsewhere.ts';
import type { Tx } from '../prismaClient.ts';
import type { FollowUp } from './followUps.ts';

/** Of which case and pair it is asked, once its decision is complete. */
export interface CaseAsked {
  readonly caseId: string;
  readonly areaId: string;
  readonly pairId: string;
}

export interface TwoAreas {
  readonly facts: readonly CaseFact[];
  readonly followUps: readonly FollowUp[];
}

const nothing: TwoAreas = { facts: [], followUps: [] };

/**
 * A case comes onto a list, or was heard elsewhere before it was taken over: where another area has the same two people before its meeting, both cases are to know, each
 * once. This one records it in the same decision, the other is sent a command.
 */
export async function noteTwoAreas(tx: Tx, asked: CaseAsked | null, facts: readonly CaseFact[]): Promise<TwoAreas> {
  const began = facts.find(({ type }) => type === 'caseListed' || type === 'heardElsewhere');
  if (!began || !asked) return nothing;
  const { caseId, areaId, pairId } = asked;
  await lockTheTwo(tx, pairId);
  const elsewhere = await sameTwoElsewhere(tx, pairId, areaId);
  if (elsewhere.length === 0) return nothing;
  const noted = await alreadyNoted(tx, caseId);
  const { occurred } = began;
  const news = elsewhere.filter((other) => !noted.has(other.caseId));
  return {
    facts: news.map((other) => ({
      type: 'twoAreasNoted',
      occurred,
      data: { otherCaseId: other.caseId, otherAreaId: other.areaId },
    })),
    followUps: news.map((other) => {
      const payload = { otherCaseId: caseId, otherAreaId: areaId };
      return { about: 'case', matterId: other.caseId, type: 'noteTwoAreas', payload, occurred };
    }),
  };
}

async function alreadyNoted(tx: Tx, caseId: string): Promise<ReadonlySet<string>> {
  const events = await tx.auditEvent.findMany({ where: { caseId, type: 'twoAreasNoted' }, select: { data: true } });
  return new Set(events.map(({ data }) => (data as { readonly otherCaseId: string }).otherCaseId));
}
