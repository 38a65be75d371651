import { z } from 'zod';
import { registerQueryFields } from '../../contracts/report.ts';
import { pageOf } from '../../contracts/views/parts.ts';
import { overrideView, repeatView } from '../../contracts/views/registerView.ts';
import { overrides, repeats } from '../../usecases/reports/registers.ts';
import { pageQuery, pageReply, readPage } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

const registerQuery = z
  .strictObject({ ...pageQuery, ...registerQueryFields })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last day lies before the first.' });

/** Registers: grades raised by judgement, and repeats, each with what became of the case. */
export const registerRoutes = [
  defineRoute({
    method: 'get',
    path: '/reports/overrides',
    summary: 'The register of grades raised by judgement above the count, with reason and later outcome',
    tag: 'Reports',
    permission: 'readReports',
    audit: 'readReport',
    schema: { query: registerQuery },
    answers: [{ status: 200, description: 'The oldest first.', schema: pageOf(overrideView) }],
    handler: async ({ actor, route, query }, deps) => {
      const page = readPage(query);
      if (!page.ok) return page;
      const { after, limit } = page;
      const found = await overrides(deps, actor, route, { ...query, after, limit });
      return found.ok ? pageReply(found) : found;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/reports/repeats',
    summary: 'The register of repeats, each beside the case it repeats, with later outcome',
    tag: 'Reports',
    permission: 'readReports',
    audit: 'readReport',
    schema: { query: registerQuery },
    answers: [{ status: 200, description: 'The oldest first.', schema: pageOf(repeatView) }],
    handler: async ({ actor, route, query }, deps) => {
      const page = readPage(query);
      if (!page.ok) return page;
      const { after, limit } = page;
      const found = await repeats(deps, actor, route, { ...query, after, limit });
      return found.ok ? pageReply(found) : found;
    },
  }),
];
