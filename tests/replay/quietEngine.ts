import { Runtime } from '@temporalio/worker';

const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** Keeps the engine's library from writing about every mismatch: the tests that look for them say what they found. */
export function quietEngine(): void {
  Runtime.install({ logger: silent, telemetryOptions: { logging: { filter: 'OFF' } } });
}
