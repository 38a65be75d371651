import { z } from 'zod';
import { instantView, textOrNull } from './parts.ts';

/** One line of the court diary; it names nobody a case is about. */
export const courtDiaryView = z
  .object({
    what: z
      .enum(['hearing', 'outcomeDue', 'toCourt', 'answerDue', 'ends', 'release'])
      .meta({ description: 'A hearing, what is due of it, a notice on its way to court, an answer, or an end.' }),
    on: z.iso.date().meta({ description: 'The London day on which it stands.' }),
    at: instantView,
    liveDateId: z.uuid(),
    kind: z.string(),
    reference: z.string(),
    area: textOrNull,
    adviserId: textOrNull,
    goesAlong: z.array(z.string()),
    watchedById: textOrNull,
    overdue: z.boolean(),
    open: z.boolean().meta({
      description:
        'Whether you may open the case. Where not, you are down to go along: of the case you have its reference, its adviser and its area.',
    }),
    court: textOrNull.meta({ description: 'Which court, for whoever goes along. Null for everybody else.' }),
    proceedings: textOrNull.meta({ description: 'Before what kind of court, for whoever goes along.' }),
  })
  .meta({ id: 'CourtDiaryLine' });
export type CourtDiaryView = z.output<typeof courtDiaryView>;
