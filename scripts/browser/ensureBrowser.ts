import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);
const patienceMs = 10 * 60_000;

/** A browser of the Chromium family that starts on this machine, or in a plain sentence why there is none. */
export type FoundBrowser = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly why: string };

/**
 * Finds a browser for tests: the one CHROMIUM_PATH names, one on the machine, Playwright's own download, and for root
 * the system's package manager. Each step that takes time says so.
 */
export async function ensureBrowser(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<FoundBrowser> {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (await starts(named)) return { ok: true, path: named };
    return { ok: false, why: `CHROMIUM_PATH names ${named}, which does not start.` };
  }
  for (const place of placesOnMachine(env)) if (await starts(place)) return { ok: true, path: place };
  const downloaded = chromium.executablePath();
  if (await starts(downloaded)) return { ok: true, path: downloaded };
  say('Browser for tests: none on this machine; downloading Playwright’s Chromium, which happens once.');
  const install = async () => run(process.execPath, [playwright(), 'install', 'chromium'], { timeout: patienceMs });
  const failed = await install().then(
    () => null,
    (error: unknown) => error as { stderr?: string },
  );
  if (await starts(downloaded)) return { ok: true, path: downloaded };
  if (process.getuid?.() === 0) {
    const fromSystem = await installFromSystem(env, say);
    if (fromSystem !== null) return { ok: true, path: fromSystem };
    // What was downloaded may only have lacked libraries, which have come with the package or by this.
    if (await starts(downloaded)) return { ok: true, path: downloaded };
  }
  return { ok: false, why: whyNone(failed === null) };
}

function whyNone(hasDownload: boolean): string {
  const download = hasDownload
    ? 'the one that was downloaded lacks libraries of the system'
    : 'Playwright’s could not be downloaded';
  return `There is no browser for the tests of pages: none was found on this machine, and ${download}. Install Chromium or Chrome, or name one in CHROMIUM_PATH.`;
}

/** Debian and Ubuntu, Fedora and its relatives, Alpine. */
const managers = [
  ['apt-get', [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]],
  ['dnf', [['install', '-y', 'chromium']]],
  ['apk', [['add', 'chromium']]],
] as const;

async function installFromSystem(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<string | null> {
  const manager = managers.find(([name]) => onPath(env, name) !== undefined);
  if (!manager) return null;
  const [name, steps] = manager;
  say(`Browser for tests: installing the system’s chromium with ${name}.`);
  for (const step of steps)
    await run(name, [...step], { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: patienceMs }).catch(
      () => undefined,
    );
  for (const place of placesOnMachine(env)) if (await starts(place)) return place;
  return null;
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

function placesOnMachine(env: NodeJS.ProcessEnv): string[] {
  const found = names.flatMap((name) => onPath(env, name) ?? []);
  const programs = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((dir) => dir ?? []);
  return [
    ...found,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.map((dir) => path.join(dir, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  ].filter((place) => fs.existsSync(place));
}

function onPath(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find((place) => fs.existsSync(place));
}

/** Whether a browser is there and has the libraries it needs: its version can be asked for without opening anything. */
async function starts(place: string): Promise<boolean> {
  if (!fs.existsSync(place)) return false;
  // Chrome on Windows opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return run(place, ['--version', '--no-sandbox'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

function playwright(): string {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  return path.join(path.dirname(manifest), 'cli.js');
}
