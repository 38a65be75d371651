import { checkDrift } from './checkDrift.ts';
import { checkWorkflows } from './checkWorkflows.ts';
import { deliverFollowUps } from './deliverFollowUps.ts';
import { endFlag } from './endFlag.ts';
import { fireDueRungs } from './fireDueRungs.ts';
import { fireMeetingRungs, parkMeetingCommand, recordMeetingDecision } from './meetingDecisions.ts';
import { makeCalendar } from './makeCalendar.ts';
import { parkCommand } from './parkCommand.ts';
import { recordDecision } from './recordDecision.ts';
import { reportBreach } from './reportBreach.ts';
import { resendUnresolved } from './resendUnresolved.ts';
import { sealAudit } from './sealAudit.ts';
import { spreadDeath } from './spreadDeath.ts';
import { watchAdvisers } from './watchAdvisers.ts';
import { watchAssessments } from './watchAssessments.ts';
import { watchFlagsAnew } from './watchFlagsAnew.ts';
import { watchForRepeat } from './watchForRepeat.ts';
import type { ActivityDependencies } from './dependencies.ts';

/** Every activity of the worker, each given what it needs. */
export function createActivities(dependencies: ActivityDependencies) {
  return {
    recordDecision: recordDecision(dependencies),
    fireDueRungs: fireDueRungs(dependencies),
    parkCommand: parkCommand(dependencies),
    recordMeetingDecision: recordMeetingDecision(dependencies),
    fireMeetingRungs: fireMeetingRungs(dependencies),
    parkMeetingCommand: parkMeetingCommand(dependencies),
    deliverFollowUps: deliverFollowUps(dependencies),
    makeCalendar: makeCalendar(dependencies),
    endFlag: endFlag(dependencies),
    watchAdvisers: watchAdvisers(dependencies),
    watchAssessments: watchAssessments(dependencies),
    watchForRepeat: watchForRepeat(dependencies),
    watchFlagsAnew: watchFlagsAnew(dependencies),
    resendUnresolved: resendUnresolved(dependencies),
    sealAudit: sealAudit(dependencies),
    spreadDeath: spreadDeath(dependencies),
    reportBreach: reportBreach(dependencies),
    checkDrift: checkDrift(dependencies),
    checkWorkflows: checkWorkflows(dependencies),
  };
}

export type Activities = ReturnType<typeof createActivities>;
