import type { BulkBody } from '../../contracts/bulk.ts';
import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { maySeeAssessment } from '../../domain/access/assessmentAccess.ts';
import { meetingDutyLevel } from '../../domain/access/meetingDuties.ts';
import { assessmentAccess } from '../../store/assessments/findAssessments.ts';
import { findClock, type ClockWithLedger } from '../../store/clocks/findClock.ts';
import { seeCase } from '../seeCase.ts';
import type { CaseCommand, CommandBody } from '../commands/caseCommand.ts';
import { caseCommands } from '../commands/caseCommands.ts';
import type { MeetingCommand } from '../meetings/meetingCommand.ts';
import { meetingCommands } from '../meetings/meetingCommands.ts';
import { sendMeetingCommand } from '../meetings/sendMeetingCommand.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { sendCaseCommand } from '../sendCaseCommand.ts';
import { dutyVersion } from './dutyVersion.ts';
import type { NotSent, WhyNotSent } from './notSent.ts';

/**
 * Does one thing with several duties, each by a command of its own to its own case or meeting: whoever may not do it there, or asks
 * it of what it does not fit, is told so for that one, and the others go on. Sent again under the same key, nothing is
 * done twice.
 */
export async function sendInBulk(
  deps: Dependencies,
  request: CommandRequest,
  { clocks, ...deed }: BulkBody,
): Promise<readonly NotSent[]> {
  const notSent: NotSent[] = [];
  const codes = await readCodes(deps);
  for (const { clockId, version } of new Map(clocks.map((duty) => [duty.clockId, duty])).values()) {
    const found = await findClock(deps.store.prisma, clockId);
    const isAsSeen = found === null || isStill(version, found, codes);
    const own = { ...request, key: `${request.key}/${clockId}`, stillAsSeen: () => Promise.resolve(isAsSeen) };
    const why = await sendOne(deps, own, found, clockId, deed);
    if (why) notSent.push({ clockId, why });
  }
  return notSent;
}

/** Whether a duty is as it was looked at. One that has ended goes to its case all the same, which says how it ended. */
function isStill(version: string, { clock, agencyId, ownerId }: ClockWithLedger, codes: Codes): boolean {
  return clock.end !== null || dutyVersion({ due: clock.due, agency: codes.agency(agencyId), ownerId }) === version;
}

type Deed = BulkBody extends infer B ? (B extends BulkBody ? Omit<B, 'clocks'> : never) : never;

async function sendOne(
  deps: Dependencies,
  request: CommandRequest,
  found: ClockWithLedger | null,
  clockId: string,
  deed: Deed,
): Promise<WhyNotSent | null> {
  if (found && found.meetingId !== null)
    return sendToMeeting(deps, request, { ...found, meetingId: found.meetingId }, deed);
  if (found && found.assessmentId !== null) return ofAssessment(deps, request, found.assessmentId);
  const wish = { actor: request.actor, permission: 'readCase', event: 'sendInBulk', route: request.route } as const;
  const seen = found?.reference ? await seeCase(deps, found.reference, wish) : problem('NOT_FOUND');
  if (!found?.reference || isProblem(seen)) return 'NOT_FOUND';
  const { reference } = found;
  const fitting = commandFor(found, clockId, deed);
  if (!fitting) return 'ONLY_ACTIONS';
  const address = { reference, subjectId: fitting.subjectId, expectedRevision: null };
  const result = await sendCaseCommand(deps, request, fitting.command, address, fitting.body);
  return isProblem(result) && isUnsent(result) ? result.code : null;
}

/** A duty of a meeting can be chased; it is ended by doing it, and moved by moving the meeting. */
async function sendToMeeting(
  deps: Dependencies,
  request: CommandRequest,
  { clock, meetingId, areaId, agencyId }: ClockWithLedger & { readonly meetingId: string },
  { what, ...body }: Deed,
): Promise<WhyNotSent | null> {
  if (meetingDutyLevel(request.actor, { areaId, agencyId }) === 'none') return 'NOT_FOUND';
  if (what !== 'chased') return 'ONLY_CHASED';
  const address = { meetingId, subjectId: clock.id, expectedRevision: null };
  const result = await sendMeetingCommand(deps, request, chaseOfMeeting, address, body as CommandBody);
  return isProblem(result) && isUnsent(result) ? result.code : null;
}

/** What an assessment that stands alone owes is done there, and by nothing else: a referral, an answer, a decision. */
async function ofAssessment(
  { store }: Dependencies,
  { actor }: CommandRequest,
  assessmentId: string,
): Promise<WhyNotSent> {
  const access = await assessmentAccess(store.prisma, assessmentId);
  return access !== null && maySeeAssessment(actor, access) ? 'AT_THE_ASSESSMENT' : 'NOT_FOUND';
}

/** What was refused by a case has a row that says so; what was refused before has none. */
function isUnsent({ code }: RequestProblem): boolean {
  return [
    'NOT_FOUND',
    'NOT_ALLOWED',
    'UNKNOWN_AGENCY',
    'UNKNOWN_PRACTITIONER',
    'KEY_REUSED',
    'CHANGED_MEANWHILE',
  ].includes(code);
}

function commandFor({ clock }: ClockWithLedger, clockId: string, deed: Deed) {
  const { what, ...body } = deed;
  const to = (path: string, subjectId: string) => ({ command: commandAt(path), subjectId, body: body as CommandBody });
  if (what === 'chased') return to('/clocks/:clockId/acknowledgement', clockId);
  if (clock.subject.type !== 'action') return null;
  return to(`/actions/:actionId/${ends[what]}`, clock.subject.id);
}

const chaseOfMeeting = meetingCommands.find(({ type }) => type === 'acknowledgeDelay') as MeetingCommand;

const ends = { move: 'due-date', reassign: 'reassignment', done: 'completion', notDone: 'not-done' };

function commandAt(path: string): CaseCommand {
  const command = caseCommands.find((each) => each.path === path);
  if (!command) throw new Error(`No command about a case is sent to ${path}.`);
  return command;
}
