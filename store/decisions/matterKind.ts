import type { AnnouncedDays } from '../../domain/calendar/announcedDays.ts';
import type { SchoolYear } from '../../domain/calendar/schoolDays.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { DutyContext, OwnedClock } from '../../domain/duties/applyDuties.ts';
import type { DutyChange, DutyOwner } from '../../domain/duties/dutyChange.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import type { Refusal } from '../../domain/lifecycle/refusal.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { AnyFact, MatterStanding, MatterType, ProposalOf } from '../../domain/matters/matter.ts';
import type { CaseParts } from '../../domain/notices/caseParts.ts';
import type { News } from '../../domain/notices/noticesOf.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import type { Tx } from '../prismaClient.ts';
import type { RecordedFact } from '../projection/recordedFact.ts';
import type { Patch, TableName, WriteSet } from '../projection/writeSet.ts';
import type { FollowUp } from './followUps.ts';

/** The row of a command while it is being decided. */
export interface OpenCommand {
  readonly id: string;
  readonly actorId: string;
  readonly type: string;
  /** How it came: by which of our addresses, or what of the product itself sent it. */
  readonly route: string;
  readonly status: string;
  readonly answer: CommandAnswer | null;
  readonly expectedRevision: number | null;
}

/** A matter under its lock: nobody else writes to it until the transaction ends. `F` are its facts, `A` its questions. */
export interface OpenMatter<S extends MatterStanding, F extends AnyFact, A> {
  readonly kind: MatterKind<S, F, A>;
  readonly id: string;
  /** Whether it is marked as one in which something is parked. */
  readonly parked: boolean;
  readonly epoch: number;
  /** The number of the last recorded fact; 0 where nothing is recorded yet. */
  readonly seq: number;
  readonly revision: number;
  readonly lastHash: string;
  /** When the last fact was recorded; null where nothing is recorded yet. */
  readonly lastRecordedAt: IsoInstant | null;
  readonly standing: S | null;
  readonly running: ReadonlyMap<string, OwnedClock>;
  readonly command: OpenCommand | null;
  readonly area: { readonly id: string; readonly code: string };
  /** The policy of the matter's area on a London date. */
  policyOn(date: IsoDate): AreaPolicy;
  /** Bank holidays announced since the calendar was published. */
  readonly announced: readonly AnnouncedDays[];
  /** School years by local authority, where something may begin that is counted by them. */
  readonly schoolYears?: ReadonlyMap<string, readonly SchoolYear[]>;
  /** The school years of each place where its children live, where what runs is planned anew; null where there are none. */
  readonly schools?: readonly (readonly SchoolYear[])[] | null;
  /** From when changed policies of the area count that were put to running cases too. */
  readonly putToRunning: readonly IsoDate[];
  /** The policy that a version names, of whatever area and whether it still counts or not. */
  policyNamed(version: string): AreaPolicy | null;
}

/** What a decision comes to once the store has answered what it asked. */
export type Completed<F> =
  | {
      readonly ok: true;
      readonly facts: readonly F[];
      readonly followUps: readonly FollowUp[];
      /** The policies of the area that takes a case over, by London date: they count from the fact that says so. */
      readonly policyAfterTransfer?: DutyContext['policyOn'] | null;
    }
  | Refusal;

/**
 * What one kind of matter brings to the recording that all share. Its functions are given the matter as its own
 * `open…` has read it, with whatever more it put there.
 */
export interface MatterKind<S extends MatterStanding, F extends AnyFact, A> {
  readonly about: MatterType;
  /** The table in which its standing is a row. */
  readonly table: TableName;
  /** Columns of that row which the standing does not know, where the row is new. */
  newRow(recordedAt: string): Patch;
  standingAfter(standing: S | null, id: string, fact: F): S;
  /** Lays a fact over the tables beside the row. */
  project(recorded: RecordedFact<F>, fact: F, standing: S, writes: WriteSet): void;
  dutiesOf(fact: F, standing: S, policy: AreaPolicy): readonly DutyChange[];
  /** Whether facts declare a matter caught up, so that its clocks speak from now on. */
  isCaughtUp(fact: F): boolean;
  /** Why nobody may decide this at all, whatever was proposed; null where somebody may. */
  forbids(open: OpenMatter<S, F, A>): Refusal | null;
  /** Whether what somebody edits has changed since they opened it. */
  hasChanged(tx: Tx, open: OpenMatter<S, F, A>, proposal: ProposalOf<F, A>, expected: number): Promise<boolean>;
  /** Answers what a proposal asks, under locks taken in one fixed order. */
  complete(tx: Tx, open: OpenMatter<S, F, A>, proposal: ProposalOf<F, A>, context: DutyContext): Promise<Completed<F>>;
  newsOf(fact: F, standing: S): readonly News[];
  /** The parts people have in the matter, for one item of news or one duty. */
  partsOf(open: OpenMatter<S, F, A>, standing: S, owner: DutyOwner & Pick<News, 'otherAreaId' | 'caseIds'>): CaseParts;
  /** The parts for a rung: where the matter knows that a clock is watched by somebody named, that post is in them. */
  partsForRung(open: OpenMatter<S, F, A>, standing: S, clock: Clock, owner: DutyOwner): CaseParts;
}
