import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';

type History = ReturnType<typeof historyFromJSON>;

/** One run of a workflow as the engine wrote it, payloads encrypted with the test key. */
export interface RecordedHistory {
  /** Release and life, such as `0.1.0/deferred-twice`. */
  readonly name: string;
  readonly workflowId: string;
  readonly history: History;
}

const folder = import.meta.dirname;

/** Every history that was recorded of any release. */
export function recordedHistories(): RecordedHistory[] {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.json.gz'))
    .sort()
    .map((file) => readHistory(file));
}

function readHistory(file: string): RecordedHistory {
  const kept = JSON.parse(gunzipSync(fs.readFileSync(path.join(folder, file))).toString()) as KeptHistory;
  const name = file.replace(/\.json\.gz$/, '');
  return { name, workflowId: kept.workflowId, history: historyFromJSON({ events: kept.events }) };
}

interface KeptHistory {
  readonly workflowId: string;
  readonly events: readonly unknown[];
}

/** Writes one run; what names the machine it was recorded on is left out. */
export function keepHistory(name: string, workflowId: string, history: History): void {
  const { events } = JSON.parse(historyToJSON(history)) as { events: readonly unknown[] };
  const kept: KeptHistory = { workflowId, events: events.map(withoutMachine) };
  const file = path.join(folder, `${name}.json.gz`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, gzipSync(JSON.stringify(kept), { level: 9 }));
}

/** Process ids and host names stand in identities and in the names of a worker's own queues. */
function withoutMachine(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((inner) => withoutMachine(inner));
  if (typeof value !== 'object' || value === null) return key === 'identity' ? 'recorded' : value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withoutMachine(inner, name)]);
  const plain = Object.fromEntries(entries) as Record<string, unknown>;
  return plain['kind'] === 'TASK_QUEUE_KIND_STICKY' ? { ...plain, name: 'sticky', normalName: 'recorded' } : plain;
}
