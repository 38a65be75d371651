import fs from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { processIdentity } from './processIdentity.mjs';

/**
 * Takes a lock that exists as a file and holds as long as the process that took it lives; one left by a killed
 * process is taken over. Returns {ok: true, shareWith, release} or {ok: false, pid} with a process that holds it.
 * Shared with another process, it holds as long as one of the two lives.
 */
export function takeLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const token = randomUUID();
  let mine = JSON.stringify({ ...holder(process.pid), token });
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  const shareWith = (pid) => {
    mine = JSON.stringify({ ...holder(process.pid), token, other: holder(pid) });
    fs.writeFileSync(draft, mine);
    fs.renameSync(draft, file);
  };
  fs.writeFileSync(draft, mine);
  try {
    for (;;) {
      try {
        // Unlike opening and then writing, this shows the lock to others only with its content.
        fs.linkSync(draft, file);
        return { ok: true, shareWith, release: () => removeIfStill(file, mine) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const found = read(file);
      if (found === undefined) continue;
      const living = liveHolder(found);
      if (living !== undefined) return { ok: false, pid: living };
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

function holder(pid) {
  return { pid, identity: processIdentity(pid) };
}

function liveHolder(content) {
  try {
    const { other, ...first } = JSON.parse(content);
    return [first, other].find((held) => held?.identity !== undefined && processIdentity(held.pid) === held.identity)
      ?.pid;
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
