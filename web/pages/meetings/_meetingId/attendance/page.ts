import type { z } from 'zod';
import { attendanceSchema } from '../../../../../contracts/meetingCommands.ts';
import { problem } from '../../../../../contracts/problemCode.ts';
import { getMeeting } from '../../../../../usecases/meetings/getMeeting.ts';
import { getMinutes } from '../../../../../usecases/meetings/getMinutes.ts';
import { meetingCommandAt, offeredSteps } from '../../../../../usecases/meetings/offeredSteps.ts';
import { sendMeetingCommand } from '../../../../../usecases/meetings/sendMeetingCommand.ts';
import { listAgencies } from '../../../../../usecases/office/listOffice.ts';
import { listPeople } from '../../../../../usecases/people/people.ts';
import { definePage } from '../../../../definePage.ts';
import { choicesOf } from '../../../../wording/labels.ts';
import { presenceLabels } from '../../../../wording/meetings.ts';
import { attendanceAsSeen } from '../asSeen.ts';
import { meetingParams } from '../meetingParams.ts';
import { sentFromMeeting } from '../sentFromMeeting.ts';
import { attendanceField, attendanceRows, attendanceValues, readAttendance } from './form.ts';

const command = meetingCommandAt('/attendance');

/** Who is at the table, and who has signed for confidentiality; it can be recorded again until the meeting is concluded. */
export const attendancePage = definePage<z.output<typeof meetingParams>, unknown, z.output<typeof attendanceSchema>>({
  path: '/meetings/:meetingId/attendance',
  permission: command.permission,
  audit: command.type,
  params: meetingParams,
  view: 'meetings/_meetingId/attendance/view.njk',
  show: async ({ actor, params, route }, deps) => {
    const { meetingId } = params;
    const read = await getMeeting(deps, actor, meetingId, route);
    if (!read.ok) return read;
    if (!(await offeredSteps(deps, actor, read.view)).includes(command)) return problem('NOT_FOUND');
    const minutes = await getMinutes(deps, actor, meetingId, { event: 'readMinutes', route });
    if (!minutes.ok) return minutes;
    const { attendees } = minutes.view;
    const [agencies, people] = await Promise.all([listAgencies(deps), listPeople(deps, {})]);
    const peopleOf = (agency: string | null) =>
      people
        .filter(({ appointments }) => agency === null || appointments.some((held) => held.agency === agency))
        .map(({ practitionerId, name }) => ({ value: practitionerId, text: name }));
    const asked = read.view.research.map(({ agency }) => agency);
    const rows = attendanceRows(attendees, asked).map(({ name, agency }, index) => ({
      ...{ name, agency, number: index + 1, people: peopleOf(agency) },
      agencyName: agencies.find(({ code }) => code === agency)?.name ?? agency,
    }));
    const data = {
      address: `/meetings/${meetingId}`,
      rows,
      agencies: agencies.map(({ code, name }) => ({ value: code, text: name })),
      presences: choicesOf(presenceLabels),
    };
    const values = attendanceValues(attendees);
    return {
      ok: true,
      title: 'Who is at the table',
      data,
      values,
      seen: attendanceAsSeen(attendees, agencies, people),
    };
  },
  form: {
    schema: attendanceSchema,
    read: readAttendance,
    fieldOf: attendanceField,
    missing: { attendees: 'Say who is there', 'attendees.0.presence': 'Say who is there' },
    act: async ({ actor, route, key, bodyHash, params: { meetingId }, body, stillAsSeen }, deps) => {
      const address = { meetingId, subjectId: null, expectedRevision: null };
      const request = { actor, route, key, bodyHash, stillAsSeen };
      const result = await sendMeetingCommand(deps, request, command, address, body);
      return sentFromMeeting(result, `/meetings/${meetingId}`, 'Who is at the table is recorded.');
    },
  },
});
