import { addDays, londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { MeetingCommandPayloads, MeetingCommandType } from '../../domain/meetings/meetingCommand.ts';
import type { CalendarChange } from '../../domain/meetings/planCalendar.ts';
import type { PlannedSitting } from '../../domain/meetings/sittingPattern.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { deriveId } from '../../platform/ids.ts';
import { commandById } from '../../store/commands/findCommand.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import type { StoredCommand } from '../../store/commands/storedCommand.ts';
import type { CalendarOfArea } from '../../store/meetings/calendarOfArea.ts';
import type { Tx } from '../../store/prismaClient.ts';

/** A command that the calendar of an area sends to one of its meetings. */
export interface CalendarCommand {
  readonly meetingId: string;
  readonly type: MeetingCommandType;
  readonly payload: MeetingCommandPayloads[MeetingCommandType];
  /** The same for the same change, however often it is worked out. */
  readonly key: string;
}

/** What changes of a calendar, and meetings that have no record yet, ask of the meetings. */
export function calendarCommands(
  areaId: string,
  changes: readonly CalendarChange[],
  unrecorded: CalendarOfArea['unrecorded'],
  wanted: readonly PlannedSitting[],
): readonly CalendarCommand[] {
  const slots = new Map(wanted.map(({ startsAt, slot }) => [startsAt, slot]));
  const adopted = unrecorded.map(({ meetingId, kind, startsAt }): CalendarCommand => {
    const slot = slots.get(startsAt) ?? null;
    const payload = { areaId, kind, capacity: null, slot, startsAt, on: londonDate(startsAt) };
    return { meetingId, type: 'callMeeting', payload, key: `record/${meetingId}` };
  });
  return [...adopted, ...changes.flatMap((change) => commandOf(areaId, change))];
}

/** The agencies of a meeting are invited when it is near, by the policy of its day. */
export function invitationCommands(
  uninvited: CalendarOfArea['uninvited'],
  today: IsoDate,
  policyOn: (date: IsoDate) => AreaPolicy,
): readonly CalendarCommand[] {
  return uninvited
    .filter(({ on }) => on <= addDays(today, policyOn(on).meeting.invitedDaysAhead.value))
    .map(({ meetingId }) => ({ meetingId, type: 'inviteAgencies', payload: {}, key: `invite/${meetingId}` }));
}

function commandOf(areaId: string, change: CalendarChange): readonly CalendarCommand[] {
  switch (change.do) {
    case 'call': {
      const key = `call/${change.sitting.slot}/${change.sitting.startsAt}`;
      const payload = { areaId, kind: 'ordinary', capacity: null, ...change.sitting } as const;
      return [{ meetingId: deriveId(areaId, key), type: 'callMeeting', payload, key }];
    }
    case 'move': {
      const { meetingId, sitting, from } = change;
      const payload = { startsAt: sitting.startsAt, on: sitting.on, reasonId: null };
      return [{ meetingId, type: 'moveMeeting', payload, key: `move/${meetingId}/${from}/${sitting.startsAt}` }];
    }
    case 'cancel':
      return [
        {
          meetingId: change.meetingId,
          type: 'cancelMeeting',
          payload: { reasonId: null },
          key: `cancel/${change.meetingId}`,
        },
      ];
    case 'stay':
      return [];
  }
}

/** Stages the commands of a calendar; one that was staged before is not staged again. Gives those without an answer. */
export async function stageCalendar(
  tx: Tx,
  areaId: string,
  actorId: string,
  commands: readonly CalendarCommand[],
  stagedAt: IsoInstant,
): Promise<readonly StoredCommand[]> {
  const waiting: StoredCommand[] = [];
  for (const { meetingId, type, payload, key } of commands) {
    const id = deriveId(areaId, `calendar/${key}`);
    await stageCommand(tx, {
      id,
      actorId,
      route: 'calendar',
      key: id,
      bodyHash: key,
      about: 'meeting',
      caseId: meetingId,
      type,
      payload,
      occurred: { at: stagedAt, precision: 'minute' },
      expectedRevision: null,
      stagedAt,
    });
    const staged = await commandById(tx, id);
    if (staged?.status === 'staged') waiting.push(staged);
  }
  return waiting;
}
