import type { z } from 'zod';
import { researchAnswersSchema } from '../../../../../../contracts/meetingCommands.ts';
import { isProblem, problem } from '../../../../../../contracts/problemCode.ts';
import { answerAtOnce, answersGiven } from '../../../../../../usecases/meetings/answerAtOnce.ts';
import { definePage, type FormInput } from '../../../../../definePage.ts';
import type { Dependencies } from '../../../../../../usecases/dependencies.ts';
import { counted } from '../../../../../wording/days.ts';
import { choicesOf } from '../../../../../wording/labels.ts';
import { researchResultLabels } from '../../../../../wording/meetings.ts';
import { agencyAtMeetingParams } from '../../meetingParams.ts';
import { askedOf } from './askedOf.ts';
import { answerField, answerFieldAt, missingAnswers, notKept, readAnswers } from './form.ts';

const schema = researchAnswersSchema.omit({ agency: true });
const results = choicesOf(researchResultLabels).filter(({ value }) => value !== 'missing');
type Params = z.output<typeof agencyAtMeetingParams>;
type Body = z.output<typeof schema>;

/** The cases of a meeting about which an agency has not answered: an answer for each, as far as one has come. */
export const answersPage = definePage<Params, unknown, Body>({
  path: '/meetings/:meetingId/answers/:agency',
  permission: 'returnResearch',
  audit: 'returnResearch',
  params: agencyAtMeetingParams,
  view: 'meetings/_meetingId/answers/_agency/view.njk',
  show: async (input, deps) => {
    const asked = await askedOf(deps, input);
    if (isProblem(asked)) return asked;
    const { meetingId, agency } = input.params;
    const left = asked.cases.filter(({ isLeft }) => isLeft).length;
    const rows = asked.cases.map((each) => ({
      ...each,
      result: answerField(each.reference, 'result'),
      words: answerField(each.reference, 'words'),
    }));
    const address = `/meetings/${meetingId}`;
    const data = {
      ...{ address, caption: asked.caption, rows, left, results },
      restHref: left === 0 ? null : `${address}/answers/${agency}/nothing-known`,
    };
    const title = left === 0 ? 'Everything is answered' : `${counted(left, 'case')} to answer`;
    return { ok: true, title, data };
  },
  form: { schema, read: readAnswers, fieldOf: answerFieldAt, missing: missingAnswers, act },
});

async function act(input: FormInput<Params, unknown, Body>, deps: Dependencies) {
  const { actor, route, key, bodyHash, params, body } = input;
  const meanwhile = await answeredMeanwhile(input, deps);
  if (isProblem(meanwhile)) return meanwhile;
  const answered = await answerAtOnce(deps, { actor, route, key, bodyHash }, params.meetingId, {
    ...body,
    agency: params.agency,
  });
  if (!answered.ok) return answered;
  const notice = notKept(answered.rows);
  const to = `/meetings/${params.meetingId}/answers/${params.agency}/sent/${key}`;
  return { ok: true as const, to, ...(notice === undefined ? {} : { notice }) };
}

const otherAnswer =
  'Somebody answered for the agency meanwhile. Take this out here, and add it to their answer at the case.';

/** Where a colleague was quicker, what somebody has written stays before them and nothing is sent. */
async function answeredMeanwhile(input: FormInput<Params, unknown, Body>, deps: Dependencies) {
  const { actor, route, key, params, body } = input;
  const asked = await askedOf(deps, input);
  if (isProblem(asked)) return asked;
  const given = await answersGiven(deps, actor, params.meetingId, { sentBy: [route], key, route });
  if (isProblem(given)) return given;
  const late = body.answers.filter(
    ({ reference, result }) =>
      result !== 'nothingKnown' &&
      !given.rows.some((row) => row.reference === reference) &&
      asked.cases.some((each) => each.reference === reference && !each.isLeft),
  );
  if (late.length === 0) return null;
  const parts = late.map(({ reference }) => ({ at: answerField(reference, 'words'), problem: otherAnswer }));
  return problem('CHANGED_MEANWHILE', parts);
}
