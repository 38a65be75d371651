import type { HeldAppointment } from '../access/actor.ts';
import type { IsoDate } from '../calendar/time.ts';
import type { RecipientRole } from '../clocks/ladder.ts';

/** Somebody who might be told something: what they are appointed to, when they are away, and who then stands in. */
export interface DirectoryEntry {
  readonly practitionerId: string;
  /** The last London day on which they work here; null while no end is known. */
  readonly endsOn: IsoDate | null;
  readonly appointments: readonly DatedAppointment[];
  readonly absences: readonly Absence[];
}

/** An appointment from its first to its last London day, both included. */
export interface DatedAppointment extends HeldAppointment {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
}

/** Days away, the first and the last included; `coverId` is the practitioner who stands in, where one is named. */
export interface Absence {
  readonly fromDate: IsoDate;
  readonly untilDate: IsoDate;
  readonly coverId: string | null;
}

/**
 * Everybody who might be told about a case: those appointed to its area and agencies, system administrators, and by
 * name its adviser, referrer, owner and named post, with whoever covers for any of them.
 */
export type Directory = readonly DirectoryEntry[];

/** As what somebody is told; the system administrator only where nobody else could be found. */
export type NoticeRole = RecipientRole | 'systemAdministrator';

export interface Recipient {
  readonly practitionerId: string;
  readonly role: NoticeRole;
}
