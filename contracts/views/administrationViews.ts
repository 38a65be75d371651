import { z } from 'zod';
import { dateOrNull, instantView, textOrNull } from './parts.ts';

export const postView = z
  .object({
    postId: z.uuid(),
    role: z.string(),
    area: textOrNull,
    agency: textOrNull,
    from: z.iso.date(),
    until: dateOrNull,
    inForce: z.boolean(),
  })
  .meta({ id: 'Post' });

export const awayView = z
  .object({ absenceId: z.uuid(), from: z.iso.date(), until: z.iso.date(), coverId: textOrNull, cover: textOrNull })
  .meta({ id: 'PractitionerAbsence' });

export const practitionerRecordView = z
  .object({
    practitionerId: z.uuid(),
    name: z.string(),
    email: z.string(),
    subject: z.string(),
    lastDay: dateOrNull,
    worksHere: z.boolean(),
    posts: z.array(postView),
    absences: z.array(awayView),
  })
  .meta({ id: 'PractitionerRecord' });
export type PractitionerRecordView = z.output<typeof practitionerRecordView>;

export const practitionerSummaryView = z
  .object({
    practitionerId: z.uuid(),
    name: z.string(),
    worksHere: z.boolean(),
    lastDay: dateOrNull,
    posts: z.array(postView),
  })
  .meta({ id: 'PractitionerSummary' });
export type PractitionerSummaryView = z.output<typeof practitionerSummaryView>;

export const areaRecordView = z
  .object({
    code: z.string(),
    name: z.string(),
    childrensServices: textOrNull,
    idvaService: textOrNull,
    standardRiskService: textOrNull,
  })
  .meta({ id: 'AreaRecord' });
export type AreaRecordView = z.output<typeof areaRecordView>;

export const policyVersionView = z
  .object({
    version: z.string(),
    effectiveFrom: z.iso.date(),
    areas: z.array(z.string()).nullable().meta({ description: 'Null: everywhere.' }),
    changes: z.array(z.string()).meta({ description: 'The sections and figures it sets.' }),
    sets: z
      .array(z.object({ place: z.string(), value: z.string(), source: z.string() }))
      .meta({ description: 'Each figure, rule and ladder it sets, in words, and where that comes from.' }),
    inForce: z.boolean(),
  })
  .meta({ id: 'PolicyVersion' });

export const policyView = z
  .object({
    area: z.string(),
    versionToday: z.string(),
    versions: z.array(policyVersionView),
    calendar: z.object({
      version: z.string(),
      knownFrom: z.iso.date(),
      knownUntil: z.iso.date(),
      nextHolidays: z.array(z.object({ date: z.iso.date(), name: z.string() })),
    }),
  })
  .meta({ id: 'PolicyInForce' });
export type PolicyView = z.output<typeof policyView>;

export const denyEntryView = z
  .object({
    entryId: z.uuid(),
    of: z.string(),
    practitionerId: z.uuid(),
    practitioner: z.string(),
    enteredById: z.uuid(),
    enteredBy: z.string(),
    enteredAt: instantView,
  })
  .meta({ id: 'DenyEntry' });
export type DenyEntryView = z.output<typeof denyEntryView>;
