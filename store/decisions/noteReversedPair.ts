import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import { lockTheTwo } from '../cases/sameTwoElsewhere.ts';
import { reversedCases } from '../cases/reversedCases.ts';
import type { Tx } from '../prismaClient.ts';
import { type AboutTheSamePeople, nothingAboutThem } from './aboutTheSamePeople.ts';

/** A referral comes of which he is the victim in another case and she the perpetrator: both cases are to know. */
export async function noteReversedPair(
  tx: Tx,
  caseId: string,
  facts: readonly CaseFact[],
): Promise<AboutTheSamePeople> {
  const received = facts.find((fact) => fact.type === 'referralReceived');
  if (received?.type !== 'referralReceived') return nothingAboutThem;
  const { data, occurred } = received;
  // Of two referrals that come in one moment one sees the other.
  await lockTheTwo(tx, data.pairId);
  const others = await reversedCases(tx, data);
  return {
    facts: others.map(({ id: otherCaseId, areaId: otherAreaId }) => {
      return { type: 'reversedPairNoted', occurred, data: { otherCaseId, otherAreaId } };
    }),
    followUps: others.map(({ id: matterId }) => {
      const payload = { otherCaseId: caseId, otherAreaId: data.areaId };
      return { about: 'case', matterId, type: 'noteReversedPair', payload, occurred };
    }),
  };
}
