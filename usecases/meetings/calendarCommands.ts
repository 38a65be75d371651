import { addDays, epochMs, instantAt, londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { CutOffChange } from '../../domain/meetings/cutOffsThatMove.ts';
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

/** The route under which the commands of a calendar are staged: nobody sends them. */
export const calendarRoute = 'calendar';

/** A command that the calendar of an area sends to one of its meetings. */
export interface CalendarCommand {
  readonly meetingId: string;
  readonly type: MeetingCommandType;
  readonly payload: MeetingCommandPayloads[MeetingCommandType];
  /** The same for the same change, however often it is worked out. */
  readonly key: string;
}

/** What a calendar is to become, and how it stands. */
export interface CalendarToMake {
  readonly wanted: readonly PlannedSitting[];
  readonly changes: readonly CalendarChange[];
  readonly unrecorded: CalendarOfArea['unrecorded'];
  readonly givenUp: CalendarOfArea['givenUp'];
}

/** What changes of a calendar, and meetings that have no record yet, ask of the meetings. */
export function calendarCommands(
  areaId: string,
  { wanted, changes, unrecorded, givenUp }: CalendarToMake,
): readonly CalendarCommand[] {
  const slots = new Map(wanted.map(({ startsAt, slot }) => [startsAt, slot]));
  const adopted = unrecorded.map(({ meetingId, kind, startsAt }): CalendarCommand => {
    const slot = slots.get(startsAt) ?? null;
    const payload = { areaId, kind, capacity: null, slot, startsAt, on: londonDate(startsAt) };
    return { meetingId, type: 'callMeeting', payload, key: `record/${meetingId}` };
  });
  return [...adopted, ...changes.flatMap((change) => commandOf(areaId, change, givenUp))];
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

/** Another rhythm counts cut-off and agenda of meetings that stay, once for each change of the pattern. */
export function cutOffCommands(cutOffs: readonly CutOffChange[], order: string): readonly CalendarCommand[] {
  return cutOffs.map(({ meetingId }) => ({
    ...{ meetingId, type: 'moveCutOff', payload: {}, key: `cutOff/${meetingId}/${order}` },
  }));
}

function commandOf(
  areaId: string,
  change: CalendarChange,
  givenUp: CalendarToMake['givenUp'],
): readonly CalendarCommand[] {
  switch (change.do) {
    case 'call': {
      const { slot, startsAt } = change.sitting;
      const before = givenUp.filter((each) => each.slot === slot && each.startsAt === startsAt).length;
      const key = `call/${slot}/${startsAt}${before === 0 ? '' : `/${before}`}`;
      const payload = { areaId, kind: 'ordinary', capacity: null, ...change.sitting } as const;
      return [{ meetingId: deriveId(areaId, key), type: 'callMeeting', payload, key }];
    }
    case 'move': {
      const { meetingId, sequence, sitting } = change;
      const payload = { startsAt: sitting.startsAt, on: sitting.on, reasonId: null };
      return [{ meetingId, type: 'moveMeeting', payload, key: `move/${meetingId}/${sequence}/${sitting.startsAt}` }];
    }
    case 'cancel': {
      const { meetingId } = change;
      return [{ meetingId, type: 'cancelMeeting', payload: { reasonId: null }, key: `cancel/${meetingId}` }];
    }
    case 'stay':
      return [];
  }
}

/**
 * Stages the commands of a calendar; one that was staged before is not staged again. Gives those without an answer. Each
 * is staged a millisecond after the one before: whoever sends them again keeps their order, in which a meeting is called before
 * the cases of another look for one.
 */
export async function stageCalendar(
  tx: Tx,
  areaId: string,
  actorId: string,
  commands: readonly CalendarCommand[],
  at: IsoInstant,
): Promise<readonly StoredCommand[]> {
  const waiting: StoredCommand[] = [];
  for (const [index, { meetingId, type, payload, key }] of commands.entries()) {
    const id = deriveId(areaId, `calendar/${key}`);
    await stageCommand(tx, {
      id,
      actorId,
      route: calendarRoute,
      key: id,
      bodyHash: key,
      about: 'meeting',
      caseId: meetingId,
      type,
      payload,
      occurred: { at, precision: 'minute' },
      expectedRevision: null,
      stagedAt: instantAt(epochMs(at) + index),
    });
    const staged = await commandById(tx, id);
    if (staged?.status === 'staged') waiting.push(staged);
  }
  return waiting;
}
