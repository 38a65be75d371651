import type { z } from 'zod';
import { caseTakenSchema, type CaseTakenBody } from '../../../../../../contracts/meetingCommands.ts';
import { isProblem, problem } from '../../../../../../contracts/problemCode.ts';
import { agendaOf, nextToTake } from '../../../../../../domain/meetings/agenda.ts';
import { getCaseAtMeeting } from '../../../../../../usecases/meetings/getCaseAtMeeting.ts';
import { getMeeting } from '../../../../../../usecases/meetings/getMeeting.ts';
import { meetingCommandAt, offeredSteps } from '../../../../../../usecases/meetings/offeredSteps.ts';
import { sendMeetingCommand } from '../../../../../../usecases/meetings/sendMeetingCommand.ts';
import { listAgencies } from '../../../../../../usecases/office/listOffice.ts';
import { readNames } from '../../../../../../usecases/office/readNames.ts';
import { definePage } from '../../../../../definePage.ts';
import { caseTakenAsSeen } from '../../asSeen.ts';
import { caseAtMeetingParams } from '../../meetingParams.ts';
import { sentFromMeeting } from '../../sentFromMeeting.ts';
import { caseTakenField, caseTakenMissing, caseTakenValues, readCaseTaken } from './form.ts';
import { presentCaseAtMeeting } from './present.ts';

const command = meetingCommandAt('/cases');
type Params = z.output<typeof caseAtMeetingParams>;

/** One case at the table: what agencies know, and what the meeting decides; the next case follows. */
export const caseAtMeetingPage = definePage<Params, unknown, CaseTakenBody>({
  path: '/meetings/:meetingId/cases/:reference',
  permission: command.permission,
  audit: command.type,
  params: caseAtMeetingParams,
  view: 'meetings/_meetingId/cases/_reference/view.njk',
  show: async ({ actor, params, route }, deps) => {
    const board = await getMeeting(deps, actor, params.meetingId, route);
    if (isProblem(board)) return board;
    if (!(await offeredSteps(deps, actor, board.view)).includes(command)) return problem('NOT_FOUND');
    const read = await getCaseAtMeeting(deps, actor, params, route);
    if (isProblem(read)) return read;
    const { casesWithChildren, casesWithAdults } = agendaOf(board.view.cases, [], []);
    const listed = [...casesWithChildren, ...casesWithAdults].find((each) => each.reference === params.reference);
    if (!listed) return problem('NOT_FOUND');
    const [agencies, names] = await Promise.all([listAgencies(deps), readNames(deps)]);
    const asked = board.view.research
      .filter((each) => each.asked.includes(params.reference))
      .map(({ agency }) => agency);
    const data = presentCaseAtMeeting(read.view, { board: board.view, listed, agencies, asked, names });
    const usual = { reference: params.reference, outcome: 'presented' };
    const values = caseTakenValues(read.view.taken, usual);
    const seen = caseTakenAsSeen(read.view.taken, names);
    return { ok: true, title: `Case ${params.reference}`, data, values, seen };
  },
  form: {
    schema: caseTakenSchema,
    read: readCaseTaken,
    fieldOf: caseTakenField,
    missing: caseTakenMissing,
    act: async ({ actor, route, key, bodyHash, params, body, stillAsSeen }, deps) => {
      const { meetingId, reference } = params;
      const { outcome } = body;
      const address = { meetingId, subjectId: null, expectedRevision: null };
      const taken = { ...body, reference };
      const request = { actor, route, key, bodyHash, stillAsSeen };
      const result = await sendMeetingCommand(deps, request, command, address, taken);
      const board = await getMeeting(deps, actor, meetingId, route);
      // This one is taken, even where the board has not heard of it yet.
      const cases = board.ok ? board.view.cases : [];
      const next = nextToTake(cases.map((each) => (each.reference === reference ? { ...each, outcome } : each)));
      const to = next ? `/meetings/${meetingId}/cases/${next.reference}` : `/meetings/${meetingId}`;
      const what = outcome === 'presented' ? 'recorded' : 'deferred';
      const follows = next ? `Case ${next.number} follows.` : 'Every case is taken: the meeting can be concluded.';
      return sentFromMeeting(result, to, `Case ${reference} is ${what}. ${follows}`);
    },
  },
});
