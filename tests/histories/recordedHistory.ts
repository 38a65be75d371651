import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { withoutMachine } from './withoutMachine.ts';

type History = ReturnType<typeof historyFromJSON>;

/** One run of a workflow as the engine wrote it, payloads encrypted with the test key. */
export interface RecordedHistory {
  /** Release and life, such as `0.1.0/deferred-twice`. */
  readonly name: string;
  readonly workflowId: string;
  readonly history: History;
}

interface KeptHistory {
  readonly workflowId: string;
  readonly events: readonly unknown[];
}

const folder = import.meta.dirname;

/** Every history that was recorded of any release. */
export function recordedHistories(): RecordedHistory[] {
  return names().map((name) => {
    const { workflowId, events } = readKept(name);
    return { name, workflowId, history: historyFromJSON({ events }) };
  });
}

/** The same as plain JSON, to look into. */
export function keptHistories(): ({ readonly name: string } & KeptHistory)[] {
  return names().map((name) => ({ name, ...readKept(name) }));
}

/** Writes one run; what tells of the machine it was recorded on is left out. */
export async function keepHistory(name: string, workflowId: string, history: History): Promise<void> {
  const { events } = JSON.parse(historyToJSON(history)) as { events: readonly unknown[] };
  const kept: KeptHistory = { workflowId, events: (await withoutMachine(events)) as readonly unknown[] };
  const file = fileOf(name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, gzipSync(JSON.stringify(kept), { level: 9 }));
}

function names(): string[] {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const histories = files.filter((file) => file.endsWith('.json.gz'));
  return histories.map((file) => file.replaceAll(path.sep, '/').replace(/\.json\.gz$/, '')).sort();
}

function readKept(name: string): KeptHistory {
  return JSON.parse(gunzipSync(fs.readFileSync(fileOf(name))).toString()) as KeptHistory;
}

function fileOf(name: string): string {
  return path.join(folder, `${name}.json.gz`);
}
