import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant, toIsoDateOrNull } from '../time.ts';

/** A case with the two people it is about. */
export interface CaseOfPeople {
  readonly id: string;
  readonly reference: string;
  readonly areaId: string;
  readonly stage: string;
  readonly victimId: string;
  readonly perpetratorId: string;
  readonly receivedAt: IsoInstant;
  readonly flagEndsOn: IsoDate | null;
}

/** More cases than this no search can mean. */
const most = 200;

/** The cases in which any of these people are the victim or the perpetrator, the latest first, in every area. */
export async function casesOfPeople(tx: Tx, personIds: readonly string[]): Promise<CaseOfPeople[]> {
  const ids = [...personIds];
  const rows = await tx.case.findMany({
    where: { OR: [{ victimId: { in: ids } }, { perpetratorId: { in: ids } }] },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: {
      ...{ id: true, reference: true, areaId: true, stage: true, victimId: true, perpetratorId: true },
      ...{ receivedAt: true, flagEndsOn: true },
    },
  });
  return rows.map((row) => ({
    ...row,
    receivedAt: toInstant(row.receivedAt),
    flagEndsOn: toIsoDateOrNull(row.flagEndsOn),
  }));
}
