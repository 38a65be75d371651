import { describe, expect, test } from 'vitest';
import { happened } from '../../tests/builders/world.ts';
import { outsideSafeContact, type ContactMade, type SafeContactRule } from './outsideSafeContact.ts';

/** Mondays by phone, and never a message. */
const rule: SafeContactRule = {
  windows: [{ days: ['monday'], from: '09:30', until: '14:30' }],
  media: ['phone'],
  mayLeaveMessage: false,
};
const onMonday: ContactMade = { occurred: happened('2026-03-09 10:00'), medium: 'phone', messageLeft: false };

describe('a contact with a victim', () => {
  test('within what is safe lies outside of nothing', () => {
    expect(outsideSafeContact(rule, onMonday)).toEqual([]);
  });

  test('lies outside by a message, by its medium and by its time, each for itself', () => {
    expect(outsideSafeContact(rule, { ...onMonday, messageLeft: true })).toEqual(['message']);
    expect(outsideSafeContact(rule, { ...onMonday, medium: 'textMessage' })).toEqual(['medium']);
    expect(outsideSafeContact(rule, { ...onMonday, occurred: happened('2026-03-10 10:00') })).toEqual(['time']);
  });

  test('lies outside in all of them at once, the gravest first', () => {
    const everything = { occurred: happened('2026-03-10 10:00'), medium: 'letter', messageLeft: true };
    expect(outsideSafeContact(rule, everything)).toEqual(['message', 'medium', 'time']);
  });

  test('is not held against what nobody said: a medium, ways, times, or anything at all', () => {
    expect(outsideSafeContact(rule, { ...onMonday, medium: null })).toEqual([]);
    const anyWay = { windows: [], media: [], mayLeaveMessage: true };
    expect(outsideSafeContact(anyWay, { ...onMonday, medium: 'visit', messageLeft: true })).toEqual([]);
    expect(outsideSafeContact(null, { ...onMonday, messageLeft: true })).toEqual([]);
  });
});
