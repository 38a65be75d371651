import { z } from 'zod';
import { weekdays } from '../domain/idva/safeTimes.ts';
import { line, narrative, reasonSchema } from './text.ts';

export const contactMedia = [
  'phone',
  'textMessage',
  'email',
  'visit',
  'videoCall',
  'letter',
  'throughSomebody',
] as const;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time like 09:30.');

/** A time at which the victim can be reached without danger; no contact is planned outside, where there is any. */
export const safeWindowSchema = z
  .strictObject({
    days: z.array(z.enum(weekdays)).min(1).max(weekdays.length),
    from: time.meta({ example: '09:30' }),
    until: time.meta({ example: '14:30', description: 'No longer included. A night is two windows.' }),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'It has to end after it begins, on one day.' })
  .meta({ id: 'SafeWindow' });

/** How the victim can be reached without danger. It belongs to the victim, not to a case, and gates every contact. */
export const safeContactSchema = z
  .strictObject({
    numbers: z.array(line(40)).max(5).meta({ description: 'Numbers that are safe to call.' }),
    media: z.array(z.enum(contactMedia)).min(1).max(contactMedia.length),
    safeTimes: line(400).optional().meta({ example: 'Weekdays while the children are at school, 9:30 to 14:30' }),
    safeWindows: z.array(safeWindowSchema).max(28).optional().meta({
      description:
        'Safe times as days and London times, beside the words. Left out: any time, as far as the words allow.',
    }),
    mayLeaveMessage: z.boolean(),
    safePeople: line(400).optional().meta({ description: 'Who may answer, or may pass something on.' }),
    unsafePeople: line(400).optional().meta({ description: 'Who must never learn of it, beside the perpetrator.' }),
    remarks: narrative(2_000).optional(),
  })
  .meta({ id: 'SafeContact' });

/** What every contact with a victim is asked that lay outside of how they can be reached safely. */
export const outsideFields = {
  outsideSafeContactBecause: reasonSchema.optional().meta({
    description:
      'Why it was made outside of what is safe: at another time, in another way, or by a message where none may be left. Without this such a contact is refused.',
  }),
};

/** What is asked where a victim was told something. */
export const toldFields = {
  medium: z.enum(contactMedia).optional().meta({ description: 'How they were told.' }),
  ...outsideFields,
};
