import type { IsoDate } from '../../domain/calendar/time.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';

/** A command of a whole batch with what became of it. */
export interface BatchedCommand {
  readonly id: string;
  readonly key: string;
  /** Of the case or meeting it was sent to. */
  readonly caseId: string;
  /** Null where that is a meeting. */
  readonly reference: string | null;
  readonly meetingOn: IsoDate | null;
  readonly type: string;
  readonly status: 'staged' | 'resolved' | 'parked';
  readonly answer: CommandAnswer | null;
}

/** The commands somebody sent from one place under keys that begin alike, in the order in which they were sent. */
export async function commandsUnder(
  tx: Tx,
  { actorId, route, keyPrefix }: { readonly actorId: string; readonly route: string; readonly keyPrefix: string },
): Promise<readonly BatchedCommand[]> {
  return tx.$queryRaw<BatchedCommand[]>(Prisma.sql`
    select m.id, m.key, m.case_id as "caseId", c.reference, t.on_date::text as "meetingOn", m.type, m.status, m.answer
    from command m left join "case" c on c.id = m.case_id left join meeting t on t.id = m.case_id
    where (c.id is not null or t.id is not null) and m.actor_id = ${actorId}::uuid and m.route = ${route} and starts_with(m.key, ${keyPrefix})
    order by m.staged_at, m.id`);
}
