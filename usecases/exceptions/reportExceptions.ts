import type { ExceptionView } from '../../contracts/views/officeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { addHours } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { caseAccesses } from '../../store/access/caseAccess.ts';
import { reportsToLookAt, type ReportStatus } from '../../store/furtherAbuse/reports.ts';
import type { Dependencies } from '../dependencies.ts';
import { looksAfterReports } from './looksAfterReports.ts';

/** A report of further abuse that a person has to look at; it belongs to no area where nobody is meant for sure. */
interface StuckReport {
  readonly kind: ExceptionView['kind'];
  readonly id: string;
  readonly areaId: string | null;
  readonly since: IsoInstant;
}

/** A case records a report within seconds; one that waits longer is looked at by a person. */
const patienceHours = 0.25;

const kinds: Record<ReportStatus, ExceptionView['kind']> = {
  unmatched: 'furtherAbuseUnmatched',
  afterEnd: 'furtherAbuseAfterEnd',
  staged: 'furtherAbuseNotRecorded',
  recorded: 'furtherAbuseNotRecorded',
  settled: 'furtherAbuseNotRecorded',
};

/** Reports of further abuse that wait for a person who may read them: those of a known pair go by its case. */
export async function reportExceptions(
  { store, clock }: Dependencies,
  actor: Actor,
  limit: number,
): Promise<StuckReport[]> {
  const reports = await reportsToLookAt(store.reads, addHours(clock.now(), -patienceHours), limit);
  const cases = await caseAccesses(
    store.reads,
    reports.flatMap(({ caseId }) => caseId ?? []),
  );
  return reports.flatMap(({ id, caseId, status, receivedAt: since }) => {
    const access = caseId === null ? undefined : cases.get(caseId);
    const mayRead =
      access === undefined ? caseId === null && looksAfterReports(actor) : disclosureLevel(actor, access) === 'full';
    return mayRead ? [{ kind: kinds[status], id, areaId: access?.areaId ?? null, since }] : [];
  });
}
