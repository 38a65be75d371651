import { readDash } from '../../../form/dash.ts';
import { readMoment, typed } from '../../../form/dates.ts';
import type { Fields } from '../../../form/fields.ts';
import { readIdentity, said } from '../../../form/identity.ts';

/** What was typed as the body of an assessment; a checklist nobody began is left out. */
export function readTypedAssessment(fields: Fields): unknown {
  const assessment = readDash(fields, 'assessment');
  const plain = ['area', 'agency', 'reference', 'relationship', 'policeGrade'] as const;
  return {
    ...Object.assign({}, ...plain.map((name) => said(name, typed(fields, name)))),
    ...said('occurredAt', readMoment(typed(fields, 'occurredAtDay'), typed(fields, 'occurredAtTime'))),
    victim: readIdentity(fields, 'victim'),
    perpetrator: readIdentity(fields, 'perpetrator'),
    ...(assessment === undefined ? {} : { assessment }),
  };
}
