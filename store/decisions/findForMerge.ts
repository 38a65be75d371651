import type { Found } from '../../domain/completion/found.ts';
import type { CaseFact, Fact } from '../../domain/lifecycle/caseFact.ts';
import type { SchoolResult } from '../../domain/lifecycle/facts/children.ts';
import type { JoinedChild } from '../../domain/lifecycle/facts/merge.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import type { Grade } from '../../domain/risk/grade.ts';
import { childFromRow } from '../cases/childFromRow.ts';
import type { ChildModel } from '../generated/models/Child.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';
import type { FollowUp } from './followUps.ts';
import { lockPair } from './lockPair.ts';
import type { OpenCase } from './openCase.ts';
import { samePairs } from '../people/samePeople.ts';

type FoundForMerge = Pick<Found, 'keptCase' | 'mergeUnderWay' | 'openActionsOfJoined'>;

/** What a merge, its undoing and the closing of a case ask about; all of them wait for each other within a pair. */
export async function findForMerge(tx: Tx, { caseId, standing }: OpenCase, { asks }: Proposal): Promise<FoundForMerge> {
  const merge = asks.find((ask) => ask.type === 'merge' || ask.type === 'checkMerge');
  const closing = asks.find((ask) => ask.type === 'checkJoined');
  const nothing = { keptCase: null, mergeUnderWay: false, openActionsOfJoined: [] };
  if (!standing || (!merge && !closing)) return nothing;
  await lockPair(tx, standing.pairId);
  if (!merge) {
    // Whoever merges holds the lock of the pair until it is staged: a case is closed before that, or hears of it first.
    const mergeUnderWay = await isUnderWay(tx, caseId, null);
    return { ...nothing, mergeUnderWay, openActionsOfJoined: await openActionsOf(tx, closing?.caseIds ?? []) };
  }
  const { intoCaseId } = merge;
  return {
    ...nothing,
    keptCase: merge.type === 'merge' ? await keptCase(tx, intoCaseId, standing.pairId) : null,
    mergeUnderWay: await isUnderWay(tx, intoCaseId, caseId),
  };
}

/** Of another pair that is the same two people it counts as one of this pair. */
async function keptCase(tx: Tx, id: string, pairId: string): Promise<Found['keptCase']> {
  const row = await tx.case.findUnique({
    where: { id },
    select: { id: true, areaId: true, pairId: true, stage: true, frozen: true, grade: true },
  });
  if (!row) return null;
  const sameTwo = (await samePairs(tx, pairId)).includes(row.pairId);
  return { ...row, pairId: sameTwo ? pairId : row.pairId, stage: row.stage as Stage, grade: row.grade as Grade | null };
}

/** Whether what a merge of one referral, or of any, sent to a case has not come to an end there; parked counts too. */
async function isUnderWay(tx: Tx, intoCaseId: string, fromCaseId: string | null): Promise<boolean> {
  const waiting = await tx.command.count({
    where: {
      caseId: intoCaseId,
      type: { in: ['joinReferral', 'partReferral'] },
      status: { not: 'resolved' },
      ...(fromCaseId === null ? {} : { payload: { path: ['fromCaseId'], equals: fromCaseId } }),
    },
  });
  return waiting > 0;
}

async function openActionsOf(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return [];
  const rows = await tx.action.findMany({
    where: { caseId: { in: [...caseIds] }, status: 'open' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

type Undone = Fact<'mergeUndone' | 'mergeUndoneUngraded' | 'mergeUndoneUnscreened'>;

/** The other case hears that a referral goes on there, with the children it did not know of, or that it goes its own way again. */
export async function followUpsOfMerge(
  tx: Tx,
  caseId: string,
  facts: readonly CaseFact[],
  idFor: (name: string) => string,
): Promise<readonly FollowUp[]> {
  const followUps: FollowUp[] = [];
  for (const fact of facts) {
    if (fact.type !== 'referralMerged' && !isUndone(fact)) continue;
    const { data, occurred } = fact;
    const to = { about: 'case', matterId: data.intoCaseId, occurred } as const;
    if (fact.type === 'referralMerged') {
      const children = await childrenToJoin(tx, caseId, data.intoCaseId, idFor);
      followUps.push({ ...to, type: 'joinReferral', payload: { fromCaseId: caseId, children } });
    } else followUps.push({ ...to, type: 'partReferral', payload: { fromCaseId: caseId } });
  }
  return followUps;
}

function isUndone(fact: CaseFact): fact is Undone {
  return fact.type.startsWith('mergeUndone');
}

/** Children the other case does not name, by person; of children not born yet, the one in each referral is taken to be the same. */
async function childrenToJoin(
  tx: Tx,
  fromCaseId: string,
  intoCaseId: string,
  idFor: (name: string) => string,
): Promise<JoinedChild[]> {
  const rows = await tx.child.findMany({
    where: { caseId: { in: [fromCaseId, intoCaseId] }, partedAt: null },
    orderBy: { id: 'asc' },
  });
  const owed = await tx.case.findUnique({ where: { id: fromCaseId }, select: { schoolsOwed: true } });
  const known = new Set(rows.filter(({ caseId }) => caseId === intoCaseId).map(({ personId }) => personId));
  return rows
    .filter(({ caseId, personId }) => caseId === fromCaseId && !known.has(personId))
    .map((row) => ({
      ...childFromRow(row),
      childId: idFor(`joined/${row.id}`),
      notificationId: row.notificationId,
      ...schoolOf(row),
      ...(owed?.schoolsOwed.includes(row.id) ? { schoolOwed: true } : {}),
    }));
}

/** What is on record of the school of a child, so that nobody tells it a second time in the other case. */
function schoolOf({
  schoolResult,
  schoolAt,
}: Pick<ChildModel, 'schoolResult' | 'schoolAt'>): Pick<JoinedChild, 'school'> {
  if (schoolResult === null || schoolAt === null) return {};
  return { school: { result: schoolResult as SchoolResult, at: toInstant(schoolAt) } };
}
