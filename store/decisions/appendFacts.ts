import { createHash } from 'node:crypto';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { ClockFact } from '../../domain/lifecycle/caseFact.ts';
import type { AnyFact, MatterStanding, MatterType } from '../../domain/matters/matter.ts';
import { project } from '../projection/project.ts';
import type { RecordedFact } from '../projection/recordedFact.ts';
import type { Patch, WriteSet } from '../projection/writeSet.ts';
import type { OpenMatter } from './matterKind.ts';

/** What is the same for every fact of one decision. */
export interface Envelope {
  readonly actorId: string | null;
  readonly commandId: string | null;
  /** When the writer decided, by its own clock. */
  readonly decidedAt: IsoInstant;
  readonly policyVersion: string;
  readonly calendarVersion: string;
  readonly idFor: (name: string) => string;
  /** Whether this is a change people collide over: rungs never move the revision. */
  readonly movesRevision: boolean;
}

export interface Appended<S, F extends AnyFact> {
  readonly facts: readonly RecordedFact<F>[];
  readonly standing: S;
  readonly revision: number;
  readonly lastHash: string;
}

/** Adds facts to the record of a matter, each chained to the one before by its hash, and lays them over the read model. */
export function appendFacts<S extends MatterStanding, F extends AnyFact>(
  open: OpenMatter<S, F, unknown>,
  facts: readonly (F | ClockFact)[],
  envelope: Envelope,
  writes: WriteSet,
): Appended<S, F> {
  const recordedAt = notBefore(open.lastRecordedAt, envelope.decidedAt);
  const recorded = facts.map((fact, index) => ({
    id: envelope.idFor(`fact/${index}`),
    seq: open.seq + index + 1,
    recordedAt,
    fact,
  }));
  const { id, kind } = open;
  const lastHash = recorded.reduce(
    (hash, each) => addEvent({ about: kind.about, id }, each, envelope, hash, writes),
    open.lastHash,
  );
  const before = { id, kind, standing: open.standing, runningClockIds: [...open.running.keys()] };
  const standing = project(before, recorded, writes);
  const seq = open.seq + recorded.length;
  const revision = envelope.movesRevision ? seq : open.revision;
  const row = { ...standing, epoch: open.epoch, seq, revision, lastHash };
  writes.add(kind.table, { ...row, ...(open.standing ? {} : kind.newRow(recordedAt)) } as unknown as Patch);
  return { facts: recorded, standing, revision, lastHash };
}

/**
 * Writers of one record do not share a clock: workflows of the case and of its flag, a watch, a machine whose time was
 * set back. The lock says who came first; what is written second is never dated before the first.
 */
function notBefore(last: IsoInstant | null, decidedAt: IsoInstant): IsoInstant {
  return last !== null && last > decidedAt ? last : decidedAt;
}

function addEvent(
  matter: { readonly about: MatterType; readonly id: string },
  { id, seq, recordedAt, fact }: RecordedFact<AnyFact>,
  envelope: Envelope,
  previousHash: string,
  writes: WriteSet,
): string {
  const event = {
    id,
    ...aboutMatter(matter.about),
    caseId: matter.id,
    seq,
    type: fact.type,
    typeVersion: 1,
    actorId: envelope.actorId,
    commandId: envelope.commandId,
    occurredAt: fact.occurred.at,
    occurredPrecision: fact.occurred.precision,
    recordedAt,
    policyVersion: envelope.policyVersion,
    calendarVersion: envelope.calendarVersion,
    data: fact.data,
    previousHash,
  };
  const hash = hashOf(event);
  writes.add('audit_event', { ...event, about: matter.about, hash });
  return hash;
}

/** What kind of matter an event is about, as it is hashed: a case goes without saying, as it did when there was nothing else. */
export function aboutMatter(about: string | null): { readonly about?: string } {
  return about === null || about === 'case' ? {} : { about };
}

/** The hash of an event: SHA-256 over its canonical JSON, the hash of the event before it included. */
export function hashOf(event: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(canonical(event)).digest('hex');
}

/** JSON with the keys of every object in order, so that the same event gives the same text after a round trip. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${entries.join(',')}}`;
}
