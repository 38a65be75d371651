import type { ResearchAnswersBody } from '../../contracts/meetingCommands.ts';
import { isProblem, meaningOf, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ResearchAnswersView } from '../../contracts/views/researchAnswersView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { commandsUnder, type BatchedCommand } from '../../store/commands/commandsUnder.ts';
import { meetingById } from '../../store/meetings/findMeeting.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import type { MeetingCommand } from './meetingCommand.ts';
import { meetingCommandAt } from './offeredSteps.ts';
import { seeMeeting } from './seeMeeting.ts';
import { sendMeetingCommand } from './sendMeetingCommand.ts';

export type AnswerRow = ResearchAnswersView['items'][number];

const returned = meetingCommandAt('/research');

/** The answer about one case, which stands back behind one that somebody gave meanwhile. */
const firstAnswer: MeetingCommand<'returnResearch'> = {
  ...(returned as MeetingCommand<'returnResearch'>),
  payload: (body, desk) => {
    const made = (returned as MeetingCommand<'returnResearch'>).payload(body, desk);
    return isProblem(made) ? made : { ...made, onlyIfUnanswered: true };
  },
};

/** What is wrong with all of them alike, and is said once. */
const ofAll = ['NOT_ALLOWED', 'UNKNOWN_AGENCY', 'HAPPENS_LATER', 'KEY_REUSED'];

/**
 * Answers for one agency about several cases of a meeting, each by a command of its own: what is refused for one stops
 * no other. Sent again under the same key, what was cut off is gone on with, and nothing is answered twice.
 */
export async function answerAtOnce(
  deps: Dependencies,
  request: CommandRequest,
  meetingId: string,
  { answers, ...common }: ResearchAnswersBody,
): Promise<{ readonly ok: true; readonly rows: readonly AnswerRow[] } | RequestProblem> {
  if (!(await meetingById(deps.store.prisma, meetingId))) return problem('NOT_FOUND');
  const rows: AnswerRow[] = [];
  for (const answer of answers) {
    const { reference } = answer;
    const own = { ...request, key: `${request.key}/${reference}` };
    const address = { meetingId, subjectId: null, expectedRevision: null };
    const sent = await sendMeetingCommand(deps, own, firstAnswer, address, { ...common, ...answer });
    if (isProblem(sent) && ofAll.includes(sent.code)) return sent;
    rows.push(
      isProblem(sent)
        ? { reference, commandId: null, status: 'refused', problem: meaningOf(sent.code) }
        : {
            reference,
            commandId: sent.command.id,
            status: sent.status === 'pending' ? 'waiting' : 'done',
            problem: null,
          },
    );
  }
  return { ok: true, rows };
}

/** What became of answers somebody gave at once, as it stands now: about cases they may still see, and of their own alone. */
export async function answersGiven(
  deps: Dependencies,
  actor: Actor,
  meetingId: string,
  { sentBy, key, route }: { readonly sentBy: readonly string[]; readonly key: string; readonly route: string },
): Promise<{ readonly ok: true; readonly rows: readonly AnswerRow[] } | RequestProblem> {
  const seen = await seeMeeting(deps, actor, meetingId, { event: 'readAnswersGiven', route });
  if (isProblem(seen)) return seen;
  const visible = new Set(seen.cases.map(({ reference }) => reference));
  const { practitionerId: actorId } = actor;
  const under = (from: string) => commandsUnder(deps.store.prisma, { actorId, route: from, keyPrefix: `${key}/` });
  const commands = (await Promise.all(sentBy.map(under))).flat();
  const rows = commands
    .filter(({ caseId }) => caseId === meetingId)
    .map((command) => rowOf(command, command.key.slice(key.length + 1)))
    .filter(({ reference }) => visible.has(reference));
  return { ok: true, rows };
}

function rowOf({ id, status, answer }: BatchedCommand, reference: string): AnswerRow {
  return {
    reference,
    commandId: id,
    status: status === 'parked' ? 'parked' : answer === null ? 'waiting' : answer.ok ? 'done' : 'refused',
    problem: answer?.ok === false ? meaningOf(answer.code) : null,
  };
}
