import { describe, expect, it } from 'vitest';
import { addMonths, daysBetween } from '../../domain/calendar/london.ts';
import { nameOf, plan, receivedOn, repeats } from '../../tests/builders/plannedYear.ts';
import type { PlannedCase } from './plannedCase.ts';
import { canBeGraded } from './risk.ts';

describe('the risk of a case', () => {
  const yes = ({ risk }: PlannedCase): number => risk.dash?.filter((answer) => answer === 'yes').length ?? 0;

  it('has 24 answers or none, and a way to be graded unless it is a repeat', () => {
    for (const planned of plan) {
      if (planned.risk.dash !== null) expect(planned.risk.dash.length).toBe(24);
      if (planned.repeatOf === null) expect(canBeGraded(planned.risk)).toBe(true);
      expect(planned.life.some(({ type }) => type === 'grade')).toBe(canBeGraded(planned.risk));
    }
  });

  it('fits its route: 14 yes or a high police grade, a judgement, an escalation below that, or a repeat', () => {
    for (const planned of plan) {
      const { route, dash, policeGrade, judgement } = planned.risk;
      if (route === 'visibleHighRisk') expect(dash === null ? policeGrade === 'high' : yes(planned) >= 14).toBe(true);
      if (route === 'professionalJudgement') expect([judgement, yes(planned) < 14]).toEqual(['high', true]);
      if (route === 'potentialEscalation') expect([judgement, yes(planned) < 14]).toEqual([null, true]);
      if (route === 'repeat') expect(planned.repeatOf).not.toBeNull();
    }
    expect(repeats.filter(({ risk }) => risk.route === 'repeat').length).toBeGreaterThan(repeats.length / 2);
  });

  it('is graded by the police only where the police referred', () => {
    for (const { risk, referringAgencies } of plan) {
      expect(risk.policeGrade !== null).toBe(referringAgencies.includes('police'));
    }
  });
});

describe('the people of the year', () => {
  const firsts = plan.filter(({ repeatOf }) => repeatOf === null);
  const born = plan.flatMap(({ children }) => children.flatMap((child) => (child.unborn ? [] : [child])));

  it('are all different: nobody shares a name with anybody, but for a pair that comes again', () => {
    const adults = firsts.flatMap(({ victim, perpetrator }) => [nameOf(victim), nameOf(perpetrator)]);
    expect(new Set(adults).size).toBe(adults.length);
    const people = new Map<string, string>();
    for (const child of born) {
      expect(people.get(nameOf(child)) ?? child.dateOfBirth).toBe(child.dateOfBirth);
      people.set(nameOf(child), child.dateOfBirth);
    }
    expect(adults.filter((name) => people.has(name))).toEqual([]);
    const inFirstCases = firsts.flatMap(({ children }) =>
      children.flatMap((child) => (child.unborn ? [] : [nameOf(child)])),
    );
    expect(new Set(inFirstCases).size).toBe(inFirstCases.length);
  });

  it('have victims of 16 and over on the day of every referral', () => {
    for (const planned of plan) {
      expect(addMonths(planned.victim.dateOfBirth, 16 * 12) <= receivedOn(planned)).toBe(true);
    }
  });

  it('have children under 18, and unborn ones expected within nine months', () => {
    for (const planned of plan) {
      for (const child of planned.children) {
        if (child.unborn) {
          expect(daysBetween(receivedOn(planned), child.expectedOn)).toBeGreaterThan(0);
          expect(daysBetween(receivedOn(planned), child.expectedOn)).toBeLessThan(280);
        } else {
          expect(child.dateOfBirth <= receivedOn(planned)).toBe(true);
          expect(addMonths(child.dateOfBirth, 18 * 12) > receivedOn(planned)).toBe(true);
        }
      }
    }
    expect(plan.some(({ children }) => children.some((child) => child.unborn))).toBe(true);
  });

  it('have telephones kept for fiction, one a victim', () => {
    const telephones = firsts.map(({ safeContact }) => safeContact.telephone);
    expect(new Set(telephones).size).toBe(telephones.length);
    for (const telephone of telephones) expect(telephone).toMatch(/^(07700 900|01632 960)\d{3}$/);
  });

  it('have male victims where the flag says so', () => {
    for (const { victim, flags } of plan) expect(victim.sex === 'male').toBe(flags['Male victims']);
  });
});
