import { z } from 'zod';

const share = z.number().nullable().meta({ description: 'A percentage to one decimal; null of nothing.' });
const answers = z.object({ yes: z.int(), no: z.int(), notAsked: z.int(), share });
const line = {
  referrals: z.int(),
  engaged: z.int().meta({ description: 'Of these referrals, those that engaged at any time since.' }),
  engagementShare: share,
  supportEnded: z.int(),
  feltSafer: answers.meta({
    description: 'Reduced feeling of risk, among those who were asked at the end of support.',
  }),
  abuseStopped: answers,
  riskReviews: z.object({ lower: z.int(), same: z.int(), higher: z.int() }),
};

/** What the IDVA services did in a quarter: for those who run them, not for publication. */
export const idvaReportView = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    areas: z.array(z.object({ area: z.string(), ...line })),
    total: z.object(line),
  })
  .meta({ id: 'IdvaReport' });
export type IdvaReportView = z.output<typeof idvaReportView>;
