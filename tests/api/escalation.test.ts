import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody, dash } from './officeForTest.ts';

const office = officeForFile({ now: '2026-03-02T10:00:00.000Z' });

const amy = () => office.as('amy.adeyemi');
const marek = () => office.as('marek.nowak');

/** Two people nobody knows yet, as a referral names them and as an assessment does. */
function twoPeople() {
  const { victim, perpetrator, ...referral } = aReferralBody({ policeGrade: 'standard' });
  const named = ({ givenNames, familyName, dateOfBirth }: typeof victim | typeof perpetrator) => {
    return { givenNames, familyName, dateOfBirth };
  };
  const assessment = { area: 'maidstone', agency: 'police', relationship: 'formerPartner', policeGrade: 'standard' };
  const standard = { tool: 'DASH', version: 'marac-1', answers: dash(4) };
  return {
    referral: { ...referral, victim, perpetrator, assessment: standard },
    assessedOn: async (day: string) => {
      const body = { ...assessment, victim: named(victim), perpetrator: named(perpetrator), occurredAt: day };
      const { status, body: answer } = await marek().post<{ created: { assessmentId: string } }>('/assessments', body);
      expect({ status, answer }).toMatchObject({ status: 201 });
      return answer.created.assessmentId;
    },
  };
}

/** As it stands on the list of either status; undefined where it is on neither. */
async function assessment(id: string, by = amy()): Promise<LoneAssessmentView | undefined> {
  const pages = ['open', 'handedOver', 'recorded', 'referred'].map((status) =>
    by.get<{ items: LoneAssessmentView[] }>(`/assessments?status=${status}&limit=200`),
  );
  return (await Promise.all(pages)).flatMap(({ body }) => body.items).find(({ assessmentId }) => assessmentId === id);
}

async function accepted(body: object): Promise<string> {
  const { reference } = (await marek().post('/referrals', body)).body;
  expect((await amy().post(`/cases/${reference}/screening`, { outcome: 'accept' })).status).toBe(200);
  expect((await amy().post(`/cases/${reference}/grade`, {}, { version: '*' })).status).toBe(200);
  return reference;
}

describe('events of the same two people', () => {
  it('make of the third assessment in six months a duty to refer, though none of them was high', async () => {
    const { assessedOn } = twoPeople();
    const first = await assessedOn('2025-10-01');
    await assessedOn('2025-12-24');
    const last = await assessedOn('2026-02-28');
    expect(await assessment(first)).toMatchObject({ status: 'handedOver', escalation: false, service: 'kidas' });
    expect(await assessment(last)).toMatchObject({
      ...{ grade: 'standard', status: 'open', escalation: true },
      escalationOn: ['2025-10-01', '2025-12-24', '2026-02-28'],
      due: { type: 'day', date: '2026-03-02' },
    });
    // Whoever assessed learns that others have told of something, and not when.
    const lead = await assessment(last, office.as('stefan.lindqvist'));
    expect(lead).toMatchObject({ escalation: true, escalationOn: [] });
  });

  it('are too few, or too long ago', async () => {
    const { assessedOn } = twoPeople();
    await assessedOn('2025-08-01');
    await assessedOn('2025-12-24');
    expect(await assessment(await assessedOn('2026-02-28'))).toMatchObject({ status: 'handedOver', escalation: false });
  });

  it('bring a referral before MARAC at its grading, and the page says which', async () => {
    const { referral, assessedOn } = twoPeople();
    await assessedOn('2025-10-01');
    await assessedOn('2025-12-24');
    const reference = await accepted(referral);
    const view = (await amy().get<CaseView>(`/cases/${reference}`)).body;
    expect(view).toMatchObject({ grade: 'standard', route: 'potentialEscalation' });
    expect(['graded', 'listed']).toContain(view.stage);
    expect(view.escalationOn).toEqual(['2025-10-01', '2025-12-24', '2026-03-02']);
    const history = await amy().get<{ items: { what: string }[] }>(`/cases/${reference}/history`);
    const graded = history.body.items.find(({ what }) => what.startsWith('The risk was graded'));
    expect(graded?.what).toContain('Wednesday 1 October 2025, Wednesday 24 December 2025, Monday 2 March 2026');
    const governance = await office.as('viktor.sandor').get<CaseView>(`/cases/${reference}`);
    expect(governance.body.escalationOn).toEqual([]);
  });

  it('are a report of further abuse as well, once with the repeat it leads to', async () => {
    const { referral, assessedOn } = twoPeople();
    const reference = await accepted({ ...referral, route: 'professionalJudgement' });
    const { victim, perpetrator } = referral;
    const named = ({ givenNames, familyName, dateOfBirth }: typeof victim | typeof perpetrator) => {
      return { givenNames, familyName, dateOfBirth };
    };
    const report = { victim: named(victim), perpetrator: named(perpetrator), area: 'maidstone' };
    office.product.clock.set('2026-03-12T10:00:00.000Z');
    const told = { ...report, incidentAt: '2026-03-04T09:00:00Z', whatHappened: 'He waited outside the school.' };
    expect((await office.as('nuala.brennan').post('/further-abuse-reports', told)).status).toBe(201);
    const { pairId } = await office.product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
    expect(
      await office.product.store.prisma.furtherAbuseReport.count({ where: { pairId, newCaseId: { not: null } } }),
    ).toBe(1);
    office.product.clock.set('2026-03-20T10:00:00.000Z');
    // The repeat of 12 March is the report of what happened on the 4th.
    expect(await assessment(await assessedOn('2026-03-20'))).toMatchObject({
      escalationOn: ['2026-03-02', '2026-03-04', '2026-03-20'],
    });
  });
});
