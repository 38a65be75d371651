import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { IdvaReportView } from '../../contracts/views/idvaReportView.ts';
import type { AssessmentsReportView } from '../../contracts/views/loneAssessmentView.ts';
import { knownEvents } from '../../store/assessments/knownEvents.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody, dash } from './officeForTest.ts';

const office = officeForFile({ now: '2026-03-02T10:00:00.000Z' });
// Grace supervises every area; Marek refers for the police.
const [grace, marek] = [office.as('grace.oyelaran'), office.as('marek.nowak')];

/** Of nobody at high risk, so that it may be declined. */
const low = {
  area: 'dover',
  policeGrade: 'standard',
  assessment: { tool: 'DASH', version: 'marac-1', answers: dash(3) },
};

async function referred(): Promise<string> {
  const sent = await marek.post('/referrals', aReferralBody(low));
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  return sent.body.reference;
}

describe('a referral that was declined', { timeout: 120_000 }, () => {
  it('is none in the reports and no event between the two, although its case has ended', async () => {
    const kept = await referred();
    const declined = await referred();
    expect((await grace.post(`/cases/${kept}/screening`, { outcome: 'accept' })).status).toBe(200);
    const decline = { outcome: 'decline', reason: 'notDomesticAbuse', advice: 'Neighbours; the community team helps.' };
    expect((await grace.post(`/cases/${declined}/screening`, decline)).status).toBe(200);
    const stage = async () => (await grace.get<CaseView>(`/cases/${declined}`)).body.stage;
    await expect.poll(stage, { timeout: 60_000 }).toBe('ended');
    const assessments = await grace.get<AssessmentsReportView>(
      '/reports/assessments?from=2026-03&to=2026-03&areas=dover&agency=police',
    );
    expect(assessments.body.total.referrals).toBe('1');
    const idva = await grace.get<IdvaReportView>('/reports/idva?year=2026&quarter=1&areas=dover');
    expect(idva.body.total.referrals).toBe(1);
    const { prisma } = office.product.store;
    const events = async (reference: string) =>
      knownEvents(prisma, (await prisma.case.findUniqueOrThrow({ where: { reference } })).pairId);
    expect([(await events(kept)).length, await events(declined)]).toEqual([1, []]);
  });
});
