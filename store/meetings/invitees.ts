import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';

/** The agencies that come to the meetings of an area: those with somebody who represents them there on a London day. */
export async function agenciesToInvite(tx: Tx, areaId: string, on: IsoDate): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a.agency_id::text AS id FROM appointment a JOIN practitioner p ON p.id = a.practitioner_id
    WHERE a.agency_id IS NOT NULL AND a.starts_on <= ${on}::date AND (a.ends_on IS NULL OR a.ends_on >= ${on}::date)
      AND (p.ends_on IS NULL OR p.ends_on >= ${on}::date)
      AND ((a.role = 'agencyRepresentative' AND (a.area_id IS NULL OR a.area_id = ${areaId}::uuid))
        OR (a.role = 'idvaServiceManager' AND a.agency_id = (SELECT idva_service_id FROM area WHERE id = ${areaId}::uuid)))
    ORDER BY 1`;
  return rows.map(({ id }) => id);
}

/** The agencies that were invited to a meeting; none where nobody was yet. */
export async function invitedTo(tx: Tx, meetingId: string): Promise<readonly string[]> {
  const invited = await tx.auditEvent.findFirst({
    where: { caseId: meetingId, type: 'agenciesInvited' },
    select: { data: true },
  });
  return (invited?.data as { agencyIds?: readonly string[] } | undefined)?.agencyIds ?? [];
}
