import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import { type CaseStanding, standingAfter } from '../../domain/lifecycle/caseStanding.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import { isBeforeAMeeting } from '../../domain/lifecycle/isBeforeAMeeting.ts';
import { refuse, type Refusal } from '../../domain/lifecycle/refusal.ts';
import { lockTheTwo, sameTwoElsewhere } from '../cases/sameTwoElsewhere.ts';
import type { Tx } from '../prismaClient.ts';
import { type AboutTheSamePeople, nothingAboutThem } from './aboutTheSamePeople.ts';
import type { OpenCase } from './openCase.ts';

/**
 * A case comes before a meeting, in this area or anew, or one of its two people turns out to be on record elsewhere too: where
 * another area has the same two people before its meeting, both cases are to know, each once. This one records it in the same
 * decision, the other is sent a command.
 */
export async function noteTwoAreas(
  tx: Tx,
  { caseId, standing }: Pick<OpenCase, 'caseId' | 'standing'>,
  facts: readonly CaseFact[],
): Promise<AboutTheSamePeople> {
  const after = facts.reduce((before, fact) => standingAfter(before, caseId, fact), standing);
  const occurred = facts.at(-1)?.occurred;
  if (!after || !occurred || !isBeforeAMeeting(after) || !mayBeNews(standing, after, facts)) return nothingAboutThem;
  const { areaId, pairId } = after;
  await lockTheTwo(tx, pairId);
  const elsewhere = await sameTwoElsewhere(tx, pairId, areaId);
  if (elsewhere.length === 0) return nothingAboutThem;
  const noted = await alreadyNoted(tx, caseId);
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

function mayBeNews(before: CaseStanding | null, after: CaseStanding, facts: readonly CaseFact[]): boolean {
  if (!before || !isBeforeAMeeting(before) || before.areaId !== after.areaId) return true;
  return facts.some((fact) => fact.type === 'likelyMatchDecided' && fact.data.answer === 'same');
}

/** Where both cases notice it in one moment, each tells the other: what a case has noted itself is not noted again. */
export async function refuseKnownTwoAreas(tx: Tx, caseId: string, { facts }: Proposal): Promise<Refusal | null> {
  const [told] = facts;
  if (told?.type !== 'twoAreasNoted') return null;
  const noted = await alreadyNoted(tx, caseId);
  return noted.has(told.data.otherCaseId) ? refuse('ALREADY_TOLD') : null;
}

async function alreadyNoted(tx: Tx, caseId: string): Promise<ReadonlySet<string>> {
  const events = await tx.auditEvent.findMany({ where: { caseId, type: 'twoAreasNoted' }, select: { data: true } });
  return new Set(events.map(({ data }) => (data as { readonly otherCaseId: string }).otherCaseId));
}
