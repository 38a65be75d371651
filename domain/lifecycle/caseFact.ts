import type { Occurred } from '../calendar/time.ts';
import type { EngineFactOf } from '../matters/engineFact.ts';
import type { ActionFacts } from './facts/actions.ts';
import type { ChildrenFacts } from './facts/children.ts';
import type { ClockFacts } from './facts/clocks.ts';
import type { ClosingFacts } from './facts/closing.ts';
import type { CourtFacts } from './facts/court.ts';
import type { HandoverFacts } from './facts/handover.ts';
import type { LiveDateFacts } from './facts/liveDates.ts';
import type { MeetingFacts } from './facts/meeting.ts';
import type { MergeFacts } from './facts/merge.ts';
import type { ReferralFacts } from './facts/referral.ts';
import type { RetentionFacts } from './facts/retention.ts';
import type { SamePeopleFacts } from './facts/samePeople.ts';
import type { SupportFacts } from './facts/support.ts';
import type { TransferFacts } from './facts/transfer.ts';

/**
 * Everything that can be said of a case, by name; a file a subject says what. Data are ids, codes, dates and numbers,
 * never words about a person: those are content, and a fact holds their id.
 */
export interface FactData
  extends
    ReferralFacts,
    ChildrenFacts,
    HandoverFacts,
    ActionFacts,
    MeetingFacts,
    SupportFacts,
    CourtFacts,
    LiveDateFacts,
    ClosingFacts,
    RetentionFacts,
    SamePeopleFacts,
    TransferFacts,
    MergeFacts,
    ClockFacts {
  /** What was asked could not be decided, by a fault of the program: it waits, visible, until that is mended. */
  commandParked: { commandType: string; problem: string };
}

export type FactType = keyof FactData;
export type Fact<T extends FactType = FactType> = { [K in T]: { type: K; occurred: Occurred; data: FactData[K] } }[T];
export type ClockFactType = keyof ClockFacts;
export type CaseFactType = Exclude<FactType, ClockFactType>;
export type CaseFact = Fact<CaseFactType>;
export type ClockFact = Fact<ClockFactType>;

/** A recorded fact of a case as the engine sees it. */
export type EngineFact = EngineFactOf<CaseFact>;
