import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { ClockSubject, Due } from '../clocks/clock.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';

/** Whose duty it is: an agency, and where it is known one of its people. */
export interface DutyOwner {
  readonly agencyId: string | null;
  readonly ownerId: string | null;
}

/** What a fact does to the duties of a case. */
export type DutyChange =
  | {
      readonly do: 'start';
      readonly kind: ClockKind;
      readonly subject: ClockSubject;
      readonly owner: DutyOwner;
      /** Counted from here; null: from when the fact occurred. */
      readonly anchor: IsoInstant | null;
      /** Counted from where a clock of this kind counts about the same, while one runs; left out where it is not. */
      readonly countedWith?: ClockKind;
      /** Not begun while a clock of one of these kinds runs about the same; left out where nothing stands in its way. */
      readonly unless?: readonly ClockKind[];
      /** A date set outside, in place of the counted one. */
      readonly due: Due | null;
      readonly meetingOn: IsoDate | null;
      /** When the meeting begins, for what is due so many hours after it was called. */
      readonly meetingAt: IsoInstant | null;
      /** The day on which something ends, for a duty that comes before it. */
      readonly endsOn: IsoDate | null;
      /** Whether the rule for what is urgent counts, or the one for what is not; null: the usual one. */
      readonly urgent: boolean | null;
      /** The local authorities whose school days count, null for a child who lives nobody knows where. */
      readonly authorityIds: readonly (string | null)[];
      /** Whether it stands for one that had fallen away, or was met by a service that has the case no more; left out where it does not. */
      readonly begunAnew?: true;
    }
  | {
      readonly do: 'end';
      readonly kinds: readonly ClockKind[];
      /** Only clocks about this; null for any. */
      readonly subjectId: string | null;
      readonly as: 'done' | 'cancelled';
      readonly reason: string | null;
    }
  | {
      readonly do: 'move';
      /** Only clocks of these kinds; null for any. */
      readonly kinds: readonly ClockKind[] | null;
      readonly subjectId: string;
      readonly due: Due;
      readonly because: 'moved' | 'extended';
      readonly reasonId: string | null;
    }
  | {
      /** Planned anew from its own anchor: done before this meeting; null where it is listed for none any more. */
      readonly do: 'plan';
      readonly kinds: readonly ClockKind[];
      readonly meetingOn: IsoDate | null;
    }
  | {
      readonly do: 'own';
      readonly kinds: readonly ClockKind[] | null;
      readonly subjectId: string | null;
      /** Only clocks that are this agency's; null for any. */
      readonly ownedBy: string | null;
      /** Only clocks that are this person's; left out for any. */
      readonly from?: string;
      readonly owner: DutyOwner;
    };

export const nobody: DutyOwner = { agencyId: null, ownerId: null };

/** The case itself as what a duty is about. */
export function theCaseOf({ id }: CaseStanding): ClockSubject {
  return { type: 'case', id };
}

/** The adviser's duty, or while there is none their service's. */
export function idvaOf({ idvaServiceId, adviserId }: CaseStanding): DutyOwner {
  return { agencyId: idvaServiceId, ownerId: adviserId };
}

/** The duty of the IDVA service itself, whoever advises. */
export function serviceOf({ idvaServiceId }: CaseStanding): DutyOwner {
  return { agencyId: idvaServiceId, ownerId: null };
}

/** A duty begins. */
export function starts(
  kind: ClockKind,
  subject: ClockSubject,
  owner: DutyOwner,
  more: Partial<
    Pick<
      Extract<DutyChange, { do: 'start' }>,
      | 'anchor'
      | 'countedWith'
      | 'unless'
      | 'due'
      | 'meetingOn'
      | 'meetingAt'
      | 'endsOn'
      | 'urgent'
      | 'authorityIds'
      | 'begunAnew'
    >
  > = {},
): DutyChange {
  const { anchor = null, due = null, endsOn = null, urgent = null, authorityIds = [] } = more;
  const { meetingOn = null, meetingAt = null, begunAnew, countedWith, unless } = more;
  const dates = { anchor, due, meetingOn, meetingAt, endsOn };
  const rare = {
    ...(begunAnew ? { begunAnew } : {}),
    ...(countedWith ? { countedWith } : {}),
    ...(unless ? { unless } : {}),
  };
  return { do: 'start', kind, subject, owner, ...dates, urgent, authorityIds, ...rare };
}

/** A duty is done. */
export function done(kinds: readonly ClockKind[], subjectId: string | null = null): DutyChange {
  return { do: 'end', kinds, subjectId, as: 'done', reason: null };
}

/** A duty falls away, for a reason given as a short code. */
export function fallsAway(kinds: readonly ClockKind[], reason: string, subjectId: string | null = null): DutyChange {
  return { do: 'end', kinds, subjectId, as: 'cancelled', reason };
}
