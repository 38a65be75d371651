import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { MeetingFact, MeetingFactOf, MeetingSort } from './meetingFact.ts';

/** A meeting as calendars and boards see it: a fold over its facts, one row of the read model. */
export interface MeetingStanding {
  readonly id: string;
  readonly areaId: string;
  readonly kind: MeetingSort;
  /** `planned` as long as cases may be on its list; what has become of it otherwise. */
  readonly status: 'planned' | 'held' | 'cancelled';
  readonly silent: boolean;
  readonly slot: string | null;
  readonly onDate: IsoDate;
  readonly startsAt: IsoInstant;
  readonly cutOffOn: IsoDate;
  readonly capacity: number;
  /** How often its date was set: the sequence of its invitation. */
  readonly sequence: number;
  readonly createdAt: IsoInstant;
  readonly lockedAt: IsoInstant | null;
  readonly agendaSentAt: IsoInstant | null;
  readonly heldAt: IsoInstant | null;
  readonly quorate: boolean | null;
  readonly missingServices: readonly string[];
  readonly minutesVersion: number;
  readonly minutesConfirmedAt: IsoInstant | null;
  readonly minutesSentAt: IsoInstant | null;
}

/** The standing of a meeting after one more fact; only its calling can be the first. */
export function meetingStandingAfter(standing: MeetingStanding | null, id: string, fact: MeetingFact): MeetingStanding {
  if (fact.type === 'meetingCalled') return called(id, fact);
  if (!standing) throw new Error(`A meeting cannot begin with the fact ${fact.type}.`);
  return { ...standing, ...changes(standing, fact) };
}

function called(id: string, { data, occurred }: MeetingFactOf<'meetingCalled'>): MeetingStanding {
  const { on, ...rest } = data;
  return {
    ...rest,
    id,
    onDate: on,
    status: 'planned',
    sequence: 0,
    createdAt: occurred.at,
    lockedAt: null,
    agendaSentAt: null,
    heldAt: null,
    quorate: null,
    missingServices: [],
    minutesVersion: 0,
    minutesConfirmedAt: null,
    minutesSentAt: null,
  };
}

function changes(standing: MeetingStanding, fact: MeetingFact): Partial<MeetingStanding> {
  const { at } = fact.occurred;
  switch (fact.type) {
    case 'meetingMoved': {
      const { startsAt, on, cutOffOn, locked } = fact.data;
      const lockedAt = locked ? standing.lockedAt : null;
      return { startsAt, onDate: on, cutOffOn, lockedAt, sequence: standing.sequence + 1, agendaSentAt: null };
    }
    case 'cutOffMoved':
      return { cutOffOn: fact.data.cutOffOn };
    case 'meetingCancelled':
      return { status: 'cancelled', sequence: standing.sequence + 1 };
    case 'listLocked':
      return { lockedAt: at };
    case 'agendaSent':
      return { agendaSentAt: at };
    case 'meetingHeld':
      return {
        status: 'held',
        heldAt: at,
        quorate: fact.data.quorate,
        missingServices: fact.data.missingServices,
      };
    case 'minutesConfirmed':
    case 'minutesCorrected':
      return { minutesVersion: fact.data.version, minutesConfirmedAt: at, minutesSentAt: null };
    case 'minutesSent':
      return { minutesSentAt: at };
    case 'meetingCalled':
    case 'agenciesInvited':
    case 'researchAsked':
    case 'caseAdmitted':
    case 'caseLeft':
    case 'researchReturned':
    case 'researchComplete':
    case 'attendanceRecorded':
    case 'caseTaken':
    case 'researchSilent':
    case 'meetingEnded':
    case 'commandParked':
      return {};
  }
}
