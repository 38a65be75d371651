import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { RehearsedRequest } from '../../contracts/rehearsal.ts';
import { adoptionSchema } from '../../contracts/referral.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { evolveAll, newCase } from '../../domain/lifecycle/caseState.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { decide } from '../../domain/lifecycle/decide.ts';
import { newId } from '../../platform/ids.ts';
import { caseToSee } from '../../store/access/caseAccess.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import { followUpRoute } from '../../store/decisions/followUps.ts';
import { openCase } from '../../store/decisions/openCase.ts';
import { recordInMatter } from '../../store/decisions/recordInMatter.ts';
import type { CommandBody } from '../commands/caseCommand.ts';
import { prepareReferral } from '../referral/submitReferral.ts';
import { prepareCaseCommand } from '../sendCaseCommand.ts';
import type { PreparedCommand } from '../sendCommand.ts';
import { type SentTo, sentTo } from './sentTo.ts';
import { namesOfMade, type Rehearsal, type SoFar } from './soFar.ts';

/** Newer than any that a case may have: nobody else writes in this transaction. */
const newestEpoch = Number.MAX_SAFE_INTEGER;

/** Decides and records one request by the rules and the store of the product; what is recorded goes with the transaction. */
export async function decideUnrecorded(
  rehearsal: Rehearsal,
  soFar: SoFar,
  request: RehearsedRequest,
  madeId: string,
): Promise<SoFar | RequestProblem> {
  const { tx, deps, actor, tools } = rehearsal;
  const sent = sentTo(request.path);
  if (sent === null) return problem('NO_SUCH_ADDRESS');
  const commandId = newId();
  const prepared = await prepare(rehearsal, soFar, { request, sent, madeId, commandId });
  if (isProblem(prepared)) return prepared;
  const written = await prepared.write(tx);
  if (isProblem(written)) return written;
  const { caseId, occurred, expectedRevision } = prepared;
  const [type, payload] = [prepared.type as CommandType, written as CommandPayloads[CommandType]];
  const now = deps.clock.now();
  await stageCommand(tx, {
    ...{ id: commandId, actorId: actor.practitionerId, key: commandId, bodyHash: '', stagedAt: now },
    // Whether somebody of the service may was asked above; whoever stands in for them holds no post here.
    route: request.by === 'service' ? followUpRoute : sent.route,
    ...{ caseId, type, payload, occurred, expectedRevision },
  });
  const state = soFar.state ?? newCase();
  const decision = decide(state, { type, payload }, { occurred, now });
  const open = await openCase(tx, caseId, commandId, londonDate(now));
  const decided = { matterId: caseId, epoch: newestEpoch, version: state.version, commandId, occurred };
  const outcome = await recordInMatter(tx, open, { ...decided, recordedAt: now, decision }, tools);
  // Somebody else's decision came first, about a case that was taken over before: whoever asks again sees it.
  if (outcome.status !== 'recorded') return problem('CHANGED_MEANWHILE');
  if (!outcome.answer.ok) return outcome.answer;
  const reference = 'reference' in prepared ? (prepared.reference as string) : (soFar.known?.reference ?? '');
  return {
    ...soFar,
    known: { id: caseId, reference },
    state: evolveAll(state, outcome.facts),
    revision: outcome.answer.revision,
    made: new Map([...soFar.made, ...namesOfMade(request.makes, { type, payload, caseId })]),
  };
}

interface Asked {
  readonly request: RehearsedRequest;
  readonly sent: SentTo;
  readonly madeId: string;
  readonly commandId: string;
}

async function prepare(
  { deps, actor, speaker }: Rehearsal,
  { known, revision }: SoFar,
  { request, sent, madeId, commandId }: Asked,
): Promise<PreparedCommand | RequestProblem> {
  const { command, route } = sent;
  const schema = command?.schema ?? adoptionSchema;
  const parsed = schema.safeParse(request.body);
  if (!parsed.success)
    return problem(
      'NOT_AS_DESCRIBED',
      parsed.error.issues
        .slice(0, 50)
        .map(({ path, message }) => ({ at: path.map(String).join('.'), problem: message })),
    );
  if (command === null) return prepareReferral(deps, actor, adoptionSchema.parse(request.body), commandId, true);
  if (command.ifMatch === 'required' && !request.withVersion) return problem('VERSION_MISSING');
  const reference = known?.reference ?? '';
  const by = request.by === 'marac' ? actor : (speaker ?? (await ofTheService(deps, reference)));
  const address = { reference, subjectId: madeId, expectedRevision: request.withVersion ? revision : null };
  const asIfSent = { actor: by, route, key: commandId, bodyHash: '' };
  return prepareCaseCommand(deps, asIfSent, command, address, parsed.data as CommandBody, commandId);
}

/** Somebody of the service that answers for the case, where it is not looked at who. */
async function ofTheService({ store }: Rehearsal['deps'], reference: string): Promise<Actor> {
  const seen = await caseToSee(store.reads, reference);
  const agencyId = seen?.access.idvaServiceId ?? null;
  return { practitionerId: newId(), name: '', appointments: [{ role: 'idvaServiceManager', areaId: null, agencyId }] };
}
