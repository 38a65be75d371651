import type { IsoInstant, Occurred } from '../calendar/time.ts';
import type { ProposalOf } from '../matters/matter.ts';
import type { Ask } from './ask.ts';
import type { CaseFact } from './caseFact.ts';
import type { CaseState } from './caseState.ts';
import type { ActionPayloads } from './payloads/actions.ts';
import type { ChildrenPayloads } from './payloads/children.ts';
import type { ClockPayloads } from './payloads/clocks.ts';
import type { ClosingPayloads } from './payloads/closing.ts';
import type { CourtPayloads } from './payloads/court.ts';
import type { HandoverPayloads } from './payloads/handover.ts';
import type { LiveDatePayloads } from './payloads/liveDates.ts';
import type { MeetingPayloads } from './payloads/meeting.ts';
import type { MergePayloads } from './payloads/merge.ts';
import type { ReferralPayloads } from './payloads/referral.ts';
import type { RetentionPayloads } from './payloads/retention.ts';
import type { SamePeoplePayloads } from './payloads/samePeople.ts';
import type { SupportPayloads } from './payloads/support.ts';
import type { TransferPayloads } from './payloads/transfer.ts';
import type { Refusal } from './refusal.ts';

/**
 * What each command carries into the engine; a file a subject says what. It is ids, codes and dates: the words stay
 * behind as content.
 */
export interface CommandPayloads
  extends
    ReferralPayloads,
    ChildrenPayloads,
    HandoverPayloads,
    ActionPayloads,
    MeetingPayloads,
    SupportPayloads,
    CourtPayloads,
    LiveDatePayloads,
    ClosingPayloads,
    RetentionPayloads,
    SamePeoplePayloads,
    TransferPayloads,
    MergePayloads,
    ClockPayloads {}

export type CommandType = keyof CommandPayloads;

/** What became of a command; `revision` is the version of the case that If-Match is compared with. */
export type CommandAnswer = { readonly ok: true; readonly revision: number } | Refusal;

/** What the workflow of a case proposes: facts it is sure of, and what it asks of the store. */
export type Proposal = ProposalOf<CaseFact, Ask>;

/** Decides one command against the state of the case; pure, and free of every figure that policy may change. */
export type Decider<T extends CommandType> = (
  state: CaseState,
  payload: CommandPayloads[T],
  when: { readonly occurred: Occurred; readonly now: IsoInstant },
) => Proposal | Refusal;

/** A proposal of facts, with nothing asked unless named. */
export function propose(facts: readonly CaseFact[], ...asks: readonly Ask[]): Proposal {
  return { ok: true, facts, asks };
}
