import { z } from 'zod';
import { mostInBulk } from '../../../../contracts/bulk.ts';
import { type NotSent, whyNotSent } from '../../../../usecases/bulk/notSent.ts';

/** A duty that was not sent, as the address of the result names it: its id and the code of why. */
export function writeLeft({ clockId, why }: NotSent): string {
  return `${clockId}.${why}`;
}

const written = /^([0-9a-f-]{36})\.([A-Z_]+)$/;

/** What of a batch was not sent, read from the address of its result; what somebody else wrote into it is left out. */
export const leftSchema = z
  .preprocess((value) => [value ?? []].flat(), z.array(z.string()).max(mostInBulk))
  .transform((all) =>
    all.flatMap((each) => {
      const [, clockId, code = ''] = written.exec(each) ?? [];
      const problem = whyNotSent(code);
      return clockId === undefined || problem === null ? [] : [{ clockId, problem }];
    }),
  );
