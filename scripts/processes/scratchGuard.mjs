// Waits beside a process that made something temporary. When that process is gone, however it went (the pipe between
// them closes), this ends what it started and removes its folder.
// Arguments: the folder. Standard input: one line for each process to end, as {pid, identity, signal}.
import fs from 'node:fs';
import readline from 'node:readline';
import { processIdentity } from '../bootstrap/processIdentity.mjs';

const folder = process.argv[2];
const watched = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
for await (const line of readline.createInterface({ input: process.stdin })) watched.push(JSON.parse(line));

const isRunning = ({ pid, identity }) => processIdentity(pid) === identity;
const send = ({ pid }, signal) => {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
};
for (const one of watched) if (isRunning(one)) send(one, one.signal);
const until = Date.now() + 5000;
while (watched.some(isRunning) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
for (const one of watched) if (isRunning(one)) send(one, 'SIGKILL');
fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
