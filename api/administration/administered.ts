import { z } from 'zod';
import type { Administered } from '../../usecases/administration/people.ts';
import type { Reply } from '../defineRoute.ts';

export const nothing = z.strictObject({}).meta({ description: 'Nothing more has to be said.' });

/** What an act of administration answers: the id of what it was about. */
export function administeredAnswers(status: 200 | 201) {
  return [{ status, description: 'Done.', schema: z.object({ id: z.uuid() }) }];
}

export function administered(outcome: Administered, status: 200 | 201): Reply {
  return outcome.ok ? { ok: true, status, body: { id: outcome.id } } : outcome;
}
