import { z } from 'zod';
import { dateSchema } from '../../contracts/moment.ts';
import { areaSchema, practitionerSchema } from '../../contracts/text.ts';
import { courtDiaryView } from '../../contracts/views/courtDiaryView.ts';
import { pageOf } from '../../contracts/views/parts.ts';
import { readCourtDiary } from '../../usecases/court/readCourtDiary.ts';
import { pageQuery, pageReply, readPage } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

const diaryQuery = z.strictObject({
  ...pageQuery,
  from: dateSchema.optional().meta({ description: 'The first day. Left out: today.' }),
  until: dateSchema.optional().meta({ description: 'The last day. Left out: four weeks on.' }),
  area: areaSchema.optional(),
  practitioner: practitionerSchema
    .optional()
    .meta({ description: 'Only what somebody advises in, goes along to or watches.' }),
});

export const courtDiaryRoutes = [
  defineRoute({
    method: 'get',
    path: '/court-diary',
    summary:
      'Hearings by day, outcomes due and protection that ends, in the cases you may see; hearings you go along to, in any',
    tag: 'Boards',
    permission: 'readCourtDiary',
    audit: 'readCourtDiary',
    schema: { query: diaryQuery },
    answers: [{ status: 200, description: 'A page of the diary.', schema: pageOf(courtDiaryView) }],
    handler: async ({ actor, route, query }, deps) => {
      const page = readPage(query);
      if (!page.ok) return page;
      const diary = await readCourtDiary(deps, actor, route, { ...query, after: page.after, limit: page.limit });
      return diary.ok ? pageReply(diary) : diary;
    },
  }),
];
