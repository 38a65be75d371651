import { z } from 'zod';
import { dateSchema } from '../../../contracts/moment.ts';
import { areaSchema } from '../../../contracts/text.ts';
import { mayDo } from '../../../domain/access/mayDo.ts';
import { addDays, londonDate } from '../../../domain/calendar/london.ts';
import { readCourtDiary } from '../../../usecases/court/readCourtDiary.ts';
import { listAreas } from '../../../usecases/office/listOffice.ts';
import { readNames, readNamesShownTo } from '../../../usecases/office/readNames.ts';
import { definePage } from '../../definePage.ts';
import { readDate } from '../../form/dates.ts';
import { afterQuery, chosen, pagingOf } from '../../paging.ts';
import { presentDiary } from './present.ts';

const linesShown = 50;
const spans = ['7', '28', '90', '365'] as const;
const spanWords = { 7: 'A week', 28: 'Four weeks', 90: 'Three months', 365: 'A year' };
const typedDate = z.preprocess((value) => (typeof value === 'string' ? readDate(value) : value), dateSchema.optional());

/** Hearings by day, outcomes due and protection that ends; of those who hold none of its posts the hearings they go along to. */
export const courtDiaryPage = definePage({
  path: '/court-diary',
  permission: 'readCourtDiary',
  audit: 'readCourtDiary',
  query: z.object({
    area: chosen(areaSchema),
    whose: chosen(z.enum(['mine'])),
    from: typedDate,
    days: chosen(z.enum(spans)),
    after: afterQuery.optional(),
  }),
  askedOnPage: { typed: ['from'] },
  view: 'courtDiary/view.njk',
  navigation: { label: 'Court diary', order: 48 },
  show: async ({ actor, query, route, now }, deps) => {
    const { after = null, ...filter } = query;
    const from = filter.from ?? londonDate(now);
    const diary = await readCourtDiary(deps, actor, route, {
      area: filter.area,
      practitioner: filter.whose === 'mine' ? actor.practitionerId : undefined,
      from,
      until: addDays(from, Number(filter.days ?? '28')),
      after,
      limit: linesShown,
    });
    if (!diary.ok) return diary;
    const people = diary.items.flatMap(({ adviserId, watchedById, goesAlong }) => [
      adviserId,
      watchedById,
      ...goesAlong,
    ]);
    const [names, nameOf, areas] = await Promise.all([
      readNames(deps),
      readNamesShownTo(deps, actor, people),
      listAreas(deps),
    ]);
    const data = {
      days: presentDiary(diary.items, { names, nameOf, now }),
      areas: areas.map(({ code, name }) => ({ value: code, text: name })),
      ofCases: mayDo(actor, 'readDatesOfCases', null),
      spans: Object.entries(spanWords).map(([value, text]) => ({ value, text })),
      asked: filter,
      isFiltered: Object.values(filter).some((value) => value !== undefined),
      paging: pagingOf('/court-diary', filter, after === null, diary.next),
    };
    return { ok: true, title: 'Court diary', data };
  },
});
