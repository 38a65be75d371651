import { actionCommands } from './action.ts';
import type { CaseCommand } from './caseCommand.ts';
import { childrenCommands } from './children.ts';
import { clockCommands } from './clock.ts';
import { closingCommands } from './closing.ts';
import { courtCommands } from './court.ts';
import { handoverCommands } from './handover.ts';
import { likelyMatchCommands } from './likelyMatch.ts';
import { liveDateCommands } from './liveDate.ts';
import { meetingCommands } from './meeting.ts';
import { mergeCommands } from './merge.ts';
import { referralCommands } from './referral.ts';
import { retentionCommands } from './retention.ts';
import { supportCommands } from './support.ts';
import { transferCommands } from './transfer.ts';

/** Every command about a case that exists; API and pages are made from this table. */
export const caseCommands: readonly CaseCommand[] = [
  ...referralCommands,
  ...mergeCommands,
  ...likelyMatchCommands,
  ...childrenCommands,
  ...handoverCommands,
  ...supportCommands,
  ...actionCommands,
  ...meetingCommands,
  ...clockCommands,
  ...courtCommands,
  ...liveDateCommands,
  ...transferCommands,
  ...closingCommands,
  ...retentionCommands,
];
