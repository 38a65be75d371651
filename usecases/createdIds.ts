import type { StoredCommand } from '../store/commands/storedCommand.ts';
import type { CommandPayloads, CommandType } from '../domain/lifecycle/command.ts';
import type { CreatedIds } from './commands/caseCommand.ts';
import { caseCommands } from './commands/caseCommands.ts';

/** What a command brought into being, by the names its sender knows; the same for every repeat of it. */
export function createdIds({
  type,
  payload,
  caseId: matterId,
}: Pick<StoredCommand, 'type' | 'payload' | 'caseId'>): CreatedIds {
  if (type === 'submitReferral') {
    const { reference, children, safeguarding } = payload as CommandPayloads['submitReferral'];
    const childIds = children.map(({ childId }) => childId);
    return { reference, childIds, ...(safeguarding ? { handoverId: safeguarding.handoverId } : {}) };
  }
  if (type === 'callMeeting') return { meetingId: matterId };
  const command = caseCommands.find((each) => each.type === type && each.creates !== null);
  // The payload of a command about a case, because its type is one of theirs.
  return command?.creates?.(payload as CommandPayloads[CommandType]) ?? {};
}
