import { z } from 'zod';
import { commandFields, dateSchema } from './moment.ts';
import { noteSchema, reasonSchema } from './text.ts';

export const pauseReasons = [
  'victimAskedToWait',
  'victimInHospital',
  'victimAbroad',
  'policeOperation',
  'awaitingAnotherAgency',
  'awaitingCourt',
] as const;

export const pauseSchema = z
  .strictObject({ ...commandFields, reason: z.enum(pauseReasons), note: noteSchema })
  .meta({ id: 'ClockPause' });

export const resumptionSchema = z.strictObject({ ...commandFields }).meta({ id: 'ClockResumption' });

export const escalationAcknowledgementSchema = z
  .strictObject({
    ...commandFields,
    until: dateSchema.meta({ description: 'When it is looked at again: at most 7 days away.' }),
    reason: reasonSchema,
  })
  .meta({ id: 'EscalationAcknowledgement' });
