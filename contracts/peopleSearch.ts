import { z } from 'zod';
import { dateSchema } from './moment.ts';
import { areaSchema, line } from './text.ts';

const whoItMayBe = z.strictObject({
  givenNames: line(100),
  familyName: line(100),
  otherNames: z.array(line(100)).max(10).optional(),
  dateOfBirth: dateSchema.optional().meta({ description: 'Left out where nobody knows it.' }),
  postcode: line(10).optional(),
});

/** Whether the people somebody is about to refer are known already. */
export const peopleSearchSchema = z
  .strictObject({
    area: areaSchema.meta({ description: 'The area the referral would be for.' }),
    victim: whoItMayBe,
    perpetrator: whoItMayBe.optional(),
  })
  .meta({
    id: 'PeopleSearch',
    description:
      'Names that sound alike and dates of birth with a slip in them are found too. Who may see none of what is found gets the same answer as where there is nothing; the coordinator of that case is told.',
  });
export type PeopleSearchBody = z.output<typeof peopleSearchSchema>;
