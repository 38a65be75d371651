import { describe, expect, it } from 'vitest';
import { aCase } from '../../../tests/builders/aCase.ts';

const late = () =>
  aCase()
    .received()
    .withAction('action-1', { due: { type: 'day', date: '2026-03-10' } });
const actionClock = (about: ReturnType<typeof late>) => about.clock('action')?.id ?? '';

describe('a clock', () => {
  it.each([
    ['pauseClock', { clockId: 'other', reason: 'awaitingCourt', reasonId: null }],
    ['resumeClock', { clockId: 'other' }],
    ['acknowledgeEscalation', { clockId: 'other', until: '2026-03-06', reasonId: 'r' }],
  ] as const)('has to run in this case: %s', (type, payload) => {
    expect(late().send(type, payload)).toEqual({
      ok: false,
      code: 'UNKNOWN_CLOCK',
      blocking: [{ type: 'clock', id: 'other' }],
    });
  });

  it('is paused for a permitted reason only, and only once', () => {
    const about = late();
    const clockId = actionClock(about);
    expect(about.send('resumeClock', { clockId })).toEqual({ ok: false, code: 'CLOCK_NOT_PAUSED' });
    about.must('pauseClock', { clockId, reason: 'awaitingCourt', reasonId: 'note-1' });
    expect(about.last('clockPaused')?.data.reasonId).toBe('note-1');
    expect(about.send('pauseClock', { clockId, reason: 'awaitingCourt', reasonId: null })).toEqual({
      ok: false,
      code: 'CLOCK_PAUSED',
    });
    const screen = about.clock('screen')?.id ?? '';
    expect(about.send('pauseClock', { clockId: screen, reason: 'awaitingCourt', reasonId: null })).toEqual({
      ok: false,
      code: 'CLOCK_NOT_PAUSABLE',
    });
  });

  it('runs on after a pause with the budget it had left', () => {
    const about = late().at('2026-03-04 10:00');
    const clockId = actionClock(about);
    about.must('pauseClock', { clockId, reason: 'awaitingCourt', reasonId: null });
    about.at('2026-03-11 10:00').must('resumeClock', { clockId });
    expect(about.clock('action')?.due).toEqual({ type: 'day', date: '2026-03-17' });
    expect(about.last('clockResumed')?.data.pausedMs).toBe(7 * 86_400_000);
  });

  it('that is overdue is acknowledged until a date at most seven days away', () => {
    const about = late();
    const clockId = actionClock(about);
    const until = (date: string) => ({ clockId, until: date, reasonId: 'reason-1' });
    expect(about.send('acknowledgeEscalation', until('2026-03-06'))).toEqual({ ok: false, code: 'NOT_OVERDUE' });
    about.at('2026-03-11 10:00');
    const refused = { ok: false, code: 'NEXT_DATE_TOO_FAR' };
    expect(about.send('acknowledgeEscalation', until('2026-03-19'))).toEqual(refused);
    expect(about.send('acknowledgeEscalation', until('2026-03-11'))).toEqual(refused);
    expect(about.send('acknowledgeEscalation', until('2026-03-18')).ok).toBe(true);
    expect(about.clock('action')).toMatchObject({ due: { date: '2026-03-10' }, end: null });
  });
});
