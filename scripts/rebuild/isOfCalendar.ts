import type { MeetingCommandPayloads } from '../../domain/meetings/meetingCommand.ts';
import type { MatterCommand } from '../../workflows/messages.ts';

/**
 * Whether the calendar of meetings sent this, which is made again every night: people call meetings outside the pattern
 * alone, and say why they move or cancel one.
 */
export function isOfCalendar({ type, payload }: Pick<MatterCommand, 'type' | 'payload'>): boolean {
  switch (type) {
    case 'callMeeting':
      return (payload as MeetingCommandPayloads['callMeeting']).kind === 'ordinary';
    case 'moveMeeting':
    case 'cancelMeeting':
      return (payload as MeetingCommandPayloads['moveMeeting' | 'cancelMeeting']).reasonId === null;
    case 'inviteAgencies':
    case 'moveCutOff':
      return true;
    default:
      return false;
  }
}
