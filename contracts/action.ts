import { z } from 'zod';
import { commandFields, dueSchema } from './moment.ts';
import { agencySchema, narrative, noteSchema, practitionerSchema, reasonSchema } from './text.ts';

/** What an action is set against. An action that meets no risk is not an action. */
export const risks = [
  'physicalHarm',
  'strangulation',
  'sexualAbuse',
  'stalking',
  'coerciveControl',
  'harmToChildren',
  'homelessness',
  'finances',
  'immigration',
  'isolation',
  'mentalHealth',
  'selfHarm',
  'substanceMisuse',
  'honourBasedAbuse',
  'perpetratorBehaviour',
  'other',
] as const;

export const actionFields = {
  agency: agencySchema,
  owner: practitionerSchema.optional().meta({ description: 'Who does it. Left out: whoever represents the agency.' }),
  risk: z.enum(risks).meta({ description: 'The risk this action meets.' }),
  description: narrative(2_000).meta({ description: 'What is to be done.' }),
  urgent: z.boolean().default(false).meta({ description: 'Urgent actions are due in 24 hours, to the minute.' }),
  due: dueSchema.optional().meta({ description: 'Left out: by the policy of the area.' }),
};

export const newActionSchema = z.strictObject({ ...commandFields, ...actionFields }).meta({ id: 'NewAction' });

export const actionCompletionSchema = z
  .strictObject({ ...commandFields, note: noteSchema })
  .meta({ id: 'ActionCompletion' });

export const actionReasonSchema = z
  .strictObject({ ...commandFields, reason: reasonSchema })
  .meta({ id: 'ActionWithoutResult' });

export const reassignmentSchema = z
  .strictObject({ ...commandFields, agency: agencySchema, owner: actionFields.owner, reason: reasonSchema })
  .meta({ id: 'ActionReassignment' });

export const dueDateSchema = z
  .strictObject({ ...commandFields, due: dueSchema, reason: reasonSchema })
  .meta({ id: 'ActionDueDate' });
