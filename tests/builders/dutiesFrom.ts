import type { ClockFact } from '../../domain/lifecycle/caseFact.ts';
import type { CaseBuilder } from './aCase.ts';

/** What became of duties between two moments, in words: `+ screen 2026-03-03 (nobody)`, `- screen met`. */
export function dutiesFrom(about: CaseBuilder, happens: (about: CaseBuilder) => unknown): readonly string[] {
  const before = about.facts.length;
  happens(about);
  return about.facts
    .slice(before)
    .flatMap((fact) => ('clock' in fact.data ? describeClockFact(fact as ClockFact) : []));
}

function describeClockFact({ type, data }: ClockFact): string {
  const { kind, due, end } = data.clock;
  const when = due.type === 'day' ? due.date : due.at;
  if (type === 'clockStarted') return `+ ${kind} ${when} (${ownerOf(data)})`;
  if (type === 'clockEnded') return `- ${kind} ${end?.outcome}${end?.reason ? ` ${end.reason}` : ''}`;
  if (type === 'clockReowned') return `= ${kind} (${ownerOf(data)})`;
  return `~ ${kind} ${when}`;
}

function ownerOf({ agencyId, ownerId }: { agencyId: string | null; ownerId: string | null }): string {
  return ownerId ?? agencyId ?? 'nobody';
}
