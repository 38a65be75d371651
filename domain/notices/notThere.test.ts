import { describe, expect, it } from 'vitest';
import { away, everybody, instead, ofRep, on, somebody, tell, told, without } from '../../tests/builders/directory.ts';
import type { DatedAppointment, NoticeRole } from './directory.ts';

describe('people who must not or cannot be told', () => {
  const rep = somebody('housing rep', 'agencyRepresentative', { agencyId: 'housing', areaId: 'swale' });
  const climb: readonly (readonly NoticeRole[])[] = [['coordinator'], ['chair']];

  it('are never told on the deny list, not even as cover', () => {
    const directory = instead(everybody, away(rep, 'chair'));
    const parts = { ...ofRep, deniedPractitionerIds: ['chair', 'housing lead'] };
    expect(told(['owner', 'agencyLead', 'chair'], { directory, parts })).toEqual(['nobody']);
  });

  it('are told on their last day and never after it', () => {
    const leaving = (endsOn: string) => instead(everybody, { ...rep, endsOn });
    expect(told(['owner'], { directory: leaving('2026-03-09'), parts: ofRep })).toEqual(['housing rep as owner']);
    expect(told(['owner'], { directory: leaving('2026-03-08'), parts: ofRep })).toEqual(['housing lead as agencyLead']);
  });

  it('hold a role from the first to the last day of the appointment', () => {
    const chair = (dates: Partial<DatedAppointment>) =>
      instead(everybody, somebody('chair', 'chair', { areaId: 'swale', ...dates }));
    expect(told(['chair'], { directory: chair({ startsOn: on, endsOn: on }) })).toEqual(['chair as chair']);
    expect(told(['chair'], { directory: chair({ startsOn: '2026-03-10' }) })).toEqual(['nobody']);
    expect(told(['chair'], { directory: chair({ endsOn: '2026-03-08' }) })).toEqual(['nobody']);
  });

  it('are told through their cover on the days they are away', () => {
    const chair = somebody('chair', 'chair', { areaId: 'swale' });
    const on9th = (fromDate: string, untilDate: string) =>
      told(['chair'], { directory: instead(everybody, away(chair, 'administrator', { fromDate, untilDate })) });
    expect(on9th('2026-03-01', '2026-03-09')).toEqual(['administrator as cover']);
    expect(on9th('2026-03-10', '2026-03-20')).toEqual(['chair as chair']);
    expect(on9th('2026-03-01', '2026-03-08')).toEqual(['chair as chair']);
  });

  it('are told through the cover of their cover, and two who cover for each other reach nobody', () => {
    const chair = somebody('chair', 'chair', { areaId: 'swale' });
    const administrator = somebody('administrator', 'administrator', { areaId: 'swale' });
    const base = instead(everybody, away(chair, 'administrator'));
    const onward = instead(base, away(administrator, 'supervisor'));
    expect(told(['chair'], { directory: onward })).toEqual(['supervisor as cover']);
    const circle = instead(base, away(administrator, 'chair'));
    expect(told(['chair'], { directory: circle })).toEqual(['nobody']);
  });

  it('mean the next rung at once, and the one above it, until somebody is there', () => {
    const missing = without(everybody, 'coordinator');
    expect(tell(climb, { directory: missing })).toEqual({
      recipients: [{ practitionerId: 'chair', role: 'chair' }],
      climbed: 1,
      exception: false,
    });
    const absent = instead(everybody, away(somebody('coordinator', 'coordinator', { areaId: 'swale' }), null));
    expect(tell(climb, { directory: absent }).recipients).toEqual([{ practitionerId: 'chair', role: 'chair' }]);
    expect(tell(climb, { parts: { deniedPractitionerIds: ['coordinator'] } }).climbed).toBe(1);
  });

  it('leave it to the system administrators, as an exception, where the whole ladder is empty', () => {
    const directory = without(everybody, 'coordinator', 'chair');
    expect(tell(climb, { directory })).toEqual({
      recipients: [{ practitionerId: 'system', role: 'systemAdministrator' }],
      climbed: 2,
      exception: true,
    });
  });
});

describe('cover for the owner', () => {
  const coordinator = somebody('coordinator', 'coordinator', { areaId: 'swale' });
  it('is told of a coordinator’s own late duty beside the administrators', () => {
    const directory = instead(everybody, away(coordinator, 'supervisor'));
    const expected = ['administrator as administrator', 'supervisor as cover'];
    expect(told(['administrator', 'cover'], { directory })).toEqual(expected);
  });

  it('is nobody while the owner is there', () => {
    expect(told(['administrator', 'cover'])).toEqual(['administrator as administrator']);
  });
});
