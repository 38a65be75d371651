import { describe, expect, it } from 'vitest';
import type { RungData } from './noticeData.ts';
import { retryDelay } from './retryDelay.ts';
import { withheld, type SendingMoment } from './stillToSend.ts';

const due = { type: 'day', date: '2026-03-13' } as const;
const rung: RungData = {
  code: 'rung',
  kind: 'firstContact',
  label: 'dueDay',
  due,
  originalDue: due,
  rule: '2 working days after the referral',
  provisional: false,
};
const news = { code: 'actionSet', due: null } as const;
const moment: SendingMoment = {
  today: '2026-03-13',
  recipientEndsOn: null,
  recipientDenied: false,
  contactSuspended: false,
  frozen: false,
  meetingCancelled: false,
  toldTogether: false,
  clock: { ended: false, paused: false, due },
};

describe('a notice that waited', () => {
  it('is sent while everything stands as it stood', () => {
    expect(withheld(rung, 'adviser', moment)).toBeNull();
    expect(withheld(news, 'owner', { ...moment, clock: null })).toBeNull();
  });

  it('is withdrawn once the duty has ended', () => {
    const ended = { ...moment, clock: { ended: true, paused: false, due } };
    expect(withheld(rung, 'adviser', ended)).toEqual({ as: 'withdrawn', code: 'DUTY_ENDED' });
  });

  it('is withdrawn where it tells of a death that was taken back, or of that once another is on record', () => {
    const [died, back] = [
      { code: 'victimDied', due: null },
      { code: 'deathTakenBack', due: null },
    ] as const;
    const overtaken = { as: 'withdrawn', code: 'OVERTAKEN' };
    const ofCase = { ...moment, clock: null };
    expect(withheld(died, 'adviser', ofCase)).toEqual(overtaken);
    expect(withheld(died, 'adviser', { ...ofCase, frozen: true })).toBeNull();
    expect(withheld(back, 'adviser', { ...ofCase, frozen: true })).toEqual(overtaken);
    expect(withheld(back, 'adviser', ofCase)).toBeNull();
    expect(withheld(died, 'adviser', { ...ofCase, frozen: null })).toBeNull();
  });

  it('is withdrawn once its duty is paused, and nobody is urged to what was to wait', () => {
    const paused = { ...moment, clock: { ended: false, paused: true, due } };
    expect(withheld(rung, 'adviser', paused)).toEqual({ as: 'withdrawn', code: 'DUTY_PAUSED' });
    expect(withheld(news, 'owner', paused)).toBeNull();
  });

  it('is withdrawn once its date was moved, to another day or to an hour', () => {
    const moved = (to: NonNullable<SendingMoment['clock']>['due']) =>
      withheld(rung, 'adviser', { ...moment, clock: { ended: false, paused: false, due: to } });
    expect(moved({ type: 'day', date: '2026-03-20' })).toEqual({ as: 'withdrawn', code: 'DATE_CHANGED' });
    expect(moved({ type: 'instant', at: '2026-03-13T12:00:00.000Z' })?.code).toBe('DATE_CHANGED');
  });

  it('does not urge an adviser to make contact that was suspended meanwhile', () => {
    const suspended = { ...moment, contactSuspended: true };
    expect(withheld(rung, 'adviser', suspended)).toEqual({ as: 'withdrawn', code: 'CONTACT_SUSPENDED' });
    expect(withheld(rung, 'serviceManager', suspended)).toBeNull();
    expect(withheld({ ...rung, kind: 'hearing' }, 'adviser', suspended)).toBeNull();
  });

  it('invites nobody to a meeting that was cancelled meanwhile; that it was is still told', () => {
    const cancelled = { ...moment, clock: null, meetingCancelled: true };
    for (const code of ['meetingInvited', 'meetingMoved'] as const)
      expect(withheld({ code, due: null }, 'owner', cancelled)).toEqual({ as: 'withdrawn', code: 'MEETING_CANCELLED' });
    expect(withheld({ code: 'meetingCancelled', due: null }, 'owner', cancelled)).toBeNull();
  });

  it('is not sent of a sibling where the same was said of the family since it was written', () => {
    const told = { ...moment, toldTogether: true };
    const acknowledge = { ...rung, kind: 'urgentAcknowledgement' } as const;
    expect(withheld(acknowledge, 'receivingService', told)).toEqual({ as: 'withdrawn', code: 'TOLD_TOGETHER' });
    expect(
      withheld(acknowledge, 'receivingService', { ...told, clock: { ended: true, paused: false, due } })?.code,
    ).toBe('DUTY_ENDED');
  });

  it('becomes a task where its recipient left or came on the deny list', () => {
    const left = (recipientEndsOn: string) => withheld(news, 'owner', { ...moment, recipientEndsOn });
    expect(left('2026-03-12')).toEqual({ as: 'undelivered', code: 'RECIPIENT_LEFT' });
    expect(left('2026-03-13')).toBeNull();
    const denied = withheld(news, 'owner', { ...moment, recipientDenied: true });
    expect(denied).toEqual({ as: 'undelivered', code: 'RECIPIENT_DENIED' });
  });
});

describe('trying again', () => {
  it('waits longer each time, up to five minutes, for as long as it takes', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 1_000].map((attempts) => retryDelay(attempts, 0));
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000]);
  });

  it('waits at random between half of that and all of it', () => {
    expect([retryDelay(1, 1), retryDelay(1, 0.5), retryDelay(1, 0)]).toEqual([2_500, 3_750, 5_000]);
  });
});
