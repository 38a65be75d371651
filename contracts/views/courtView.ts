import { z } from 'zod';
import { instantOrNull, instantView, textOrNull, wordsView } from './parts.ts';

const milestoneView = z.object({
  milestone: z.string(),
  result: textOrNull,
  occurredAt: instantView,
  details: wordsView,
});

/** What is before courts in a case, and what protects: proceedings, dates that must not be missed, breaches. */
export const courtShape = {
  proceedings: z.array(
    z.object({
      proceedingId: z.uuid(),
      kind: z.string(),
      specialist: z.boolean().meta({ description: 'Before a specialist domestic violence court.' }),
      startedOn: z.iso.date(),
      outcome: textOrNull,
      endedAt: instantOrNull,
      details: wordsView,
      milestones: z.array(milestoneView),
    }),
  ),
  liveDates: z.array(
    z.object({
      liveDateId: z.uuid(),
      kind: z.string(),
      status: z.string(),
      at: instantOrNull,
      startsAt: instantOrNull,
      noDate: z.boolean().meta({ description: 'Nobody has set a date, or there is none by which it ends.' }),
      outcome: textOrNull,
      conditions: z.array(z.string()),
      agency: textOrNull.meta({ description: 'Whose duty it is where it is not the adviser’s.' }),
      authorisedBy: textOrNull,
      watchedById: textOrNull,
      goesAlong: z.array(z.uuid()),
      proceedingId: textOrNull,
      adjourned: z
        .object({ fromId: textOrNull, toId: textOrNull, because: textOrNull })
        .meta({ description: 'The hearing before and the hearing after this one in their chain.' }),
      reviewedAt: instantOrNull,
      told: z
        .object({ at: instantView, result: z.string() })
        .nullable()
        .meta({ description: 'When the victim heard what was decided, or that there is no safe way.' }),
      details: wordsView,
      endedWith: wordsView,
    }),
  ),
  breaches: z.array(
    z.object({
      breachId: z.uuid(),
      liveDateId: z.uuid(),
      occurredAt: instantView,
      conditions: z.array(z.string()),
      details: wordsView,
    }),
  ),
};

export type CourtView = { [K in keyof typeof courtShape]: z.output<(typeof courtShape)[K]> };
