import { z } from 'zod';
import { idSchema } from '../../../../contracts/text.ts';

/** An assessment that stands alone, by its id. */
export const assessmentParams = z.object({ assessment: idSchema });
