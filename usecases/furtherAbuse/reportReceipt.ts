import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { disclosureLevel, type DisclosureLevel } from '../../domain/access/disclosureLevel.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { caseAccesses } from '../../store/access/caseAccess.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { referencesOf } from '../../store/cases/findCase.ts';
import { reportById, type FurtherAbuseRow } from '../../store/furtherAbuse/reports.ts';
import type { Dependencies } from '../dependencies.ts';

/** What a report led to: a repeat with a case of its own, a line in the pair's last case, or a question to its coordinator. */
export interface ReportLedTo {
  readonly kind: 'repeat' | 'noFlag' | 'afterEnd';
  /** The case of the two people that was the last one when it was reported. */
  readonly reference: string;
  /** The case that was opened for the repeat; null until it is there. */
  readonly repeat: string | null;
}

/** What somebody has in hand who reported further abuse. */
export interface ReportReceipt {
  readonly ok: true;
  readonly incidentAt: IsoInstant;
  readonly receivedAt: IsoInstant;
  /** Null for everybody who was not shown before, by name, that the two people are known. */
  readonly ledTo: ReportLedTo | null;
}

/** Governance and the other side of a transfer know a case by its reference: here they would learn whose it is. */
const byName: readonly DisclosureLevel[] = ['outcome', 'agency', 'full'];

/** The receipt of a report of one's own: neutral, but for those who may see the pair's case and the people in it anyway. */
export async function readReceipt(
  deps: Dependencies,
  actor: Actor,
  route: string,
  id: string,
): Promise<ReportReceipt | RequestProblem> {
  const { prisma } = deps.store;
  const report = await reportById(prisma, id);
  if (report?.reporterId !== actor.practitionerId) return problem('NOT_FOUND');
  const { incidentAt, receivedAt, caseId } = report;
  // Asked whether there is a case or not, so that the time it takes says nothing.
  const access = (await caseAccesses(prisma, caseId === null ? [] : [caseId])).get(caseId ?? '');
  const isShown = access !== undefined && byName.includes(disclosureLevel(actor, access));
  const noted = { actorId: actor.practitionerId, event: 'readOwnReport', route, outcome: 'shown' };
  await recordAccess(prisma, { ...noted, caseId: isShown ? caseId : null, at: deps.clock.now() });
  return { ok: true, incidentAt, receivedAt, ledTo: isShown ? await ledTo(deps, report) : null };
}

async function ledTo({ store }: Dependencies, report: FurtherAbuseRow): Promise<ReportLedTo | null> {
  const { caseId, newCaseId, status } = report;
  const references = await referencesOf(
    store.prisma,
    [caseId, newCaseId].filter((each) => each !== null),
  );
  const reference = references.get(caseId ?? '');
  if (reference === undefined) return null;
  const kind = newCaseId !== null ? 'repeat' : status === 'afterEnd' || status === 'settled' ? 'afterEnd' : 'noFlag';
  return { kind, reference, repeat: references.get(newCaseId ?? '') ?? null };
}
