import { randomUUID } from 'node:crypto';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { ReturnStatistics } from '../../domain/lifecycle/facts/referral.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, fromInstantOrNull, fromIsoDate } from '../time.ts';

/** What a test says of a case that reports count; the rest is as dull as can be. */
export interface ReportedCase {
  readonly area: string;
  readonly stage?: Stage;
  readonly route?: string;
  readonly engagement?: string;
  readonly frozen?: boolean;
  readonly repeatOf?: string | null;
  readonly mergedInto?: string | null;
  readonly children?: number;
  readonly statistics?: Partial<ReturnStatistics>;
  readonly referredBy?: readonly string[];
  readonly receivedAt: IsoInstant;
  readonly screenedAt?: IsoInstant;
  readonly firstAttemptAt?: IsoInstant;
  readonly firstSpokeAt?: IsoInstant;
  readonly listedAt?: IsoInstant;
  readonly heardAt?: IsoInstant;
  /** Taken over as heard, by a meeting that is not on record here. */
  readonly heardElsewhere?: boolean;
  /** Another area had it before. */
  readonly transferred?: boolean;
  readonly actionsEndedAt?: IsoInstant;
  readonly closedAt?: IsoInstant;
  readonly supportEndedAt?: IsoInstant;
  /** Every hearing, the first one first: a meeting from `addMeeting` and when the turn came. */
  readonly hearings?: readonly { readonly meetingId: string; readonly at: IsoInstant }[];
}

/** For tests of reports: rows of the read model as the decisions would have left them. */
export function reportedCases(tx: Tx) {
  const ids = new Map<string, string>();
  const idOf = (code: string): string => {
    const id = ids.get(code) ?? randomUUID();
    ids.set(code, id);
    return id;
  };
  return {
    idOf,
    addArea: (code: string) =>
      tx.area.create({
        data: {
          id: idOf(code),
          code,
          name: code,
          childrensServicesId: randomUUID(),
          idvaServiceId: randomUUID(),
          standardRiskServiceId: randomUUID(),
        },
      }),
    addAgency: (code: string) => tx.agency.create({ data: { id: idOf(code), code, name: code, kind: code } }),
    addMeeting: async (area: string, startsAt: IsoInstant): Promise<string> => {
      const onDate = fromIsoDate(startsAt.slice(0, 10));
      const { id } = await tx.meeting.create({
        data: {
          id: randomUUID(),
          areaId: idOf(area),
          kind: 'ordinary',
          status: 'planned',
          onDate,
          startsAt: fromInstant(startsAt),
          cutOffOn: onDate,
          capacity: 20,
          createdAt: fromInstant(startsAt),
        },
      });
      return id;
    },
    addCase: async (given: ReportedCase): Promise<string> => {
      const id = randomUUID();
      await tx.case.create({ data: { id, areaId: idOf(given.area), ...rowOf(given) } });
      await tx.caseAgency.createMany({
        data: (given.referredBy ?? ['police']).map((code) => ({
          id: randomUUID(),
          caseId: id,
          agencyId: idOf(code),
          part: 'referring',
        })),
      });
      await tx.listing.createMany({
        data: (given.hearings ?? []).map(({ meetingId, at }) => ({
          id: randomUUID(),
          meetingId,
          caseId: id,
          status: 'heard',
          overflow: false,
          occurredAt: fromInstant(given.receivedAt),
          decidedAt: fromInstant(at),
        })),
      });
      return id;
    },
  };
}

const nothingSaid: ReturnStatistics = {
  minorityEthnic: 'notKnown',
  lgbt: 'notKnown',
  disabled: 'notKnown',
  maleVictim: 'no',
  victim16or17: 'no',
  perpetratorUnder18: 'no',
};

function rowOf(given: ReportedCase) {
  const last = given.hearings?.at(-1);
  return {
    reference: randomUUID(),
    pairId: randomUUID(),
    victimId: randomUUID(),
    perpetratorId: randomUUID(),
    referrerId: randomUUID(),
    idvaServiceId: randomUUID(),
    stage: given.stage ?? 'received',
    epoch: 1,
    seq: 1,
    revision: 1,
    lastHash: '',
    silent: false,
    adopted: false,
    route: given.route ?? 'visibleHighRisk',
    engagement: given.engagement ?? 'none',
    frozen: given.frozen ?? false,
    repeatOfId: given.repeatOf ?? null,
    mergedIntoId: given.mergedInto ?? null,
    childCount: given.children ?? 0,
    statistics: { ...nothingSaid, ...given.statistics },
    receivedAt: fromInstant(given.receivedAt),
    screenedAt: fromInstantOrNull(given.screenedAt ?? null),
    firstAttemptAt: fromInstantOrNull(given.firstAttemptAt ?? null),
    firstSpokeAt: fromInstantOrNull(given.firstSpokeAt ?? null),
    listedAt: fromInstantOrNull(given.listedAt ?? null),
    heardAt: fromInstantOrNull(given.heardAt ?? last?.at ?? null),
    heardMeetingId: last?.meetingId ?? null,
    heardElsewhereId: given.heardElsewhere ? randomUUID() : null,
    transferredFromId: given.transferred ? randomUUID() : null,
    actionsEndedAt: fromInstantOrNull(given.actionsEndedAt ?? null),
    closedAt: fromInstantOrNull(given.closedAt ?? null),
    supportEndedAt: fromInstantOrNull(given.supportEndedAt ?? null),
    recordedAt: fromInstant(given.receivedAt),
  };
}
