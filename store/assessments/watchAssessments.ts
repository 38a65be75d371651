import { referredWhen } from '../../domain/assessments/completeAssessment.ts';
import type { AssessmentStatus } from '../../domain/assessments/assessmentStanding.ts';
import { foundReferred } from '../../domain/assessments/decideAssessment.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { recordHere } from '../decisions/decideAssessmentHere.ts';
import { fireInMatter } from '../decisions/fireInMatter.ts';
import { inOneRecording } from '../decisions/inOneRecording.ts';
import { openAssessment } from '../decisions/openAssessment.ts';
import type { RecordingTools } from '../decisions/recordInMatter.ts';
import { Prisma } from '../generated/client.ts';
import { samePairAs } from '../people/samePeople.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { referralOfPair } from './referralOfPair.ts';

/** As long as one of these, an assessment is somebody's duty: to refer, to take on, to decide. */
export const owing: readonly AssessmentStatus[] = ['open', 'handedOver', 'handoverRefused'];

/** Assessments of which something is owed and has to be done: the two were referred meanwhile, or a rung has come. */
export async function assessmentsToLookAt(tx: Tx, now: IsoInstant): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT a.id::text FROM lone_assessment a WHERE a.status = ANY(${[...owing]}) AND (
      EXISTS (SELECT FROM "case" c WHERE c.pair_id = ${samePairAs(Prisma.sql`a.pair_id`)}
        AND c.received_at >= date_trunc('day', a.taken_at AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London')
      OR EXISTS (SELECT FROM clock k WHERE k.case_id = a.id AND k.status = 'running' AND k.next_rung_at <= ${fromInstant(now)}))
    ORDER BY a.taken_at, a.id`);
  return rows.map(({ id }) => id);
}

/** Looks at one of them under its lock: a referral ends it; otherwise whoever is late is told, once a rung. */
export async function lookAtAssessment(
  store: Store,
  id: string,
  now: IsoInstant,
  tools: RecordingTools,
): Promise<'referred' | 'fired' | 'nothing'> {
  return inOneRecording(store, async (tx) => {
    const open = await openAssessment(tx, id, null);
    const { standing } = open;
    if (!standing || !owing.includes(standing.status)) return 'nothing';
    const referral = await referralOfPair(tx, standing.pairId, standing.takenAt);
    if (!referral) {
      await fireInMatter(tx, open, { epoch: open.epoch, version: open.seq, now }, tools);
      return 'fired';
    }
    const occurred = referredWhen(referral, { at: standing.takenAt, precision: 'minute' });
    const decision = foundReferred(referral.caseId, occurred);
    await recordHere(tx, open, { commandId: null, occurred, recordedAt: now, decision }, tools);
    return 'referred';
  });
}
