import { createHash } from 'node:crypto';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { deriveId } from '../../platform/ids.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import { sealContents } from '../../store/content/sealContent.ts';
import { decideAssessmentHere } from '../../store/decisions/decideAssessmentHere.ts';
import type { RecordingTools } from '../../store/decisions/recordInMatter.ts';
import { findOrCreatePair } from '../../store/people/findOrCreatePair.ts';
import { findOrCreatePeople, lockPeople } from '../../store/people/findOrCreatePeople.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { readColumns } from '../../store/projection/writeSet.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import type { PreparedAssessment } from './prepareAssessment.ts';

/** An assessment to be written, with the key under which it is one and the same. */
export interface AssessmentToWrite extends PreparedAssessment {
  readonly key: string;
  readonly bodyHash: string;
}

/**
 * Stages and records assessments in the caller's transaction, all of them or none: people, words, command, record and
 * clock. `repeated` where the same request has been here before.
 */
export async function writeAssessments(
  tx: Tx,
  deps: Dependencies,
  request: Pick<CommandRequest, 'actor' | 'route'>,
  prepared: readonly AssessmentToWrite[],
): Promise<readonly CommandAnswer[] | 'repeated'> {
  const now = deps.clock.now();
  const tools = await toolsFor(tx, deps);
  const { practitionerId: actorId } = request.actor;
  const { route } = request;
  // Every name at once and in one order, so that nobody waits in a circle.
  await lockPeople(
    tx,
    deps.sealing,
    prepared.flatMap(({ victim, perpetrator }) => [victim, perpetrator]),
  );
  const answers: CommandAnswer[] = [];
  for (const each of prepared) {
    const { commandId, assessmentId, occurred, key, bodyHash } = each;
    const payload = { ...each.payload, ...(await peopleOf(tx, deps, each, now)) };
    await sealContents(tx, deps.sealing, each.contents, now);
    const command = {
      id: commandId,
      actorId,
      route,
      key,
      bodyHash,
      about: 'assessment',
      caseId: assessmentId,
    } as const;
    const type = 'recordAssessment' as const;
    const staged = { ...command, type, payload, occurred, expectedRevision: null, stagedAt: now };
    if (!(await stageCommand(tx, staged))) return 'repeated';
    answers.push(await decideAssessmentHere(tx, { commandId, assessmentId, type, payload, occurred }, now, tools));
  }
  await recordAccesses(
    tx,
    prepared.map(({ assessmentId: caseId }) => ({
      actorId,
      event: 'recordAssessment',
      route,
      caseId,
      outcome: 'recorded',
      at: now,
    })),
  );
  return answers;
}

/** What recording needs where no worker does it. */
export async function toolsFor(tx: Tx, { mailHost }: Pick<Dependencies, 'mailHost'>): Promise<RecordingTools> {
  return { calendar: englandAndWales, columnsOf: await readColumns(tx), deriveId, mailHost };
}

async function peopleOf(tx: Tx, { sealing }: Dependencies, each: PreparedAssessment, now: string) {
  const { commandId, victim, perpetrator, relationship } = each;
  const wanted = [
    { newId: deriveId(commandId, 'person/victim'), identity: victim },
    { newId: deriveId(commandId, 'person/perpetrator'), identity: perpetrator, besideFirst: true },
  ];
  const [victimId = '', perpetratorId = ''] = (await findOrCreatePeople(tx, sealing, wanted, now)).map(
    ({ personId }) => personId,
  );
  const { pairId } = await findOrCreatePair(tx, {
    newId: deriveId(commandId, 'pair'),
    victimId,
    perpetratorId,
    relationship,
  });
  return { pairId, victimId, perpetratorId };
}

/** The hash of one row of a table, so that the same row is known again. */
export function rowHash(cells: object): string {
  return createHash('sha256').update(JSON.stringify(cells)).digest('hex');
}
