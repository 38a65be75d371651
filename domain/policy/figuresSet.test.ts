import { describe, expect, it } from 'vitest';
import { nationalDefault } from './defaults.ts';
import { figuresSet } from './figuresSet.ts';

describe('what an entry of policy sets', () => {
  const national = figuresSet(nationalDefault);
  const at = (place: string) => national.find((each) => each.place === place);

  it('is each figure with its number and its source, each rule in words and each ladder by its steps', () => {
    expect(at('contact.attempts')).toMatchObject({
      value: '3',
      source: expect.stringContaining('practice') as unknown,
    });
    expect(at('routes.escalation')?.value).toBe('events 3, within months 12');
    expect(at('children.urgentAtHigh')?.value).toBe('yes');
    expect(at('court.bailSteps')?.value).toBe(
      'months 3, by custody officer; months 6, by inspector; months 9, by superintendent',
    );
    expect(at('acknowledgementMaxDays')?.value).toBe('7');
    expect(at('clocks.firstContact')?.value).toContain('2 working days');
    expect(at('ladders.transfer')?.value).toContain('; ');
  });

  it('is never without words or a source', () => {
    expect(national.length).toBeGreaterThan(60);
    expect(national.filter(({ value, source }) => value === '' || source === '')).toEqual([]);
    expect(national.filter(({ value }) => value.includes('[object'))).toEqual([]);
  });

  it('of an area is what it does differently, and nothing else', () => {
    const changes = { contact: { attempts: { value: 4, source: 'a test' } } };
    const entry = { version: 'four', effectiveFrom: '2026-01-01', areas: ['medway'], changes };
    expect(figuresSet(entry)).toEqual([{ place: 'contact.attempts', value: '4', source: 'a test' }]);
  });
});
