import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock, Due } from '../../domain/clocks/clock.ts';
import type { PlannedBecause } from '../../domain/duties/planClocksAnew.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import type { MatterType } from '../../domain/matters/matter.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

/** An order to plan running clocks anew, with the command of each case or meeting. */
export interface NewReplanning {
  readonly id: string;
  readonly changeId: string;
  readonly because: PlannedBecause;
  readonly undoes: boolean;
  readonly byId: string;
  readonly madeAt: IsoInstant;
  readonly matters: readonly Pick<ReplannedMatter, 'commandId' | 'matterId' | 'about'>[];
}

/** Puts such an order on record: all of it or nothing. */
export async function addReplanning(tx: Tx, { matters, ...order }: NewReplanning): Promise<void> {
  await tx.replanning.create({ data: { ...order, madeAt: fromInstant(order.madeAt) } });
  await tx.replanningMatter.createMany({ data: matters.map((each) => ({ ...each, replanningId: order.id })) });
}

/** What became of one case or meeting of such an order. */
export interface ReplannedMatter {
  readonly commandId: string;
  readonly matterId: string;
  readonly about: Exclude<MatterType, 'assessment'>;
  readonly areaId: string;
  readonly reference: string | null;
  readonly meetingOn: IsoDate | null;
  readonly status: 'staged' | 'resolved' | 'parked';
  readonly answer: CommandAnswer | null;
  /** The clocks that moved, as they stood then. */
  readonly moved: readonly { readonly clock: Clock; readonly from: Due }[];
  /** What was asked of a meeting by a changed pattern, and what it led to; null where clocks were to be planned anew. */
  readonly meeting: MeetingChanged | null;
}

export interface MeetingChanged {
  readonly type: 'callMeeting' | 'moveMeeting' | 'cancelMeeting' | 'moveCutOff';
  /** The moment it is to have; null where it falls away. */
  readonly to: IsoInstant | null;
  /** The moment it had when this was asked; null where it is new. */
  readonly from: IsoInstant | null;
  /** The day on which the list of one that stays closes now; null until it has answered, and for any other. */
  readonly cutOffOn: IsoDate | null;
  readonly cases: number;
}

/** The orders that followed from a change, the first the one that undoes nothing. */
export async function replanningsOf(
  tx: Tx,
  changeId: string,
): Promise<
  readonly {
    readonly id: string;
    readonly undoes: boolean;
    readonly madeAt: IsoInstant;
    readonly matters: readonly ReplannedMatter[];
  }[]
> {
  const orders = await tx.replanning.findMany({ where: { changeId }, orderBy: { undoes: 'asc' } });
  return Promise.all(
    orders.map(async ({ id, undoes, madeAt }) => ({
      ...{ id, undoes, madeAt: toInstant(madeAt) },
      matters: await mattersOf(tx, id),
    })),
  );
}

async function mattersOf(tx: Tx, replanningId: string): Promise<ReplannedMatter[]> {
  return tx.$queryRaw<ReplannedMatter[]>(Prisma.sql`
    select each.command_id as "commandId", each.matter_id as "matterId", each.about,
      coalesce(c.area_id, m.area_id, (command.payload->>'areaId')::uuid) as "areaId", c.reference,
      coalesce(to_char(m.on_date, 'YYYY-MM-DD'), command.payload->>'on') as "meetingOn", command.status, command.answer,
      case when command.type <> 'planClocksAnew' then jsonb_build_object('type', command.type,
        'to', command.payload->'startsAt',
        'from', case when command.type <> 'callMeeting' then coalesce(fact.data->'from',
          to_jsonb(to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
        'cutOffOn', stays.data->'cutOffOn', 'cases', coalesce(jsonb_array_length(fact.data->'caseIds'), 0)) end as meeting,
      (select coalesce(jsonb_agg(jsonb_build_object('clock', e.data->'clock', 'from', e.data->'from') order by e.seq), '[]')
        from audit_event e where e.command_id = each.command_id and e.type = 'clockMoved') as moved
    from replanning_matter each join command on command.id = each.command_id
      left join "case" c on each.about = 'case' and c.id = each.matter_id
      left join meeting m on each.about = 'meeting' and m.id = each.matter_id
      left join audit_event fact on fact.command_id = each.command_id and fact.type in ('meetingMoved', 'meetingCancelled')
      left join audit_event stays on stays.command_id = each.command_id and stays.type = 'cutOffMoved'
    where each.replanning_id = ${replanningId}::uuid
    order by command.staged_at, coalesce(c.received_at, m.starts_at), each.command_id`);
}
