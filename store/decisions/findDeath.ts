import type { Clock } from '../../domain/clocks/clock.ts';
import type { DeathFound } from '../../domain/completion/takeBackDeath.ts';
import { becauseOfDeath } from '../../domain/duties/deathDuties.ts';
import type { CaseFact, CaseFactType, Fact } from '../../domain/lifecycle/caseFact.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import { endedAs } from '../../domain/lifecycle/transitions.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';
import { factOf } from './factsSince.ts';

/** The last death on record in a case, where it is to be taken back: the duties that ended with it, and every fact since; of a case that has ended how it came there. */
export async function findDeath(tx: Tx, caseId: string, { asks }: Proposal): Promise<DeathFound | null> {
  if (!asks.some(({ type }) => type === 'takeBackDeath')) return null;
  const where = { caseId, type: 'victimDied' };
  const death = await tx.auditEvent.findFirst({ where, orderBy: { seq: 'desc' }, select: { seq: true } });
  if (!death) return null;
  const reviewed = await tx.auditEvent.findFirst({
    where: { caseId, type: { in: ['caseEnded', 'recordKept'] } },
    orderBy: { seq: 'desc' },
  });
  const types = await tx.auditEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' }, select: { type: true } });
  const rows = await tx.auditEvent.findMany({ where: { caseId, seq: { gt: death.seq } }, orderBy: { seq: 'asc' } });
  const facts = rows.map((row) =>
    factOf<CaseFact>(row.type, toInstant(row.occurredAt), row.occurredPrecision, row.data),
  );
  const fallen = facts.flatMap((fact) =>
    fact.type === 'clockEnded' && isByDeath(fact.data.clock) ? [fact.data.clock] : [],
  );
  const owners = await tx.clock.findMany({
    where: { id: { in: fallen.map(({ id }) => id) }, agencyId: null },
    select: { id: true, ownerId: true },
  });
  const watchedBy = new Map(owners.map(({ id, ownerId }) => [id, ownerId]));
  return {
    fell: fallen.map(({ id, kind, subject }) => {
      const watchedById = watchedBy.get(id) ?? null;
      return { kind, subject, ...(watchedById === null ? {} : { watchedById }) };
    }),
    endedAs: endedAs(types.map(({ type }) => type as CaseFactType)),
    kept: reviewed?.type === 'recordKept' ? (reviewed.data as unknown as Fact<'recordKept'>['data']) : null,
    since: facts.flatMap((fact) => ('clock' in fact.data ? [] : [fact as CaseFact])),
  };
}

function isByDeath({ end }: Clock): boolean {
  return end?.reason === becauseOfDeath;
}
