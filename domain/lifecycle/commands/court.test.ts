import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../../tests/builders/aCase.ts';
import { happened, moment } from '../../../tests/builders/world.ts';
import type { CommandPayloads } from '../command.ts';

const proceedings = {
  proceedingId: 'p-1',
  kind: 'criminal',
  specialist: true,
  startedOn: '2026-03-01',
  contentId: null,
} as const;
const atCourt = () => aCase().received('2026-03-02 10:00').must('openProceeding', proceedings);
const hearing = (at: string, proceedingId: string | null = 'p-1') =>
  ({ liveDateId: 'h-1', kind: 'hearing', at: moment(at), contentId: null, proceedingId }) as const;
const listedFor = (at: string) => atCourt().must('addLiveDate', hearing(at));
const adjourned = (at: string | null, more: Partial<CommandPayloads['adjournHearing']> = {}) =>
  ({ liveDateId: 'h-1', nextId: 'h-2', at: at && moment(at), because: 'courtTime', contentId: null, ...more }) as const;

function refusalOf(outcome: ReturnType<CaseBuilder['send']>): string {
  return outcome.ok ? 'accepted' : outcome.code;
}

describe('proceedings', () => {
  it('begin on the day they are said to, never on a day to come', () => {
    expect(atCourt().state.proceedings['p-1']).toEqual({ kind: 'criminal', startedOn: '2026-03-01', ended: false });
    const dayless = aCase()
      .received('2026-03-02 10:00')
      .must('openProceeding', { ...proceedings, startedOn: null });
    expect(dayless.state.proceedings['p-1']?.startedOn).toBe('2026-03-02');
    const later = aCase()
      .received()
      .send('openProceeding', { ...proceedings, startedOn: '2026-03-03' });
    expect(refusalOf(later)).toBe('BEGINS_LATER');
  });

  it('may have begun, and reached what they have, before the referral', () => {
    const before = happened('2026-02-20 09:00');
    const charge = { proceedingId: 'p-1', milestone: 'charge', result: null, contentId: null } as const;
    const charged = aCase()
      .received('2026-03-02 10:00')
      .must('openProceeding', { ...proceedings, startedOn: null }, before)
      .must('recordMilestone', charge, before);
    expect(charged.state.proceedings['p-1']?.startedOn).toBe('2026-02-20');
    const decided = charged
      .must('addLiveDate', hearing('2026-02-27 10:00'))
      .send(
        'recordLiveDateOutcome',
        { liveDateId: 'h-1', outcome: 'convicted', contentId: null },
        happened('2026-02-27 12:00'),
      );
    expect(refusalOf(decided)).toBe('HAPPENED_BEFORE');
  });

  it('reach milestones of their own kind, not before they began and not after their end', () => {
    const charge = { proceedingId: 'p-1', milestone: 'charge', result: null, contentId: null } as const;
    expect(refusalOf(atCourt().send('recordMilestone', charge))).toBe('accepted');
    const family = aCase()
      .received()
      .must('openProceeding', { ...proceedings, kind: 'family', startedOn: '2026-03-02' });
    expect(refusalOf(family.send('recordMilestone', charge))).toBe('NOT_IN_THESE_PROCEEDINGS');
    expect(refusalOf(family.send('recordMilestone', { ...charge, milestone: 'specialMeasuresDecided' }))).toBe(
      'accepted',
    );
    expect(refusalOf(family.send('recordMilestone', { ...charge, proceedingId: 'p-9' }))).toBe('UNKNOWN_PROCEEDING');
    const over = atCourt().must('endProceeding', { proceedingId: 'p-1', outcome: 'discontinued', contentId: null });
    expect(refusalOf(over.send('recordMilestone', charge))).toBe('PROCEEDING_ENDED');
  });

  it('do not end while a hearing in them stands', () => {
    const end = { proceedingId: 'p-1', outcome: 'concluded', contentId: null } as const;
    const listed = listedFor('2026-03-12 10:00');
    expect(listed.send('endProceeding', end)).toEqual({
      ok: false,
      code: 'PROCEEDING_HAS_HEARINGS',
      blocking: [{ type: 'liveDate', id: 'h-1', code: 'hearing' }],
    });
    const outcome = { liveDateId: 'h-1', outcome: 'convicted', contentId: null };
    listed.at('2026-03-12 16:00').must('recordLiveDateOutcome', outcome);
    expect(refusalOf(listed.send('endProceeding', end))).toBe('accepted');
  });
});

describe('a hearing', () => {
  it('never lies before its proceedings, and belongs to proceedings that are known and go on', () => {
    expect(refusalOf(atCourt().send('addLiveDate', hearing('2026-02-28 10:00')))).toBe('BEFORE_PROCEEDING');
    expect(refusalOf(atCourt().send('addLiveDate', hearing('2026-03-01 10:00')))).toBe('accepted');
    expect(refusalOf(atCourt().send('addLiveDate', hearing('2026-03-12 10:00', 'p-9')))).toBe('UNKNOWN_PROCEEDING');
    expect(refusalOf(atCourt().send('addLiveDate', { ...hearing('2026-03-12 10:00'), at: null }))).toBe(
      'HEARING_DATE_MISSING',
    );
  });

  it('is adjourned to a day to come; the chain of dates, the proceedings and the company are kept', () => {
    const listed = listedFor('2026-03-12 10:00').must('setHearingCompany', {
      liveDateId: 'h-1',
      companionIds: ['c-1'],
    });
    listed.at('2026-03-12 15:00');
    expect(refusalOf(listed.send('adjournHearing', adjourned('2026-03-12 16:00')))).toBe('ADJOURNED_TO_THE_PAST');
    expect(refusalOf(listed.send('adjournHearing', adjourned('2026-03-05 10:00')))).toBe('ADJOURNED_TO_THE_PAST');
    listed.must('adjournHearing', adjourned('2026-04-16 10:00'));
    expect(listed.state.liveDates['h-1']).toMatchObject({ standing: 'ended', at: moment('2026-03-12 10:00') });
    expect(listed.state.liveDates['h-2']).toMatchObject({
      ...{ kind: 'hearing', standing: 'live', at: moment('2026-04-16 10:00'), proceedingId: 'p-1' },
      ...{ adjournedFromId: 'h-1', companionIds: ['c-1'] },
    });
    expect(refusalOf(listed.send('adjournHearing', adjourned('2026-05-01 10:00')))).toBe('LIVE_DATE_ENDED');
  });

  it('adjourned to no day yet tells its company once there is one', () => {
    const listed = listedFor('2026-03-12 10:00').must('setHearingCompany', {
      liveDateId: 'h-1',
      companionIds: ['c-1'],
    });
    listed.at('2026-03-12 15:00').must('adjournHearing', adjourned(null));
    listed.must('moveLiveDate', move('h-2', '2026-05-01 10:00'));
    expect(listed.last('liveDateMoved')?.data).toMatchObject({ companionIds: ['c-1'] });
  });

  it('adjourned on an earlier day is judged by that day', () => {
    const late = listedFor('2026-03-12 10:00').at('2026-04-20 10:00');
    const outcome = late.send('adjournHearing', adjourned('2026-04-16 10:00'), happened('2026-03-12 15:00'));
    expect(refusalOf(outcome)).toBe('accepted');
  });

  it('moves by its adjournment alone, and only a hearing is adjourned', () => {
    const listed = listedFor('2026-03-12 10:00').withLiveDate('order', 'restraining', '2027-03-01 12:00');
    expect(refusalOf(listed.send('moveLiveDate', move('h-1', '2026-03-20 10:00')))).toBe('HEARING_IS_ADJOURNED');
    expect(refusalOf(listed.send('adjournHearing', adjourned('2026-04-16 10:00', { liveDateId: 'order' })))).toBe(
      'NOT_A_HEARING',
    );
  });

  it('waits with its outcome for its London day', () => {
    const before = listedFor('2026-03-12 10:00');
    const outcome = { liveDateId: 'h-1', outcome: 'convicted', contentId: null };
    expect(refusalOf(before.at('2026-03-11 23:59').send('recordLiveDateOutcome', outcome))).toBe('HEARING_NOT_YET');
    expect(refusalOf(before.at('2026-03-12 00:01').send('recordLiveDateOutcome', outcome))).toBe('accepted');
  });
});

describe('the result', () => {
  it('is told once it is there, and once', () => {
    const told = { liveDateId: 'h-1', result: 'told', reasonId: null } as const;
    const heard = listedFor('2026-03-12 10:00').at('2026-03-12 16:00');
    expect(refusalOf(heard.send('tellResult', told))).toBe('RESULT_NOT_DUE');
    heard.must('recordLiveDateOutcome', { liveDateId: 'h-1', outcome: 'convicted', contentId: null });
    expect(refusalOf(heard.send('tellResult', told))).toBe('accepted');
    expect(refusalOf(heard.send('tellResult', told))).toBe('RESULT_NOT_DUE');
    expect(refusalOf(heard.send('tellResult', { ...told, liveDateId: 'h-9' }))).toBe('UNKNOWN_LIVE_DATE');
  });

  it('keeps a case from being closed until the victim has heard it', () => {
    const heard = aCase().heard().withLiveDate('h-1', 'hearing', '2026-04-01 10:00').settled().at('2026-04-01 16:00');
    heard.must('recordLiveDateOutcome', { liveDateId: 'h-1', outcome: 'acquitted', contentId: null });
    expect(heard.send('closeCase', { reasonId: null, disposals: [] })).toMatchObject({
      code: 'DISPOSITIONS_MISSING',
      blocking: [{ type: 'clock', code: 'hearingTold' }],
    });
    heard.must('tellResult', { liveDateId: 'h-1', result: 'noSafeWay', reasonId: 'r' });
    expect(refusalOf(heard.send('closeCase', { reasonId: null, disposals: [] }))).toBe('accepted');
  });
});

function move(liveDateId: string, at: string): CommandPayloads['moveLiveDate'] {
  const nothingElse = { conditions: null, authorisedBy: null, enhancedRights: true, reasonId: null };
  return { liveDateId, at: moment(at), because: 'extended', ...nothingElse };
}
