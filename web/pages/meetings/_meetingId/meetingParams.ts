import { z } from 'zod';
import { referenceParam } from '../../../../contracts/address.ts';
import { idSchema } from '../../../../contracts/text.ts';

/** A meeting in an address. */
export const meetingParams = z.object({ meetingId: idSchema });
/** A case on the list of a meeting, in an address. */
export const caseAtMeetingParams = meetingParams.extend({ reference: referenceParam });
