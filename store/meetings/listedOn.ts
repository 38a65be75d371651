import type { Tx } from '../prismaClient.ts';

/** How many cases stand on the list of each of these meetings, or were heard there. */
export async function listedOn(tx: Tx, meetingIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counted = await tx.listing.groupBy({
    by: ['meetingId'],
    where: { meetingId: { in: [...meetingIds] }, status: { in: ['listed', 'heard'] } },
    _count: true,
  });
  return new Map(counted.map((row) => [row.meetingId, row._count]));
}
