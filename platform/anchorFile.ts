import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** One line of the anchor: how far the chain over the audit had come, and the hash it had there. */
export interface Anchor {
  readonly number: number;
  readonly hash: string;
  readonly sealedAt: string;
}

const anchorSchema = z.strictObject({
  number: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  sealedAt: z.iso.datetime(),
});

/** What stands in the anchor file, in order; nothing where there is no file yet. A line that a crash cut off is left out. */
export function readAnchors(file: string): Anchor[] {
  if (!fs.existsSync(file)) return [];
  return fs.readFileSync(file, 'utf8').split('\n').flatMap(readLine);
}

/** The last anchor that was written whole; only the end of the file is read. */
export function lastAnchor(file: string): Anchor | null {
  if (!fs.existsSync(file)) return null;
  const handle = fs.openSync(file, 'r');
  try {
    const size = fs.fstatSync(handle).size;
    const end = Buffer.alloc(Math.min(size, 4_096));
    fs.readSync(handle, end, 0, end.length, size - end.length);
    return end.toString('utf8').split('\n').flatMap(readLine).at(-1) ?? null;
  } finally {
    fs.closeSync(handle);
  }
}

/** Adds a line at the end, and comes back when it is on the disk. Nothing in the file is ever changed. */
export function addAnchor(file: string, anchor: Anchor): void {
  const isNew = !fs.existsSync(file);
  const handle = fs.openSync(file, 'a', 0o640);
  try {
    // Whatever a crash left of a line stays a line of its own.
    const line = `${isNew || endsWhole(file) ? '' : '\n'}${JSON.stringify(anchor)}\n`;
    fs.writeSync(handle, line);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  if (isNew && process.platform !== 'win32') syncFolder(path.dirname(file));
}

function endsWhole(file: string): boolean {
  const handle = fs.openSync(file, 'r');
  try {
    const { size } = fs.fstatSync(handle);
    const last = Buffer.alloc(1);
    return size === 0 || (fs.readSync(handle, last, 0, 1, size - 1) === 1 && last[0] === 10);
  } finally {
    fs.closeSync(handle);
  }
}

function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function readLine(line: string): Anchor[] {
  if (line.trim() === '') return [];
  try {
    const read = anchorSchema.safeParse(JSON.parse(line));
    return read.success ? [read.data] : [];
  } catch {
    return [];
  }
}
