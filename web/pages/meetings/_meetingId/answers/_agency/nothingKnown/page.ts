import type { z } from 'zod';
import { researchAnswersSchema } from '../../../../../../../contracts/meetingCommands.ts';
import { isProblem } from '../../../../../../../contracts/problemCode.ts';
import { answerAtOnce } from '../../../../../../../usecases/meetings/answerAtOnce.ts';
import { formPageData } from '../../../../../../commandForms/formPageData.ts';
import { readCommandFields } from '../../../../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../../../../definePage.ts';
import { typed } from '../../../../../../form/dates.ts';
import { counted } from '../../../../../../wording/days.ts';
import { agencyAtMeetingParams } from '../../../meetingParams.ts';
import { askedOf } from '../askedOf.ts';
import { notKept } from '../form.ts';

const schema = researchAnswersSchema.omit({ agency: true });

/** Check before sending: "nothing known" about every case that an agency has not answered, as they stand on this page. */
export const nothingKnownPage = definePage<z.output<typeof agencyAtMeetingParams>, unknown, z.output<typeof schema>>({
  path: '/meetings/:meetingId/answers/:agency/nothing-known',
  permission: 'returnResearch',
  audit: 'returnResearch',
  params: agencyAtMeetingParams,
  view: 'meetings/_meetingId/answers/_agency/nothingKnown/view.njk',
  show: async (input, deps) => {
    const asked = await askedOf(deps, input);
    if (isProblem(asked)) return asked;
    const { meetingId, agency } = input.params;
    const left = asked.cases.filter(({ isLeft }) => isLeft);
    const data = {
      ...formPageData({
        back: { text: 'The cases to answer', href: `/meetings/${meetingId}/answers/${agency}` },
        caption: asked.caption,
        before:
          'Silence is reported; to know nothing is an answer. Send this only when somebody has looked for the people of every case below in what your agency holds.',
        fields: [],
        hidden: { references: left.map(({ reference }) => reference).join(' ') },
        withWhen: true,
        button: `Answer “nothing known” for ${counted(left.length, 'case')}`,
      }),
      left,
      meetingHref: `/meetings/${meetingId}`,
    };
    return { ok: true, title: 'Nothing is known in these cases', data };
  },
  form: {
    schema,
    read: (fields) => ({
      ...(readCommandFields({ fields: [] }, fields) as object),
      answers: typed(fields, 'references')
        .split(' ')
        .flatMap((reference) => (reference === '' ? [] : { reference, result: 'nothingKnown' })),
    }),
    act: async ({ actor, route, key, bodyHash, params: { meetingId, agency }, body }, deps) => {
      const request = { actor, route, key, bodyHash };
      const answered = await answerAtOnce(deps, request, meetingId, { ...body, agency });
      if (!answered.ok) return answered;
      const notice = notKept(answered.rows);
      const to = `/meetings/${meetingId}/answers/${agency}/sent/${key}`;
      return { ok: true, to, ...(notice === undefined ? {} : { notice }) };
    },
  },
});
