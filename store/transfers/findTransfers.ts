import type { Actor } from '../../domain/access/actor.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock, Due } from '../../domain/clocks/clock.ts';
import type { TransferPack } from '../../domain/lifecycle/facts/transfer.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';

/** A transfer as its row has it. */
export interface TransferRow {
  readonly id: string;
  readonly caseId: string;
  readonly fromAreaId: string;
  readonly toAreaId: string | null;
  /** Name and address of a MARAC outside, as content. */
  readonly outsideId: string | null;
  readonly status: 'pending' | 'refused' | 'accepted' | 'withdrawn';
  readonly reasonId: string;
  readonly pack: TransferPack;
  readonly requestedAt: IsoInstant;
  readonly answeredAt: IsoInstant | null;
  readonly answerId: string | null;
}

/** A transfer that waits for an answer or was refused and not settled, with when that is due. */
export interface OpenTransfer {
  readonly transferId: string;
  readonly reference: string;
  readonly fromAreaId: string;
  readonly toAreaId: string | null;
  readonly status: 'pending' | 'refused';
  readonly requestedAt: IsoInstant;
  readonly due: Due | null;
}

/** The open transfers of cases an actor may see, the oldest first. */
export async function openTransfers(tx: Tx, actor: Actor, limit: number): Promise<OpenTransfer[]> {
  const rows = await tx.$queryRaw<
    (Omit<OpenTransfer, 'requestedAt' | 'due'> & { requestedAt: Date; clock: Clock | null })[]
  >(Prisma.sql`
    select t.id as "transferId", c.reference, t.from_area_id as "fromAreaId", t.to_area_id as "toAreaId", t.status,
      t.requested_at as "requestedAt",
      (select k.data from clock k where k.subject_id = t.id and k.status <> 'ended' limit 1) as clock
    from transfer t join "case" c on c.id = t.case_id
    where t.status in ('pending', 'refused') and (${visibleCases(actor)})
    order by t.requested_at, t.id limit ${limit}`);
  return rows.map(({ requestedAt, clock, ...row }) => ({
    ...row,
    requestedAt: toInstant(requestedAt),
    due: clock?.due ?? null,
  }));
}
