import { z } from 'zod';
import { isProblem, type RequestProblem } from '../../../contracts/problemCode.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { Dependencies } from '../../../usecases/dependencies.ts';
import { readNames, type Names } from '../../../usecases/office/readNames.ts';
import { areasOfReports } from '../../../usecases/reports/reportAreas.ts';
import { definePage, type Page } from '../../definePage.ts';
import type { Position } from '../../../contracts/cursor.ts';
import { addressOf, afterQuery, pagingOf } from '../../paging.ts';
import { asChoice } from '../../wording/asChoice.ts';
import { reportNavigation, reports, type ReportAddress } from './reportNames.ts';
import { csvOf, type ReportTable } from './reportTable.ts';

/** A part of the filter of a report, drawn as a choice. */
export interface ReportFilter {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly empty: string;
}

/** What a report shows: its tables with a sentence before them, and what to do where there is nothing. */
export interface ReportShown {
  readonly ok: true;
  readonly filters: readonly ReportFilter[];
  readonly lead: string;
  /** The first one is the file to save. */
  readonly tables: readonly ReportTable[];
  readonly empty: string;
  readonly notes?: readonly string[];
  readonly next?: Position | null;
  /** The name of its file, with what it is about. */
  readonly fileName: string;
}

interface Reading<Asked> {
  readonly asked: Asked;
  readonly actor: Actor;
  readonly route: string;
  readonly now: IsoInstant;
  readonly names: Names;
  readonly areas: ReportFilter;
  readonly after: Position | null;
  readonly limit: number;
}

interface Report<Shape extends z.ZodRawShape> {
  readonly path: ReportAddress;
  readonly query: Shape;
  read(reading: Reading<z.output<z.ZodObject<Shape>>>, deps: Dependencies): Promise<ReportShown | RequestProblem>;
}

const linesShown = 50;
/** A register longer than this is saved by shorter periods. */
const mostRows = 5_000;

/** A report as a page and as a table to save, both by the filter in their address. */
export function defineReport<Shape extends z.ZodRawShape>(report: Report<Shape>): readonly Page[] {
  const { path, query } = report;
  const title = reports.find(({ href }) => href === path)?.name ?? path;
  const about = { permission: 'readReports', audit: 'readReport', view: 'reportPage.njk' } as const;
  const page = definePage({
    ...about,
    path,
    query: z.object({ ...query, after: afterQuery.optional() }),
    askedOnPage: { typed: [] },
    show: async ({ actor, query: asked, route, now }, deps) => {
      const { after = null, ...rest } = asked as { after?: Position } & z.output<z.ZodObject<Shape>>;
      const filter = rest as z.output<z.ZodObject<Shape>>;
      const [names, areas] = await Promise.all([readNames(deps), areaChoices(deps, actor)]);
      const shown = await report.read(
        { asked: filter, actor, route, now, names, areas, after, limit: linesShown },
        deps,
      );
      if (isProblem(shown)) return shown;
      const { next = null, notes = [], ...data } = shown;
      const isFiltered = Object.values(filter).some((value) => value !== undefined);
      const tables = data.tables.filter(({ rows }) => rows.length > 0);
      return {
        ok: true,
        title,
        data: {
          ...{ ...data, tables, notes, isFiltered, path, asked: filter },
          navigation: reportNavigation(path),
          saveHref: tables.length > 0 ? addressOf(`${path}/table`, filter) : null,
          paging: pagingOf(path, filter, after === null, next),
        },
      };
    },
  });
  const file = definePage({
    ...about,
    path: `${path}/table`,
    query: z.object(query),
    show: async ({ actor, query: asked, route, now }, deps) => {
      const filter = asked as z.output<z.ZodObject<Shape>>;
      const [names, areas] = await Promise.all([readNames(deps), areaChoices(deps, actor)]);
      const reading = { asked: filter, actor, route, now, names, areas, after: null, limit: mostRows };
      const shown = await report.read(reading, deps);
      if (isProblem(shown)) return shown;
      const [table] = shown.tables;
      const more = shown.next
        ? [[{ text: `There is more than stands here, ${mostRows} rows: choose a shorter time.` }]]
        : [];
      const content = table ? csvOf({ ...table, rows: [...table.rows, ...more] }) : '';
      return { ok: true, file: { name: `${shown.fileName}.csv`, type: 'csv', content } };
    },
  });
  return [page, file];
}

async function areaChoices(deps: Dependencies, actor: Actor): Promise<ReportFilter> {
  const choices = (await areasOfReports(deps, actor)).map(asChoice);
  return { name: 'area', label: 'Area', choices, empty: 'All you have figures of' };
}
