import { z } from 'zod';
import { instantView, textOrNull } from './parts.ts';

/** An adviser of a service with their work, and for a case somebody has in mind whether they can take it. */
export const adviserView = z
  .object({
    practitionerId: z.uuid(),
    name: z.string(),
    ftePercent: z.int(),
    kinds: z.array(z.string()),
    languages: z.array(z.string()),
    away: z.object({ until: z.iso.date(), coverId: textOrNull }).nullable(),
    open: z.int().meta({ description: 'Cases they support now.' }),
    engaged: z.int(),
    overdue: z.int().meta({ description: 'Duties of theirs that are overdue.' }),
    pastYear: z.int().meta({ description: 'Cases they were given in the last twelve months.' }),
    roomLeft: z.object({ open: z.int(), pastYear: z.int() }).meta({
      description: 'By policy and their part of a post. Below nothing where they have more than that.',
    }),
    conflict: z
      .boolean()
      .nullable()
      .meta({ description: 'True where they can never have the case. Null without a case.' }),
    speaksLanguage: z
      .boolean()
      .nullable()
      .meta({ description: 'Null where it is English, not known, or without a case.' }),
  })
  .meta({ id: 'Adviser' });
export type AdviserView = z.output<typeof adviserView>;

export const absenceView = z
  .object({
    absenceId: z.uuid(),
    practitionerId: z.uuid(),
    coverId: textOrNull,
    from: z.iso.date(),
    until: z.iso.date(),
  })
  .meta({ id: 'Absence' });
export type AbsenceView = z.output<typeof absenceView>;

/** How far a caseload has been handed over, case by case. */
export const caseloadHandoverView = z
  .object({
    handoverId: z.uuid(),
    from: z.uuid(),
    to: z.uuid(),
    madeAt: instantView,
    total: z.int(),
    done: z.int(),
    refused: z.int(),
    waiting: z.int().meta({ description: 'Not decided yet. They go on by themselves, whatever happens meanwhile.' }),
    cases: z.array(
      z.object({
        reference: z.string(),
        kind: z.string(),
        status: z.enum(['waiting', 'done', 'refused', 'parked']),
        code: textOrNull,
        problem: textOrNull,
        commandId: z.uuid(),
      }),
    ),
  })
  .meta({ id: 'CaseloadHandover' });
export type CaseloadHandoverView = z.output<typeof caseloadHandoverView>;
