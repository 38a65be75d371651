import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { AdviserKind } from '../../domain/lifecycle/facts/support.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

/** A place beside a victim that an adviser has now, while the case still needs one. */
export interface HeldPlace {
  readonly caseId: string;
  readonly reference: string;
  readonly kind: AdviserKind;
}

/**
 * Every place an adviser holds in the cases of a service, as long as support has not ended, whatever else has; of one who has left
 * also what nobody was given since, so that a caseload can be handed over as a whole afterwards as well.
 */
export async function placesHeld(tx: Tx, adviserId: string, serviceId: string, today: IsoDate): Promise<HeldPlace[]> {
  return tx.$queryRaw<HeldPlace[]>(Prisma.sql`
    select place.case_id as "caseId", c.reference, place.kind
    from case_adviser place join "case" c on c.id = place.case_id
    where place.adviser_id = ${adviserId}::uuid and c.idva_service_id = ${serviceId}::uuid
      and c.support_ended_at is null and not c.frozen and c.stage <> 'ended'
      and (place.ended_at is null or (
        exists (select from practitioner p where p.id = place.adviser_id and p.ends_on < ${today}::date)
        and not exists (select from case_adviser later where later.case_id = place.case_id and later.kind = place.kind
          and later.id <> place.id and later.allocated_at >= place.allocated_at)))
    order by c.received_at, c.id, place.kind`);
}

export interface NewCaseloadHandover {
  readonly id: string;
  readonly serviceId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly byId: string;
  readonly madeAt: IsoInstant;
  readonly cases: readonly { readonly commandId: string; readonly caseId: string; readonly kind: AdviserKind }[];
}

/** Puts an order to hand over a caseload on record, with the command of each case: all of them or none. */
export async function addCaseloadHandover(tx: Tx, { cases, ...handover }: NewCaseloadHandover): Promise<void> {
  await tx.caseloadHandover.create({ data: { ...handover, madeAt: fromInstant(handover.madeAt) } });
  await tx.caseloadHandoverCase.createMany({ data: cases.map((each) => ({ ...each, handoverId: handover.id })) });
}

/** How far a caseload has been handed over. */
export interface HandoverProgress {
  readonly id: string;
  readonly serviceId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly madeAt: IsoInstant;
  readonly cases: readonly {
    readonly commandId: string;
    readonly caseId: string;
    readonly reference: string;
    readonly kind: AdviserKind;
    readonly status: 'staged' | 'resolved' | 'parked';
    readonly answer: CommandAnswer | null;
  }[];
}

/** An order to hand over a caseload with what became of each case, or null. */
export async function caseloadHandover(tx: Tx, id: string): Promise<HandoverProgress | null> {
  const row = await tx.caseloadHandover.findUnique({ where: { id } });
  if (!row) return null;
  const cases = await tx.$queryRaw<HandoverProgress['cases'][number][]>(Prisma.sql`
    select each.command_id as "commandId", each.case_id as "caseId", c.reference, each.kind, command.status, command.answer
    from caseload_handover_case each join command on command.id = each.command_id join "case" c on c.id = each.case_id
    where each.handover_id = ${id}::uuid order by c.received_at, c.id, each.kind`);
  const { serviceId, fromId, toId, madeAt } = row;
  return { id, serviceId, fromId, toId, madeAt: toInstant(madeAt), cases };
}
