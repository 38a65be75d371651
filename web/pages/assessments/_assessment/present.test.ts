import { describe, expect, it } from 'vitest';
import type { LoneAssessmentView } from '../../../../contracts/views/loneAssessmentView.ts';
import { dashQuestions, dashVersion } from '../../../../domain/dash/questions.ts';
import { presentAssessment, referralFrom } from './present.ts';

const now = '2026-03-09T10:00:00.000Z';
const names = { area: String, agency: (code: string | null) => code, areaById: () => null, agencyById: () => null };
const person = (givenNames: string) =>
  ({ state: 'open', identity: { givenNames, familyName: 'Thistlecombe', dateOfBirth: '1990-04-05' } }) as const;

/** A high assessment whose answers were given to this version of the checklist. */
function assessed(version: string): LoneAssessmentView {
  const answers = dashQuestions.map((_question, index) => (index < 15 ? 'yes' : 'no'));
  const text = { reference: 'K/17', relationship: 'partner', assessment: { tool: 'DASH', version, answers } };
  return {
    assessmentId: '0190a0c4-0000-7000-8000-000000000001',
    area: 'medway',
    agency: 'police',
    tool: 'DASH',
    count: 15,
    policeGrade: 'high',
    grade: 'high',
    takenAt: now,
    history: false,
    status: 'open',
    escalation: false,
    escalationOn: [],
    victim: person('Merewyn'),
    perpetrator: person('Lambert'),
    details: { state: 'open', text },
    due: { type: 'day', date: '2026-03-10' },
    overdue: false,
    clockId: null,
    settledAt: null,
    settledById: null,
    reason: null,
    service: null,
    handedOverAt: null,
    answeredAt: null,
    refusal: null,
  };
}

describe('an assessment that stands alone', () => {
  it('shows each answer beside its question, and none beside a question of another wording', () => {
    const shown = (version: string) => presentAssessment(assessed(version), { names, nameOf: () => null, now });
    expect(shown(dashVersion).answers[0]).toEqual({ question: dashQuestions[0], answer: 'Yes' });
    expect(shown(dashVersion).answers).toHaveLength(24);
    expect(shown('another').answers).toEqual([]);
    expect(shown('another').rows).toContainEqual({ key: 'Assessed by', value: 'DASH: 15 ticks; high by the police' });
  });

  it('gives a referral the two people, the agency, the grade and the answers, and leaves the route to whoever refers', () => {
    const fields = referralFrom(assessed(dashVersion));
    expect(fields).toMatchObject({
      area: 'medway',
      'referringAgencies.0': 'police',
      'victim.givenNames': 'Merewyn',
      'victim.dateOfBirth': '5/4/1990',
      'perpetrator.familyName': 'Thistlecombe',
      relationship: 'partner',
      policeGrade: 'high',
      'assessment.answers.0': 'yes',
      'assessment.answers.23': 'no',
    });
    expect(fields).not.toHaveProperty('route');
    expect(referralFrom(assessed('another'))).not.toHaveProperty(['assessment.answers.0']);
  });

  it('whose words are not shown to its reader gives a referral nothing but what stands beside them', () => {
    const erased = { ...assessed(dashVersion), details: { state: 'erased', text: null } } as const;
    expect(referralFrom(erased)).not.toHaveProperty('relationship');
    expect(presentAssessment(erased, { names, nameOf: () => null, now }).answers).toEqual([]);
  });
});
