import type { FurtherAbuseBody } from '../../contracts/closing.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import { latestCaseOfPair } from '../../store/cases/findCase.ts';
import type { Sealing } from '../../store/content/sealing.ts';
import { flagOf, type ReportStatus } from '../../store/furtherAbuse/reports.ts';
import { findPairOfTwo } from '../../store/people/findOrCreatePair.ts';
import { findPerson } from '../../store/people/findOrCreatePeople.ts';
import type { Tx } from '../../store/prismaClient.ts';

/** Whom a report is about, as far as that is sure. */
export interface ReportMatch {
  readonly pairId: string | null;
  /** The pair's last case. */
  readonly caseId: string | null;
  /** Whether the incident lies within the pair's flag: the day of the incident decides, not that of the report. */
  readonly withinFlag: boolean;
  readonly status: ReportStatus;
}

const unmatched: ReportMatch = { pairId: null, caseId: null, withinFlag: false, status: 'unmatched' };

/** Finds the pair a report means, in every area, and whether the incident falls within its flag. */
export async function matchReport(tx: Tx, sealing: Sealing, body: FurtherAbuseBody): Promise<ReportMatch> {
  const victimId = await findPerson(tx, sealing, { identity: identityOf(body.victim) });
  if (victimId === null) return unmatched;
  const perpetrator = identityOf(body.perpetrator);
  const perpetratorId = await findPerson(tx, sealing, { identity: perpetrator, besideVictimId: victimId });
  const pairId = perpetratorId && (await findPairOfTwo(tx, victimId, perpetratorId));
  return pairId ? matchPair(tx, pairId, londonDate(body.incidentAt.at)) : unmatched;
}

/** Where further abuse of a known pair belongs, by the London day of the incident. */
export async function matchPair(tx: Tx, pairId: string, incidentOn: IsoDate): Promise<ReportMatch> {
  const latest = await latestCaseOfPair(tx, pairId);
  if (!latest) return unmatched;
  const flag = await flagOf(tx, pairId);
  const withinFlag = flag !== null && incidentOn >= londonDate(flag.from) && incidentOn <= flag.endsOn;
  const status = latest.stage === 'ended' && !withinFlag ? 'afterEnd' : 'staged';
  return { pairId, caseId: latest.id, withinFlag, status };
}

function identityOf({ givenNames, familyName, dateOfBirth }: FurtherAbuseBody['victim']): PersonIdentity {
  return { givenNames, familyName, dateOfBirth: dateOfBirth ?? null };
}
