import { z } from 'zod';
import { idSchema } from './text.ts';
import { readCaseReference } from '../domain/ids/caseReference.ts';

/** A case by its reference, however it was typed; a slip in it is caught by its check symbol. */
export const referenceParam = z
  .string()
  .max(20)
  .transform((typed, context) => {
    const reference = readCaseReference(typed);
    if (reference !== null) return reference;
    context.addIssue({ code: 'custom', message: 'This is not the reference of a case.' });
    return z.NEVER;
  })
  .meta({ description: 'The reference of the case.', example: 'KMT4-9RQX' });

export const caseParams = z.object({ reference: referenceParam });
export const idParams = z.object({ id: idSchema });
/** A transfer of a case in an address. */
export const transferParams = caseParams.extend({ transferId: idSchema });
