import { z } from 'zod';
import { settlements } from '../domain/furtherAbuse/settlement.ts';
import { referenceParam } from './address.ts';
import { commandFields, occurredAtSchema } from './moment.ts';
import { identitySchema } from './person.ts';
import { agencySchema, areaSchema, idSchema, narrative, noteSchema, practitionerSchema, reasonSchema } from './text.ts';

const disposal = z
  .strictObject({
    liveDateId: idSchema,
    disposal: z.enum(['ended', 'transferred', 'watched']),
    watchedBy: practitionerSchema.optional().meta({ description: 'The post that is reminded from now on.' }),
  })
  .refine((row) => (row.disposal === 'watched') === (row.watchedBy !== undefined), {
    path: ['watchedBy'],
    error: 'Name who watches it, and only where it is watched.',
  });

/** What becomes of the dates of a case that is closed, or of a referral that is declined. */
export const disposalsSchema = z
  .array(disposal)
  .max(40)
  .refine((rows) => new Set(rows.map((row) => row.liveDateId)).size === rows.length, 'A date is named twice.')
  .default([])
  .meta({ description: 'What becomes of each order, hearing or bail date that still stands.' });
export type DisposalsBody = z.output<typeof disposalsSchema>;

export const closureSchema = z
  .strictObject({ ...commandFields, reason: reasonSchema.optional(), liveDates: disposalsSchema })
  .meta({ id: 'Closure' });

export const reopeningSchema = z.strictObject({ ...commandFields, reason: reasonSchema }).meta({ id: 'Reopening' });

export const deathSchema = z
  .strictObject({ ...commandFields, note: noteSchema })
  .meta({ id: 'Death', description: 'The victim has died.' });

export const deathTakenBackSchema = z.strictObject({ ...commandFields, reason: reasonSchema }).meta({
  id: 'DeathTakenBack',
  description:
    'The death was recorded by mistake. What is owed counts from when this is recorded, whenever somebody found out.',
});

export const caughtUpSchema = z
  .strictObject({ ...commandFields })
  .meta({ id: 'CaughtUp', description: 'A case that was taken over is up to date; reminders begin.' });

/** Further abuse, reported by who the people are. Nobody learns from the answer whether they are known. */
export const furtherAbuseSchema = z
  .strictObject({
    incidentAt: occurredAtSchema.meta({ description: 'When it happened, to the minute or the day.' }),
    victim: identitySchema,
    perpetrator: identitySchema,
    area: areaSchema.optional().meta({ description: 'Where it happened, as far as known.' }),
    agency: agencySchema.optional().meta({ description: 'For whom you report. Left out: your own agency.' }),
    whatHappened: narrative(10_000),
  })
  .meta({ id: 'FurtherAbuse' });
export type FurtherAbuseBody = z.output<typeof furtherAbuseSchema>;

/** What somebody says becomes of a report of further abuse that waits for a person. */
export const settleReportSchema = z
  .strictObject({
    as: z.enum(settlements).meta({
      description:
        'matched: it is about the two people of a case; within their flag it becomes a repeat. notOurs: nobody here is meant. knownAlready: it is on record already.',
    }),
    reference: referenceParam.optional().meta({ description: 'The case it is matched with.' }),
    reason: reasonSchema,
  })
  .refine(({ as, reference }) => as !== 'matched' || reference !== undefined, {
    path: ['reference'],
    message: 'Say which case it is about.',
  })
  .refine(({ as, reference }) => as === 'matched' || reference === undefined, {
    path: ['reference'],
    message: 'A case is named only where the report is matched with it.',
  })
  .meta({ id: 'SettleReport' });
export type SettleReportBody = z.output<typeof settleReportSchema>;

/** A report that a case has recorded is about other people. */
export const takeOutReportSchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'TakeOutReport' });
export type TakeOutReportBody = z.output<typeof takeOutReportSchema>;
