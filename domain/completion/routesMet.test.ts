import { describe, expect, it } from 'vitest';
import { countyOf17, monthly, policyOf } from '../../tests/builders/world.ts';
import { policyInForce } from '../policy/policyInForce.ts';
import { defaultPolicyEntries } from '../policy/defaults.ts';
import { routesMet, type RouteFacts } from './routesMet.ts';

const facts = (more: Partial<RouteFacts>): RouteFacts => ({
  declared: 'visibleHighRisk',
  count: null,
  policeGrade: null,
  repeat: false,
  escalation: [],
  ...more,
});
const elsewhere = policyInForce(defaultPolicyEntries, 'an-area-outside-kent', '2026-03-02');
const honourListed = policyOf('maidstone', { routes: { honourAlwaysListed: { value: true, source: 'test' } } });

describe('a route into MARAC', () => {
  it.each([
    ['a count of 14', { count: 14 }, monthly, ['visibleHighRisk']],
    ['a count of 13', { count: 13 }, monthly, []],
    ['a count of 16 in a county of 17', { count: 16 }, countyOf17, []],
    ['a count of 17 in a county of 17', { count: 17 }, countyOf17, ['visibleHighRisk']],
    ['the police’s own grade high, without a count', { policeGrade: 'high' }, monthly, ['visibleHighRisk']],
    ['the police’s own grade high in a county of 17', { policeGrade: 'high' }, countyOf17, ['visibleHighRisk']],
    ['the police’s own grade medium', { policeGrade: 'medium' }, monthly, []],
    ['visible high risk said, and nothing known', {}, monthly, []],
    ['a repeat, whatever the score', { repeat: true, count: 2 }, monthly, ['repeat']],
    ['repeat said, and no earlier case', { declared: 'repeat' }, monthly, []],
    [
      'events that were counted, whatever is declared',
      { escalation: ['2026-03-01'], count: 2 },
      monthly,
      ['potentialEscalation'],
    ],
    ['professional judgement', { declared: 'professionalJudgement', count: 9 }, monthly, ['professionalJudgement']],
    ['potential escalation', { declared: 'potentialEscalation', count: 9 }, monthly, ['potentialEscalation']],
    ['self-harm linked to the abuse, in Kent', { declared: 'suicideOrSelfHarm' }, monthly, ['suicideOrSelfHarm']],
    ['self-harm linked to the abuse, elsewhere', { declared: 'suicideOrSelfHarm' }, elsewhere, []],
    [
      'honour-based abuse, where the area lists it always',
      { declared: 'honourBasedAbuse' },
      honourListed,
      ['honourBasedAbuse'],
    ],
    ['honour-based abuse, where it does not', { declared: 'honourBasedAbuse' }, monthly, []],
    [
      'several at once',
      { declared: 'professionalJudgement', count: 20, repeat: true },
      monthly,
      ['visibleHighRisk', 'repeat', 'professionalJudgement'],
    ],
  ] as const)('by %s', (_, more, policy, expected) => {
    expect(routesMet(facts(more), policy)).toEqual(expected);
  });
});
