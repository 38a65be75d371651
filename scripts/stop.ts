import path from 'node:path';
import { lockHolder } from './bootstrap/lock.mjs';
import { processIdentity } from './bootstrap/processIdentity.mjs';
import { dataFolder, processRecord } from './launch/launch.ts';
import { endProcess } from './processes/endProcess.ts';

/** Servers go last and in this order: what writes to them has then ended. */
const servers = ['engine', 'postgres'];
const patienceMs = 90_000;

const root = path.resolve(import.meta.dirname, '..');
const holder = lockHolder(path.join(dataFolder(root), 'start.lock'));
if (holder !== undefined) {
  console.log(`Stopping the product (process ${holder}).`);
  const identity = processIdentity(holder);
  if (identity !== undefined) await endProcess(holder, identity, patienceMs);
}
// What is left when the start itself was killed. Only processes this checkout recorded, and only if they are the same.
const record = processRecord(root);
const left = record.living().sort((one, other) => servers.indexOf(one.name) - servers.indexOf(other.name));
for (const { name, pid, identity } of left) {
  console.log(`Ending ${name} (process ${pid}).`);
  // Postgres waits for its clients on SIGTERM, but sends them away on SIGINT.
  await endProcess(pid, identity, 20_000, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  record.remove(name);
}
console.log(holder === undefined && left.length === 0 ? 'Nothing was running.' : 'Stopped.');
