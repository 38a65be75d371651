import fs from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { processIdentity } from './processIdentity.mjs';

/**
 * Takes a lock that exists as a file and holds as long as the process that took it lives; one left by a killed
 * process is taken over. Returns {ok: true, release} or {ok: false, pid} with the process that holds it.
 */
export function takeLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid), token: randomUUID() });
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  fs.writeFileSync(draft, mine);
  try {
    for (;;) {
      try {
        // Unlike opening and then writing, this shows the lock to others only with its content.
        fs.linkSync(draft, file);
        return { ok: true, release: () => removeIfStill(file, mine) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const found = read(file);
      if (found === undefined) continue;
      const holder = liveHolder(found);
      if (holder !== undefined) return { ok: false, pid: holder };
      removeIfStill(file, found);
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** The living process that holds a lock, or undefined. */
export function lockHolder(file) {
  const found = read(file);
  return found === undefined ? undefined : liveHolder(found);
}

function liveHolder(content) {
  try {
    const { pid, identity } = JSON.parse(content);
    return identity !== undefined && processIdentity(pid) === identity ? pid : undefined;
  } catch {
    return undefined;
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Removes the lock only if it is still the one meant: between looking and removing, another process may have
 * cleared the old one and taken its own. It is moved aside first, looked at, and put back when it is another's.
 */
function removeIfStill(file, content) {
  const aside = `${file}.${process.pid}.${randomUUID()}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  try {
    if (read(aside) !== content) fs.linkSync(aside, file);
  } finally {
    fs.rmSync(aside, { force: true });
  }
}
