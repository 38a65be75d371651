import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { mayDoInArea } from '../../domain/access/mayDo.ts';
import { officePermissions } from '../../domain/access/permission.ts';
import { deriveId } from '../../platform/ids.ts';
import { caseAccess } from '../../store/access/caseAccess.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { caseByReference } from '../../store/cases/findCase.ts';
import { sealContents, type NewContent } from '../../store/content/sealContent.ts';
import { meetingById, type KnownMeeting } from '../../store/meetings/findMeeting.ts';
import type { CommandBody } from '../commands/caseCommand.ts';
import type { Dependencies } from '../dependencies.ts';
import { findNamed, type NamedThings } from '../namedThings.ts';
import { occurredOrNow } from '../occurredNow.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { sendCommand, type CommandResult, type PreparedCommand } from '../sendCommand.ts';
import type { MeetingCommand, MeetingDesk } from './meetingCommand.ts';

/** Which meeting, and within it which clock, the address names; and the version that was looked at. */
export interface MeetingAddress {
  readonly meetingId: string;
  readonly subjectId: string | null;
  readonly expectedRevision: number | null;
}

/** Sends one of the commands about a meeting that is called already: authorised, prepared, staged, decided, answered. */
export async function sendMeetingCommand(
  deps: Dependencies,
  request: CommandRequest,
  command: MeetingCommand,
  address: MeetingAddress,
  body: CommandBody,
): Promise<CommandResult> {
  return sendCommand(deps, request, (commandId) => prepare(deps, request, command, address, body, commandId));
}

async function prepare(
  deps: Dependencies,
  { actor, route }: CommandRequest,
  command: MeetingCommand,
  { meetingId, subjectId, expectedRevision }: MeetingAddress,
  body: CommandBody,
  commandId: string,
): Promise<PreparedCommand | RequestProblem> {
  const meeting = await meetingById(deps.store.prisma, meetingId);
  if (!meeting) return problem('NOT_FOUND');
  const named = await findNamed(deps, command.named(body));
  if (!isAllowed(actor, command, meeting, named, body)) return problem('NOT_ALLOWED');
  if (!named.ok) return named;
  const about = await caseNamed(deps, actor, command, route, body);
  if (isProblem(about)) return about;
  const when = occurredOrNow(body.occurredAt, deps.clock.now());
  if (!when.ok) return when;
  const kept: NewContent[] = [];
  const desk = deskOf(commandId, { meetingId, caseId: about.caseId, subjectId: subjectId ?? '' }, named, kept);
  const payload = command.payload(body, desk);
  if (isProblem(payload)) return payload;
  return {
    about: 'meeting',
    type: command.type,
    caseId: meetingId,
    occurred: when.occurred,
    expectedRevision,
    write: async (tx) => {
      await sealContents(tx, deps.sealing, kept, deps.clock.now());
      return payload;
    },
  };
}

/** For an area by its posts; for an agency by its own people alone. */
function isAllowed(
  actor: Actor,
  command: MeetingCommand,
  meeting: KnownMeeting,
  named: NamedThings | RequestProblem,
  body: CommandBody,
): boolean {
  if (!command.forOwnAgency) return mayDoInArea(actor, command.permission, meeting.areaId);
  if (!named.ok) return true;
  const own = agenciesHeldAs(actor, officePermissions[command.permission]);
  return (command.named(body).agencies ?? []).map(named.agencyId).every((id) => own.includes(id));
}

/** The case that a body names, if whoever names it may see it: to anybody else there is no such case. */
async function caseNamed(
  { store, clock }: Dependencies,
  actor: Actor,
  command: MeetingCommand,
  route: string,
  body: CommandBody,
): Promise<{ readonly caseId: string } | RequestProblem> {
  const reference = command.reference(body);
  if (reference === null) return { caseId: '' };
  const known = await caseByReference(store.prisma, reference);
  const access = known && (await caseAccess(store.prisma, known.id));
  if (!known || !access) return problem('NOT_FOUND');
  if (disclosureLevel(actor, access) !== 'none') return known.erased ? problem('CASE_ENDED') : { caseId: known.id };
  const { practitionerId: actorId } = actor;
  const hidden = { actorId, event: command.type, route, caseId: known.id, outcome: 'hidden', at: clock.now() };
  await recordAccess(store.prisma, hidden);
  return problem('NOT_FOUND');
}

function deskOf(
  commandId: string,
  ids: Pick<MeetingDesk, 'meetingId' | 'caseId' | 'subjectId'>,
  named: NamedThings,
  kept: NewContent[],
): MeetingDesk {
  const keep: MeetingDesk['keep'] = (kind, value, name = kind) => {
    const id = deriveId(commandId, `content/${name}`);
    // Words about a case are erased with it.
    kept.push({ id, subjectId: ids.caseId === '' ? ids.meetingId : ids.caseId, commandId, kind, value });
    return id;
  };
  return {
    ...ids,
    id: (name) => deriveId(commandId, name),
    agency: named.agencyId,
    keep,
    keepIfAny: (kind, words, name) => (words === undefined ? null : keep(kind, words, name)),
  };
}
