import { z } from 'zod';
import { researchAnswersSchema } from '../../contracts/meetingCommands.ts';
import { idSchema } from '../../contracts/text.ts';
import { researchAnswersView } from '../../contracts/views/researchAnswersView.ts';
import { answerAtOnce } from '../../usecases/meetings/answerAtOnce.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

export const researchAnswerRoutes = [
  defineRoute({
    method: 'post',
    path: '/meetings/:meetingId/research-answers',
    summary: 'Answer for an agency about several cases of a meeting at once, each by itself',
    tag: 'Meetings',
    permission: 'returnResearch',
    audit: 'returnResearch',
    schema: { params: z.object({ meetingId: idSchema }), body: researchAnswersSchema },
    answers: [
      {
        status: 200,
        description: 'What became of each; sent again under the same key, what was cut off is gone on with.',
        schema: researchAnswersView,
      },
    ],
    handler: async ({ params: { meetingId }, body, ...request }, deps) => {
      const answered = await answerAtOnce(deps, request, meetingId, body);
      return answered.ok ? found({ items: answered.rows }) : answered;
    },
  }),
];
