import { z } from 'zod';
import { clockView } from './clockView.ts';
import { dueView, instantView } from './parts.ts';

/** A deadline that was crossed while the product was down. */
export const deadlineCrossedView = z
  .object({
    outage: z.object({ from: instantView, until: instantView }),
    dueThen: dueView.meta({ description: 'When it was due at that time, whatever was moved since.' }),
    overdueThen: instantView,
    clock: clockView.meta({ description: 'The clock as it stands now.' }),
  })
  .meta({ id: 'DeadlineCrossed' });
export type DeadlineCrossedView = z.output<typeof deadlineCrossedView>;
