import type { FurtherAbuseBody } from '../../contracts/closing.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import { deriveId, newId } from '../../platform/ids.ts';
import { areaById } from '../../store/areas/findArea.ts';
import { repeatBasisOf, type RepeatBasis } from '../../store/cases/repeatBasis.ts';
import { stageCommand, type NewCommand } from '../../store/commands/stageCommand.ts';
import { sealContent } from '../../store/content/sealContent.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { freeReference } from '../referral/freeReference.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';

/** A report whose pair is known, to be told to its case and, within the flag, to become a case of its own. */
export interface MatchedReport {
  readonly reportId: string;
  readonly caseId: string;
  readonly newCaseId: string | null;
  readonly agencyId: string;
  readonly body: Pick<FurtherAbuseBody, 'incidentAt' | 'whatHappened'>;
  readonly now: IsoInstant;
}

/** Who reports, by which way and under which key. */
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
    const payload = await repeatReferral(deps, tx, request, report, id);
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

/** The repeat as a referral: the same pair, what is known of them, and the reporter as referrer. */
async function repeatReferral(
  { sealing }: Dependencies,
  tx: Tx,
  { actor }: Reporting,
  { caseId, newCaseId, agencyId, body, now }: MatchedReport,
  commandId: string,
): Promise<CommandPayloads['submitReferral']> {
  const basis = await repeatBasisOf(tx, caseId);
  const area = await areaById(tx, basis.areaId);
  if (!area) throw new Error('A case belongs to an area that is not there.');
  const narrativeId = await sealContent(
    tx,
    sealing,
    {
      id: deriveId(commandId, 'content/referral'),
      subjectId: newCaseId ?? caseId,
      commandId,
      kind: 'referral',
      value: { narrative: body.whatHappened, incidentAt: body.incidentAt },
    },
    now,
  );
  const { children, ...carried } = basis;
  return {
    ...carried,
    reference: await freeReference(tx),
    referrerId: actor.practitionerId,
    referringAgencyIds: [agencyId],
    idvaServiceId: area.idvaServiceId,
    route: 'repeat',
    assessment: null,
    children: childrenAgain(children, commandId),
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

function childrenAgain(children: RepeatBasis['children'], commandId: string) {
  return children.map((child, index) => ({ ...child, childId: deriveId(commandId, `child/${index}`) }));
}
