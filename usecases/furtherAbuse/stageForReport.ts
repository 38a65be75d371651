import type { FurtherAbuseBody } from '../../contracts/closing.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import type { OfficePermission } from '../../domain/access/permission.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import { deriveId, newId } from '../../platform/ids.ts';
import { areaById } from '../../store/areas/findArea.ts';
import { repeatBasisOf } from '../../store/cases/repeatBasis.ts';
import { stageCommand, type NewCommand } from '../../store/commands/stageCommand.ts';
import { sealContent } from '../../store/content/sealContent.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { freeReference } from '../referral/freeReference.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { childrenAgain } from './childrenAgain.ts';

/** A report whose pair is known, to be told to its case and, within the flag, to become a case of its own. */
export interface MatchedReport {
  readonly reportId: string;
  readonly caseId: string;
  readonly newCaseId: string | null;
  /** Whoever reported, as far as they refer people at all; null: the referrer of the case before. */
  readonly referrerId: string | null;
  /** For whom it was reported. */
  readonly agencyId: string;
  readonly body: Pick<FurtherAbuseBody, 'incidentAt' | 'whatHappened'>;
  readonly now: IsoInstant;
}

/** Who sends what follows, by which way and under which key: whoever reports, or settles a report. */
type Reporting = Omit<CommandRequest, 'actor'> & { readonly actor: Pick<CommandRequest['actor'], 'practitionerId'> };

/** Stages what a report leads to; whoever reports does not wait for it, so that its time says nothing. */
export async function stageForReport(
  deps: Dependencies,
  tx: Tx,
  request: Reporting,
  report: MatchedReport,
): Promise<readonly string[]> {
  const { reportId, caseId, newCaseId } = report;
  const staged: string[] = [];
  if (newCaseId !== null) {
    const id = newId();
    const payload = await repeatReferral(deps, tx, report, id);
    await stageCommand(tx, commandRow(request, report, { id, caseId: newCaseId, type: 'submitReferral', payload }));
    staged.push(id);
  }
  const payload = { reportId, newCaseId, withinFlag: newCaseId !== null };
  const id = newId();
  await stageCommand(tx, commandRow(request, report, { id, caseId, type: 'reportFurtherAbuse', payload }));
  return [...staged, id];
}

function commandRow(
  { actor, route, key, bodyHash }: Reporting,
  { now }: MatchedReport,
  command: Pick<NewCommand, 'id' | 'caseId' | 'type' | 'payload'>,
): NewCommand {
  return {
    ...command,
    actorId: actor.practitionerId,
    // Both commands come of one request, and a route tells commands under one key apart.
    route: `${route} ${command.type}`,
    key,
    bodyHash,
    // The referral came when it was reported; the day of the incident stays with the report.
    occurred: { at: now, precision: 'minute' },
    expectedRevision: null,
    stagedAt: now,
  };
}

/**
 * Who is the referrer of the repeat that somebody has reported: they themselves, where they may refer anybody. Governance
 * and whoever runs the product report all the same, and the repeat opens at once; but by a referral of their own they
 * would learn whose reference it is. Then it is the referrer of the case before, who knows the two and can be asked.
 */
export function referrerIn(reporter: Actor): string | null {
  return mayDo<OfficePermission>(reporter, 'submitReferral', null) ? reporter.practitionerId : null;
}

/** The repeat as a referral: the same pair, what is known of them, and the reporter as referrer. */
async function repeatReferral(
  { sealing }: Dependencies,
  tx: Tx,
  { caseId, newCaseId, referrerId, agencyId, body, now }: MatchedReport,
  commandId: string,
): Promise<CommandPayloads['submitReferral']> {
  const basis = await repeatBasisOf(tx, caseId);
  const area = await areaById(tx, basis.areaId);
  if (!area) throw new Error('A case belongs to an area that is not there.');
  const { children: before, receivedAt, referralContentId, saidLater, referrerId: referrerBefore, ...rest } = basis;
  const { addedAt: _added, ...carried } = rest;
  const known = { children: before, receivedAt, referralContentId, saidLater };
  const { children, said } = await childrenAgain(tx, sealing, known, { commandId, on: londonDate(now) });
  const narrativeId = await sealContent(
    tx,
    sealing,
    {
      id: deriveId(commandId, 'content/referral'),
      subjectId: newCaseId ?? caseId,
      commandId,
      kind: 'referral',
      value: { narrative: body.whatHappened, incidentAt: body.incidentAt, children: said },
    },
    now,
  );
  return {
    ...carried,
    reference: await freeReference(tx),
    referrerId: referrerId ?? referrerBefore,
    referringAgencyIds: [agencyId],
    idvaServiceId: area.idvaServiceId,
    route: 'repeat',
    assessment: null,
    children,
    victimUnder16: false,
    // Nobody asked for this report; the coordinator asks when screening it.
    consent: 'notGiven',
    narrativeId,
    adopted: false,
    // Somebody may report late: what happened within the flag is a repeat, whenever it is told.
    incidentOn: londonDate(body.incidentAt.at),
    safeguarding: null,
  };
}
