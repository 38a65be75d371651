import { describe, expect, test } from 'vitest';
import { happened, moment } from '../../tests/builders/world.ts';
import { occurredOnDay } from '../calendar/london.ts';
import { isSafeTime, nextSafeTime, type SafeWindow } from './safeTimes.ts';

const schoolHours: SafeWindow = { days: ['monday', 'tuesday', 'wednesday'], from: '09:30', until: '14:30' };
const tuesdayEvening: SafeWindow = { days: ['tuesday'], from: '18:00', until: '19:00' };
const windows = [tuesdayEvening, schoolHours];

describe('whether a contact lies at a safe time', () => {
  test('every time is safe where none was set', () => {
    expect(isSafeTime([], happened('2026-03-08 03:00'))).toBe(true);
  });

  test('the beginning belongs to it, the end does not', () => {
    expect(isSafeTime(windows, happened('2026-03-09 09:29'))).toBe(false);
    expect(isSafeTime(windows, happened('2026-03-09 09:30'))).toBe(true);
    expect(isSafeTime(windows, happened('2026-03-09 14:29'))).toBe(true);
    expect(isSafeTime(windows, happened('2026-03-09 14:30'))).toBe(false);
  });

  test('it is London time on both sides of the change of clocks', () => {
    // Clocks go forward on Sunday 29 March 2026.
    expect(isSafeTime(windows, { at: '2026-03-25T09:30:00.000Z', precision: 'minute' })).toBe(true);
    expect(isSafeTime(windows, { at: '2026-03-30T09:30:00.000Z', precision: 'minute' })).toBe(true);
    expect(isSafeTime(windows, { at: '2026-03-30T08:30:00.000Z', precision: 'minute' })).toBe(true);
    expect(isSafeTime(windows, { at: '2026-03-30T13:30:00.000Z', precision: 'minute' })).toBe(false);
  });

  test('of a contact of which only the day is known, the day has to have a safe time', () => {
    expect(isSafeTime(windows, occurredOnDay('2026-03-11'))).toBe(true);
    expect(isSafeTime(windows, occurredOnDay('2026-03-12'))).toBe(false);
  });
});

describe('the next safe time before a duty is due', () => {
  test('is what is left of the one that is open', () => {
    const next = nextSafeTime(windows, moment('2026-03-09 10:00'), moment('2026-03-10 00:00'));
    expect(next).toEqual({ from: moment('2026-03-09 10:00'), until: moment('2026-03-09 14:30') });
  });

  test('is the earliest of several on one day', () => {
    const next = nextSafeTime(windows, moment('2026-03-09 16:00'), moment('2026-03-12 00:00'));
    expect(next).toEqual({ from: moment('2026-03-10 09:30'), until: moment('2026-03-10 14:30') });
    const evening = nextSafeTime(windows, moment('2026-03-10 15:00'), moment('2026-03-12 00:00'));
    expect(evening?.from).toBe(moment('2026-03-10 18:00'));
  });

  test('ends with the duty, and is none where the duty is due first', () => {
    const cut = nextSafeTime(windows, moment('2026-03-09 08:00'), moment('2026-03-09 12:00'));
    expect(cut?.until).toBe(moment('2026-03-09 12:00'));
    // Wednesday's last safe minute has passed; the next is on Monday.
    expect(nextSafeTime(windows, moment('2026-03-11 14:30'), moment('2026-03-14 00:00'))).toBeNull();
  });

  test('comes after a week-end', () => {
    const next = nextSafeTime(windows, moment('2026-03-11 15:00'), moment('2026-03-18 00:00'));
    expect(next?.from).toBe(moment('2026-03-16 09:30'));
  });
});
