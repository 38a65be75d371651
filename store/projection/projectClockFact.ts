import type { Clock } from '../../domain/clocks/clock.ts';
import { wakeOf } from '../../domain/clocks/wakeOf.ts';
import type { ClockFact } from '../../domain/lifecycle/caseFact.ts';
import type { AnyFact, MatterStanding, MatterType } from '../../domain/matters/matter.ts';
import type { RecordedFact } from './recordedFact.ts';
import type { WriteSet } from './writeSet.ts';

/** Lays a fact about a clock over the clocks and rungs of the read model. */
export function projectClockFact(
  recorded: RecordedFact<AnyFact>,
  fact: ClockFact,
  standing: MatterStanding & { readonly about: MatterType },
  writes: WriteSet,
): void {
  const { clock } = fact.data;
  const owned = 'agencyId' in fact.data ? { agencyId: fact.data.agencyId, ownerId: fact.data.ownerId } : {};
  writes.add('clock', {
    id: clock.id,
    about: standing.about,
    caseId: standing.id,
    areaId: standing.areaId,
    kind: clock.kind,
    subjectType: clock.subject.type,
    subjectId: clock.subject.id,
    status: statusOf(clock),
    outcome: clock.end?.outcome ?? null,
    anchorAt: clock.anchor,
    overdueAt: clock.overdueAt,
    endedAt: clock.end?.at ?? null,
    nextRungAt: wakeOf(clock),
    silent: standing.silent,
    data: clock,
    ...owned,
    ...(fact.type === 'clockStarted' ? { rungsFired: 0 } : {}),
    ...(fact.type === 'rungFired' ? { rungsFired: fact.data.rung + 1 } : {}),
  });
  if (fact.type !== 'rungFired') return;
  const { round, rung, label, plannedAt, noted, recipients } = fact.data;
  writes.add('rung', {
    id: recorded.id,
    about: standing.about,
    caseId: standing.id,
    clockId: clock.id,
    round,
    rung,
    label,
    plannedAt,
    noted,
    recipients,
    firedAt: recorded.recordedAt,
  });
}

function statusOf(clock: Clock): 'running' | 'paused' | 'ended' {
  if (clock.end) return 'ended';
  return clock.pauses.some((pause) => pause.until === null) ? 'paused' : 'running';
}
