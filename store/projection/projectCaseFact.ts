import type { CaseFact, CaseFactType, Fact } from '../../domain/lifecycle/caseFact.ts';
import type { CaseStanding } from '../../domain/lifecycle/caseStanding.ts';
import { actionProjection } from './caseFacts/actions.ts';
import { type CaseProjection, nothing, type Projected } from './caseFacts/caseProjection.ts';
import { childrenProjection } from './caseFacts/children.ts';
import { closingProjection } from './caseFacts/closing.ts';
import { courtProjection } from './caseFacts/court.ts';
import { handoverProjection } from './caseFacts/handover.ts';
import { liveDateProjection } from './caseFacts/liveDates.ts';
import { meetingProjection } from './caseFacts/meeting.ts';
import { mergeProjection } from './caseFacts/merge.ts';
import { referralProjection } from './caseFacts/referral.ts';
import { samePeopleProjection } from './caseFacts/samePeople.ts';
import { supportProjection } from './caseFacts/support.ts';
import { transferProjection } from './caseFacts/transfer.ts';
import type { RecordedFact } from './recordedFact.ts';
import type { WriteSet } from './writeSet.ts';

const projection: CaseProjection<CaseFactType> = {
  ...referralProjection,
  ...childrenProjection,
  ...handoverProjection,
  ...actionProjection,
  ...meetingProjection,
  ...supportProjection,
  ...courtProjection,
  ...liveDateProjection,
  ...closingProjection,
  ...samePeopleProjection,
  ...transferProjection,
  ...mergeProjection,
  commandParked: nothing,
};

/** Lays a fact of a case over the tables beside the case row itself; a file a subject says how. */
export function projectCaseFact(
  { id: factId, seq }: Pick<RecordedFact, 'id' | 'seq'>,
  fact: CaseFact,
  standing: CaseStanding,
  writes: WriteSet,
): void {
  projectOne(fact, { factId, seq, standing, writes });
}

function projectOne<T extends CaseFactType>(fact: Fact<T>, projected: Projected): void {
  projection[fact.type](fact, projected);
}
