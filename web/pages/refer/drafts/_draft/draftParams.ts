import { z } from 'zod';
import { idSchema } from '../../../../../contracts/text.ts';

/** A referral that somebody has begun, in an address. */
export const draftParams = z.object({ draftId: idSchema });
