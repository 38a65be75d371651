import { z } from 'zod';
import { auditQuestion } from '../../contracts/audit.ts';
import { auditCheckView, auditLineView } from '../../contracts/views/auditView.ts';
import { readAudit } from '../../usecases/audit/readAudit.ts';
import { pageQuery, readPage } from '../answers.ts';
import { cursorOf } from '../../contracts/cursor.ts';
import { defineRoute } from '../defineRoute.ts';

const auditQuery = z.strictObject({ ...pageQuery, ...z.object(auditQuestion).partial().shape });
const auditPage = z.object({
  items: z.array(auditLineView),
  next: z.string().nullable(),
  check: auditCheckView,
});

/** Who saw or did what. */
export const auditRoutes = [
  defineRoute({
    method: 'get',
    path: '/audit',
    summary: 'Who saw or did what on cases of your areas, the latest first, checked against the chains',
    tag: 'Audit',
    permission: 'readAuditTrail',
    audit: 'readAudit',
    schema: { query: auditQuery },
    answers: [{ status: 200, description: 'A page of lines.', schema: auditPage }],
    handler: async ({ actor, route, query }, deps) => {
      const page = readPage(query);
      if (!page.ok) return page;
      const question = { ...query, after: page.after, limit: page.limit };
      const read = await readAudit(deps, { actor, route, event: 'readAudit' }, question);
      if (!read.ok) return read;
      const { items, next, check } = read;
      return { ok: true, status: 200, body: { items, next: next && cursorOf(next), check } };
    },
  }),
];
