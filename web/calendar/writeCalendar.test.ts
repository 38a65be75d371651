import { describe, expect, it } from 'vitest';
import { writeCalendar } from './writeCalendar.ts';

const entry = {
  uid: '0190a0c4@marac',
  at: '2026-03-29T09:30:00.000Z',
  title: 'KMT4-9RQX; hearing, 1',
  url: 'https://marac.example/cases/KMT4-9RQX',
};

describe('a calendar as programs read it', () => {
  it('has each entry at its moment in UTC, with what separates escaped', () => {
    const lines = writeCalendar('Court', [entry], '2026-03-01T08:00:00.000Z').split('\r\n');
    expect(lines).toContain('DTSTART:20260329T093000Z');
    expect(lines).toContain('DTSTAMP:20260301T080000Z');
    expect(lines).toContain('SUMMARY:KMT4-9RQX\\; hearing\\, 1');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-2)).toBe('END:VCALENDAR');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('folds lines that are too long without losing or cutting a letter', () => {
    const title = 'ü👩‍👧'.repeat(40);
    const text = writeCalendar('Court', [{ ...entry, title }], '2026-03-01T08:00:00.000Z');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
    expect(text).not.toContain('\uFFFD');
  });
});
