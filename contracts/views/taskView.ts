import { z } from 'zod';
import { clockView } from './clockView.ts';
import { instantView, textOrNull, wordsView } from './parts.ts';

/** Something to do, with what one has to know before doing it. */
export const taskView = clockView
  .omit({ silent: true, nextReminderAt: true, outcome: true, status: true })
  .extend({
    why: z.string().meta({ description: 'Why it is due then, in words that stand alone.' }),
    path: z.string().meta({ description: 'Where it is done, below the address of the product.' }),
    insteadOf: textOrNull.meta({
      description: 'The colleague one stands in for; null where it is one’s own or a post’s.',
    }),
    side: z.enum(['asked', 'asking']).nullable().meta({
      description: 'Of a transfer: whether it is one’s own area that is asked, or that asks. Null for everything else.',
    }),
    contact: z
      .object({
        safeTimes: wordsView.meta({ description: 'How and when the victim can be reached safely, as it was written.' }),
        next: z.object({ from: instantView, until: instantView }).nullable().meta({
          description:
            'The next safe time. Null where no times were set, so that one has to read how; or where none is known.',
        }),
        beforeDue: z.boolean().meta({
          description: 'False where no safe time comes before it is due: then the service has to decide how to go on.',
        }),
      })
      .nullable()
      .meta({ description: 'For duties that mean reaching the victim.' }),
  })
  .meta({ id: 'Task' });
export type TaskView = z.output<typeof taskView>;
