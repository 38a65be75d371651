import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readAnchors } from '../../platform/anchorFile.ts';
import { createStore } from '../../store/prismaClient.ts';
import { dataFolder, prepareLaunch } from '../launch/launch.ts';
import { verifyAudit } from './verifyAudit.ts';

const usage = `Usage: npm run audit:verify [-- --anchor <file>]
  Checks the whole audit: the chain of every case and meeting, every row against its seal, the seals against each other
  and against the anchor kept outside the database. Names what is not as it was written, the first first.
  Exit: 0 everything holds; 1 something does not; 2 it could not be checked.
  It uses DATABASE_URL and AUDIT_ANCHOR_FILE; without DATABASE_URL the product that npm start runs in this checkout.
  --anchor   another copy of the anchor: one kept where nobody who runs the database can write is worth most.`;

/** A statement may take long here: nobody waits for an answer. */
const statementTimeoutMs = 300_000;
const couldNot = 2;
const say = (line: string) => console.log(line);
const settingsSchema = z.object({ DATABASE_URL: z.url(), AUDIT_ANCHOR_FILE: z.string().min(1) });

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    say(usage);
    return 0;
  }
  const settings = settingsSchema.safeParse(settingsOf(words));
  if (!settings.success) {
    console.error(
      `What to check is not said: ${settings.error.issues.map(({ path: at }) => at.join('.')).join(', ')}.`,
    );
    console.error(usage);
    return couldNot;
  }
  const { DATABASE_URL: databaseUrl, AUDIT_ANCHOR_FILE: anchorFile } = settings.data;
  if (!fs.existsSync(anchorFile)) {
    console.error('There is no anchor file where one is meant to be: without it, a cut end cannot be seen.');
    return couldNot;
  }
  const store = createStore(databaseUrl, { max: 2, statementTimeoutMs });
  try {
    return (await verifyAudit(store, readAnchors(anchorFile), say)) ? 0 : 1;
  } finally {
    await store.close();
  }
}

function settingsOf(words: readonly string[]): Record<string, string | undefined> {
  const named = words.includes('--anchor') ? words[words.indexOf('--anchor') + 1] : undefined;
  const settings = process.env['DATABASE_URL'] ? process.env : settingsOfCheckout();
  return { ...settings, ...(named === undefined ? {} : { AUDIT_ANCHOR_FILE: named }) };
}

/** Those of the product in this checkout; none where nothing was ever started. */
function settingsOfCheckout(): Record<string, string | undefined> {
  const root = path.resolve(import.meta.dirname, '..', '..');
  if (!fs.existsSync(dataFolder(root))) return {};
  const { ports, secrets, dataDir } = prepareLaunch(root, process.env, say);
  return {
    DATABASE_URL: `postgresql://marac_app:${secrets.appPassword}@127.0.0.1:${String(ports.postgres)}/marac`,
    AUDIT_ANCHOR_FILE: process.env['AUDIT_ANCHOR_FILE'] ?? path.join(dataDir, 'audit-anchor.jsonl'),
  };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // A fault of the database may quote a row: its kind is enough here.
  console.error(`It could not be checked: ${(error as Error).name}. Is Postgres running?`);
  process.exitCode = couldNot;
}
