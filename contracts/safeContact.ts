import { z } from 'zod';
import { line, narrative } from './text.ts';

export const contactMedia = [
  'phone',
  'textMessage',
  'email',
  'visit',
  'videoCall',
  'letter',
  'throughSomebody',
] as const;

/** How the victim can be reached without danger. It belongs to the victim, not to a case, and gates every contact. */
export const safeContactSchema = z
  .strictObject({
    numbers: z.array(line(40)).max(5).meta({ description: 'Numbers that are safe to call.' }),
    media: z.array(z.enum(contactMedia)).min(1).max(contactMedia.length),
    safeTimes: line(400).optional().meta({ example: 'Weekdays while the children are at school, 9:30 to 14:30' }),
    mayLeaveMessage: z.boolean(),
    safePeople: line(400).optional().meta({ description: 'Who may answer, or may pass something on.' }),
    unsafePeople: line(400).optional().meta({ description: 'Who must never learn of it, beside the perpetrator.' }),
    remarks: narrative(2_000).optional(),
  })
  .meta({ id: 'SafeContact' });
