import { idOf } from '../../dev/seedDevelopment.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { CommandAnswer, CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { newId } from '../../platform/ids.ts';
import { unresolvedCausedBy } from '../../store/commands/findCommand.ts';
import { type CaseInStore, moment } from './caseInStore.ts';
import type { MeetingInStore } from './meetingInStore.ts';
import type { FileStore } from './storeForFile.ts';

/** What tests tell of meetings and of the cases on their lists. */
export interface MeetingStories {
  /** A meeting in the area that invented referrals go to, called at a London moment; with what its calling was answered. */
  readonly called: (startsAt: string, at: string, kind?: 'extra' | 'emergency') => Promise<Called>;
  /** Puts a case onto the list of a meeting, unless it is there already. */
  readonly bring: (theCase: CaseInStore, meeting: MeetingInStore, at: string) => Promise<void>;
  /** Lets a case decide the follow-ups of a command that are staged for it; gives how many there were. */
  readonly hear: (theCase: CaseInStore, causeId: string, at: string) => Promise<number>;
}

interface Called {
  readonly meeting: MeetingInStore;
  readonly answer: CommandAnswer;
}

/** The stories of the store of a file. */
export function meetingStories({ store, aMeeting }: FileStore): MeetingStories {
  return {
    called: async (startsAt, at, kind = 'extra') => {
      const meeting = aMeeting();
      const starts = { startsAt: moment(startsAt), on: londonDate(moment(startsAt)) };
      const calling = { areaId: idOf('area', 'maidstone'), kind, capacity: null, slot: null, ...starts };
      return { meeting, answer: await meeting.send('callMeeting', calling, at) };
    },
    bring: async (theCase, { meetingId }, at) => {
      if (theCase.state.listing?.meetingId === meetingId) return;
      await theCase.does('admitLate', { meetingId, reasonId: newId() }, at);
    },
    hear: async (theCase, causeId, at) => {
      const waiting = (await unresolvedCausedBy(store.prisma, causeId)).filter(
        (each) => each.caseId === theCase.caseId,
      );
      for (const { id, type, payload, occurred } of waiting) {
        const told = payload as CommandPayloads[CommandType];
        await theCase.decide(id, type as CommandType, told, { occurred, now: moment(at) });
      }
      return waiting.length;
    },
  };
}
