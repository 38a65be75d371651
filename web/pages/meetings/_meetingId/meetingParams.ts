import { z } from 'zod';
import { referenceParam } from '../../../../contracts/address.ts';
import { agencySchema, idSchema } from '../../../../contracts/text.ts';

/** A meeting in an address. */
export const meetingParams = z.object({ meetingId: idSchema });
/** One agency at a meeting, in an address. */
export const agencyAtMeetingParams = meetingParams.extend({ agency: agencySchema });
/** A case on the list of a meeting, in an address. */
export const caseAtMeetingParams = meetingParams.extend({ reference: referenceParam });
