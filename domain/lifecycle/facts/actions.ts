import type { Due } from '../../clocks/clock.ts';

/** What is said of the actions of a case. */
export interface ActionFacts {
  actionSet: {
    actionId: string;
    agencyId: string;
    ownerId: string | null;
    riskCode: string;
    urgent: boolean;
    due: Due | null;
    contentId: string;
    meetingId: string | null;
  };
  actionCompleted: { actionId: string; noteId: string | null };
  actionNotPossible: { actionId: string; reasonId: string };
  actionNotDone: { actionId: string; reasonId: string };
  actionReassigned: { actionId: string; agencyId: string; ownerId: string | null; reasonId: string };
  actionDueMoved: { actionId: string; due: Due; extension: boolean; reasonId: string };
}
