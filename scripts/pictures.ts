import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensureBrowser } from './browser/ensureBrowser.ts';
import { openBrowser } from './browser/openBrowser.ts';
import { developmentPorts } from './launch/developmentPorts.ts';
import { webUrl } from './launch/programEnvironment.ts';

// npm run pictures: takes the pictures of the README anew, of the product that runs (npm start) with its invented caseload.
const folder = path.resolve(import.meta.dirname, '..', 'docs', 'pictures');
const site = webUrl({ ports: developmentPorts(process.env) });
const size = { width: 1100, height: 760 };

interface Picture {
  readonly name: string;
  readonly as: string;
  /** From the start page to what is shown. */
  readonly goTo: (page: Page) => Promise<unknown>;
}

const pictures: readonly Picture[] = [
  { name: 'start', as: 'amy.adeyemi', goTo: (page) => page.goto(`${site}/`) },
  { name: 'overdue', as: 'amy.adeyemi', goTo: (page) => page.goto(`${site}/overdue`) },
  {
    name: 'case',
    as: 'amy.adeyemi',
    goTo: async (page) => {
      await page.goto(`${site}/cases?stage=heard`);
      await page.locator('main tbody a').first().click();
      await page.waitForLoadState();
    },
  },
];

async function take(browser: Browser, { name, as, goTo }: Picture): Promise<void> {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB', timezoneId: 'Europe/London' });
  const page = await context.newPage();
  await page.goto(`${site}/sign-in`);
  await page.locator(`button[value="${as}"]`).click();
  await page.waitForURL(`${site}/**`);
  await goTo(page);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}

async function main(): Promise<number> {
  const found = await ensureBrowser(process.env, (line) => console.log(line));
  if (!found.ok) throw new Error(found.why);
  if (!(await fetch(`${site}/readyz`).catch(() => null))?.ok) {
    console.error(`The pages at ${site} do not answer: is the product running (npm start)?`);
    return 1;
  }
  fs.mkdirSync(folder, { recursive: true });
  const browser = await openBrowser(found.path);
  try {
    for (const picture of pictures) await take(browser, picture);
  } finally {
    await browser.close();
  }
  return 0;
}

process.exitCode = await main();
