import { Prisma } from '../generated/client.ts';

/** That the victim of a case (under the given alias) is supported by the service now: nothing has ended it. */
export function supportedNow(theCase: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${theCase}.support_ended_at is null and not ${theCase}.frozen
    and ${theCase}.stage not in ('declined', 'merged', 'ended') and (${theCase}.stage <> 'handedOver' or ${theCase}.with_idva)
    and ${theCase}.engagement not in ('declined', 'disengaged'))`;
}
