import { z } from 'zod';
import { furtherAbuseSchema } from '../../../contracts/closing.ts';
import { occurredAtSchema } from '../../../contracts/moment.ts';
import { readMoment, typed } from '../../form/dates.ts';
import type { Fields } from '../../form/fields.ts';
import { readIdentity, said } from '../../form/identity.ts';

/** The contract's own, but that a day nobody typed is told from one that does not exist. */
export const typedReportSchema = z.strictObject({
  ...furtherAbuseSchema.shape,
  incidentAt: z.string().pipe(occurredAtSchema),
});

/** What to say of a field of the report that was left empty. */
export const missingOfReport: Readonly<Record<string, string>> = {
  incidentAt: 'Say on which day it happened.',
  'victim.givenNames': 'Write the victim’s first names.',
  'victim.familyName': 'Write the victim’s family name.',
  'perpetrator.givenNames': 'Write the perpetrator’s first names.',
  'perpetrator.familyName': 'Write the perpetrator’s family name.',
  whatHappened: 'Say what happened.',
};

/** What was typed as the body of a report. */
export function readTypedReport(fields: Fields): unknown {
  return {
    incidentAt: readMoment(typed(fields, 'incidentAtDay'), typed(fields, 'incidentAtTime')),
    victim: readIdentity(fields, 'victim'),
    perpetrator: readIdentity(fields, 'perpetrator'),
    ...said('area', typed(fields, 'area')),
    ...said('agency', typed(fields, 'agency')),
    ...said('whatHappened', typed(fields, 'whatHappened')),
  };
}
