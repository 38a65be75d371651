import type { MeetingAsk, MeetingCommandType } from '../../domain/meetings/meetingCommand.ts';
import type { MeetingFact } from '../../domain/meetings/meetingFact.ts';
import type { Store } from '../prismaClient.ts';
import { type FiredInMatter, fireInMatter, type SeenMatter } from './fireInMatter.ts';
import { inOneRecording } from './inOneRecording.ts';
import { openMeeting } from './openMeeting.ts';
import { type ParkedInMatter, parkInMatter, recordParking } from './parkCommand.ts';
import { type MatterDecision, type MatterOutcome, recordInMatter, type RecordingTools } from './recordInMatter.ts';

/** A decision of the workflow of a meeting, to be completed and recorded. */
export interface MeetingDecisionInput extends Omit<MatterDecision<MeetingFact, MeetingAsk>, 'matterId'> {
  readonly meetingId: string;
  readonly commandType: MeetingCommandType;
}

/** Records one decision about a meeting in one transaction under its locks; safe to try any number of times. */
export async function recordMeetingDecision(
  store: Store,
  { meetingId, ...input }: MeetingDecisionInput,
  tools: RecordingTools,
): Promise<MatterOutcome<MeetingFact>> {
  return inOneRecording(store, async (tx) => {
    const open = await openMeeting(tx, meetingId, input.commandId);
    return recordInMatter(tx, open, { matterId: meetingId, ...input }, tools);
  });
}

/** Fires the rungs of a meeting whose time has come, in one transaction under its locks. */
export async function fireMeetingRungs(
  store: Store,
  { meetingId, ...seen }: SeenMatter & { readonly meetingId: string },
  tools: RecordingTools,
): Promise<FiredInMatter<MeetingFact>> {
  return inOneRecording(store, async (tx) => fireInMatter(tx, await openMeeting(tx, meetingId, null), seen, tools));
}

/** Sets a command about a meeting aside, puts that into its record and tells the administrators. */
export async function parkMeetingCommand(
  store: Store,
  { meetingId, ...parked }: ParkedInMatter & { readonly meetingId: string },
  tools: RecordingTools,
): Promise<void> {
  await parkInMatter(store, 'meeting', meetingId, parked);
  await inOneRecording(store, async (tx) => {
    await recordParking(tx, await openMeeting(tx, meetingId, parked.commandId), parked, tools);
  });
}
