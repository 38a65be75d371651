import type { RecordedEvent } from './readRecord.ts';

/**
 * The revision of a case by its record: the last entry that people collide over. Rungs, flags that end and parked
 * commands never move it; what the product decides by itself, the end of the case, does.
 */
export function revisionOf(events: readonly RecordedEvent[]): number {
  let ended = false;
  let revision = 0;
  for (const { recorded, commandId } of events) {
    const { type } = recorded.fact;
    // A death that is taken back opens it again: what happens by itself afterwards counts as before.
    if (commandId !== null) ended = false;
    else ended ||= type === 'caseEnded';
    if (type === 'commandParked' || type === 'rungFired') continue;
    if (commandId !== null || ended) revision = recorded.seq;
  }
  return revision;
}
