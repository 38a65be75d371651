import type { AnyFact } from '../../domain/matters/matter.ts';
import { hashOf } from '../decisions/appendFacts.ts';
import type { RecordedEvent } from './readRecord.ts';

/**
 * Where the record of a case is not what was written: an entry is missing before this one (`missing`), it was changed
 * (`changed`), it does not follow from the one before (`unchained`), or the record stops short of, or differs from,
 * the last entry the case is known to have (`endMissing`, `endChanged`).
 */
export interface BrokenLink {
  readonly seq: number;
  readonly why: 'missing' | 'changed' | 'unchained' | 'endMissing' | 'endChanged';
}

/** The last entry a case is known to have, by its row. */
export interface KnownEnd {
  readonly seq: number;
  readonly lastHash: string;
}

/** The first place at which the hash chain of a case is broken; null where it holds. */
export function brokenLink(events: readonly RecordedEvent<AnyFact>[], end: KnownEnd | null): BrokenLink | null {
  let previous = '';
  for (const [index, event] of events.entries()) {
    const seq = index + 1;
    if (event.recorded.seq !== seq) return { seq, why: 'missing' };
    if (hashOf(event.hashed) !== event.hash) return { seq, why: 'changed' };
    if (event.previousHash !== previous) return { seq, why: 'unchained' };
    previous = event.hash;
  }
  if (!end || end.seq === 0) return null;
  const last = events[end.seq - 1];
  if (!last) return { seq: events.length + 1, why: 'endMissing' };
  return last.hash === end.lastHash ? null : { seq: end.seq, why: 'endChanged' };
}
