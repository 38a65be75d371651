import { z } from 'zod';
import { instantView, textOrNull } from './parts.ts';

/** One line of who saw or did what on a case: references, ids, codes and dates. */
export const auditLineView = z
  .object({
    id: z.uuid(),
    kind: z.enum(['did', 'saw']).meta({ description: 'What the record of the case holds, or the access log.' }),
    reference: z.string(),
    area: z.string(),
    what: z.string().meta({ description: 'In plain words; the code is `event`.' }),
    event: z.string(),
    byId: textOrNull,
    by: textOrNull.meta({ description: 'The name, for those who coordinate the area; null for governance.' }),
    asRoles: z.array(z.string()).meta({ description: 'The roles held at that moment.' }),
    address: textOrNull.meta({ description: 'The network address the request came from.' }),
    route: textOrNull,
    outcome: textOrNull,
    refused: z.boolean(),
    at: instantView,
  })
  .meta({ id: 'AuditLine' });
export type AuditLineView = z.output<typeof auditLineView>;

export const auditCheckView = z
  .object({
    holds: z.boolean(),
    broken: textOrNull.meta({ description: 'The first broken link, named.' }),
    checked: z.int().meta({ description: 'Lines of this page that are as they were sealed.' }),
    notSealedYet: z.int(),
    wholeCase: z.boolean().meta({ description: 'Whether the whole chain of facts of one case was checked too.' }),
  })
  .meta({ id: 'AuditCheck' });
export type AuditCheckView = z.output<typeof auditCheckView>;
