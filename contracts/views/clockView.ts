import { z } from 'zod';
import { dueView, instantOrNull, instantView, textOrNull } from './parts.ts';

/** A clock as a board shows it. */
export const clockView = z
  .object({
    clockId: z.uuid(),
    reference: textOrNull.meta({ description: 'The case it is of; null where it is of a meeting or an assessment.' }),
    meeting: z
      .object({ meetingId: z.uuid(), on: z.iso.date() })
      .nullable()
      .meta({ description: 'The meeting it is of; null for everything else.' }),
    assessment: z
      .object({ assessmentId: z.uuid(), on: z.iso.date() })
      .nullable()
      .meta({ description: 'The assessment without a referral it is of; null for everything else.' }),
    kind: z.string(),
    what: z.string().meta({ description: 'The duty in words.' }),
    subject: z.object({ type: z.string(), id: z.uuid() }),
    status: z.enum(['running', 'paused', 'ended']),
    due: dueView,
    originalDue: dueView,
    overdueAt: instantView,
    overdue: z.boolean(),
    daysLate: z.int().meta({ description: 'Whole London days since the due day; 0 while it is not overdue.' }),
    silent: z
      .boolean()
      .meta({ description: 'True while the case is taken over and not caught up: nobody is reminded.' }),
    agency: textOrNull,
    ownerId: textOrNull,
    rungsFired: z.int(),
    nextReminderAt: instantOrNull,
    outcome: z.enum(['met', 'metLate', 'cancelled']).nullable(),
  })
  .meta({ id: 'Clock' });
export type ClockView = z.output<typeof clockView>;

/** A clock on the board of several areas. */
export const boardClockView = clockView.extend({ area: z.string() }).meta({ id: 'BoardClock' });

/** Why a clock is due when it is due, in words that stand alone. */
export const clockExplanationView = clockView
  .extend({
    why: z.object({
      sentence: z.string(),
      rule: z.string(),
      source: z.string(),
      policyVersion: z.string(),
      calendarVersion: z.string(),
      anchor: instantView,
      skipped: z.array(z.object({ date: z.iso.date(), name: z.string() })),
      provisional: z.boolean(),
    }),
    ledger: z.array(z.object({ at: instantView, what: z.string(), by: textOrNull })),
    rungs: z.array(
      z.object({
        label: z.string(),
        plannedAt: instantView,
        firedAt: instantView,
        recipients: z.int(),
        toldIds: z.array(z.uuid()),
      }),
    ),
  })
  .meta({ id: 'ClockExplanation' });
export type ClockExplanationView = z.output<typeof clockExplanationView>;
