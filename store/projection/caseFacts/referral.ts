import type { Fact } from '../../../domain/lifecycle/caseFact.ts';
import type { ReferralFacts } from '../../../domain/lifecycle/facts/referral.ts';
import { partId } from '../partId.ts';
import { assessmentTaken } from './assessmentTaken.ts';
import { type CaseProjection, nothing, type Projected } from './caseProjection.ts';
import { childRow } from './childRow.ts';

export const referralProjection: CaseProjection<keyof ReferralFacts> = {
  referralReceived,
  caughtUp: nothing,
  referralAccepted: nothing,
  referralReturned: nothing,
  referralCompleted: ({ data, occurred }, { standing, writes }) =>
    assessmentTaken(data.assessment, standing.id, occurred.at, writes),
  referralDeclined: nothing,
  riskGraded: ({ data, occurred }, { factId, standing, writes }) => {
    const { overrides, grade, reasonId } = data;
    if (overrides === null) return;
    const override = { fromGrade: overrides, toGrade: grade, contentId: reasonId, occurredAt: occurred.at };
    writes.add('grade_override', { id: factId, caseId: standing.id, ...override });
  },
  consentDecisionOwed: nothing,
  consentDecided: nothing,
};

function referralReceived({ data, occurred }: Fact<'referralReceived'>, { standing, writes }: Projected): void {
  const caseId = standing.id;
  for (const [index, agencyId] of data.referringAgencyIds.entries())
    writes.add('case_agency', { id: partId(caseId, index), caseId, agencyId, part: 'referring' });
  assessmentTaken(data.assessment, caseId, occurred.at, writes);
  for (const child of data.children) writes.add('child', childRow(child, caseId, null));
}
