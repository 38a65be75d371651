import { describe, expect, it } from 'vitest';
import { attendanceSchema } from '../../../../../contracts/meetingCommands.ts';
import { attendanceField, attendanceRows, attendanceValues, readAttendance } from './form.ts';

const typed = {
  'attendees.0.agency': 'police',
  'attendees.0.presence': '',
  'attendees.1.agency': 'housing',
  'attendees.1.presence': 'present',
  'attendees.1.name': 'A. Nother',
  'attendees.1.signed': 'yes',
  'attendees.4.agency': 'health',
  'attendees.4.presence': 'deputy',
  'attendees.4.name': '',
};

describe('the table of a meeting', () => {
  it('sends those of whom somebody said whether they are there, and nobody else', () => {
    expect(readAttendance(typed)).toEqual({
      attendees: [
        { agency: 'housing', presence: 'present', name: 'A. Nother', signed: true },
        { agency: 'health', presence: 'deputy', signed: false },
      ],
    });
  });

  it('says at its own row that somebody who is there has no name', () => {
    const { error } = attendanceSchema.safeParse(readAttendance(typed));
    const places = error?.issues.map(({ path }) => attendanceField(path.join('.'), typed));
    expect(places).toEqual(['attendees.4.name']);
  });

  it('has a row for everybody recorded and every agency asked, each agency once, and some to spare', () => {
    const attendeeId = '0190a0c4-0000-7000-8000-000000000001';
    const name = { state: 'open', text: 'A. Nother' } as const;
    const recorded = [
      { attendeeId, agency: 'housing', practitionerId: null, name, presence: 'present', signed: true } as const,
    ];
    expect(attendanceRows(recorded, ['police', 'housing']).map(({ agency }) => agency)).toEqual([
      'housing',
      'police',
      null,
      null,
      null,
    ]);
    expect(attendanceValues(recorded)).toMatchObject({
      'attendees.0.name': 'A. Nother',
      'attendees.0.signed': 'yes',
    });
  });
});
