import { describe, expect, test } from 'vitest';
import { dateSchema, dueSchema, occurredAtSchema } from './moment.ts';

describe('when something happened', () => {
  test.each([
    ['2026-03-09T14:30+00:00', { at: '2026-03-09T14:30:00.000Z', precision: 'minute' }],
    ['2026-07-09T14:30:15.5+01:00', { at: '2026-07-09T13:30:15.500Z', precision: 'minute' }],
    ['2026-03-09T14:30:00Z', { at: '2026-03-09T14:30:00.000Z', precision: 'minute' }],
    ['2026-03-09', { at: '2026-03-09T12:00:00.000Z', precision: 'day' }],
    ['2026-07-09', { at: '2026-07-09T11:00:00.000Z', precision: 'day' }],
  ])('%s is understood', (text, occurred) => {
    expect(occurredAtSchema.parse(text)).toEqual(occurred);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-2-1',
    '2026-03-09T14:30',
    '2026-03-09T24:00Z',
    '2026-02-30T10:00Z',
    '2026-03-09 14:30Z',
    '0026-03-09',
    '9999-12-31T10:00Z',
    'yesterday',
    '',
    1_772_000_000,
    null,
  ])('%s is not', (text) => {
    expect(occurredAtSchema.safeParse(text).success).toBe(false);
  });
});

test('a due date is a day or an instant, as it was written', () => {
  expect(dueSchema.parse('2026-03-20')).toEqual({ type: 'day', date: '2026-03-20' });
  expect(dueSchema.parse('2026-03-20T09:00+00:00')).toEqual({ type: 'instant', at: '2026-03-20T09:00:00.000Z' });
});

test('29 February exists in leap years alone', () => {
  expect(dateSchema.safeParse('2024-02-29').success).toBe(true);
  expect(dateSchema.safeParse('2100-02-29').success).toBe(false);
});
