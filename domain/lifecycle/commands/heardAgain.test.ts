import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../../tests/builders/aCase.ts';

const why = { meetingId: null, reasonId: 'reason-1' };
/** Heard on 24 March, and listed again for 21 April. */
const again = () => aCase().heard().at('2026-03-30 10:00').must('listCase', why);
const hearing = (about: CaseBuilder) =>
  about.at('2026-04-21 12:00').must('recordHearing', {
    outcome: 'heard',
    meetingId: about.state.listing?.meetingId ?? 'nothing',
    attendance: [],
    minuteId: null,
    actions: [],
  });

describe('a case that was heard', () => {
  it('is heard again where somebody says why, on a list like any other, and is no repeat for it', () => {
    const heard = aCase().heard();
    expect(heard.send('listCase', { meetingId: null, reasonId: null })).toMatchObject({ code: 'HEARD_ALREADY' });
    const about = again();
    expect(about.state).toMatchObject({ stage: 'listed', heard: true, repeat: false, again: true });
    expect(about.last('caseListed')?.data).toMatchObject({ because: 'heardAgain', meetingOn: '2026-04-21' });
  });

  it('keeps the day of its first hearing, and what was decided is told anew', () => {
    const about = again();
    const first = about.standing?.heardAt;
    expect(about.clock('referrerTold')).toBeDefined();
    hearing(about);
    expect(about.state).toMatchObject({ stage: 'heard', again: false, listing: null, outcomeTold: false });
    expect(about.standing).toMatchObject({ heardAt: first, meetingId: null });
    expect(about.clock('outcomeTold')?.due).toEqual({ type: 'day', date: '2026-04-23' });
  });

  it('stands as it was heard where it is taken off the list again', () => {
    const about = again().must('takeOffList', { decisionId: 'decision-1' });
    expect(about.state).toMatchObject({ stage: 'heard', listing: null, again: false });
    expect(again().must('takeOffList', { decisionId: 'd' }).send('listCase', why).ok).toBe(true);
  });

  it('is put off like any other where nobody can brief, and stays to be heard again', () => {
    const about = again();
    const meetingId = about.state.listing?.meetingId ?? 'nothing';
    about.at('2026-04-21 12:00').must('recordHearing', {
      outcome: 'deferred',
      meetingId,
      attendance: [],
      reasonId: 'reason-2',
    });
    expect(about.state).toMatchObject({ stage: 'listed', again: true });
    expect(about.must('takeOffList', { decisionId: 'decision-1' }).state.stage).toBe('heard');
  });

  it('may not be closed while it is on a list, and its actions so far go on', () => {
    const close = { reasonId: null, disposals: [] };
    expect(again().send('closeCase', close)).toMatchObject({ code: 'NOT_IN_THIS_STAGE' });
    expect(aCase().closed().send('listCase', why)).toMatchObject({ code: 'NOT_IN_THIS_STAGE' });
  });

  it('is taken off with the victim’s death like any other, and stands as it was heard', () => {
    const about = again().must('recordDeath', { contentId: null });
    const fromMeetingId = about.state.listing?.meetingId ?? 'nothing';
    about.must('relistCase', { fromMeetingId, toMeetingId: null, because: 'meetingCancelled', reasonId: null });
    expect(about.state).toMatchObject({ stage: 'heard', listing: null });
  });
});
