import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Look, LookMore } from './visitor.ts';
import { shownWithoutScripts } from './withoutScripts.ts';

interface Way {
  readonly name: string;
  readonly begin: (page: Page) => Promise<void>;
  readonly rulesOff?: readonly string[];
}

const usual = { width: 1280, height: 720 };
const calm = { forcedColors: 'none', colorScheme: 'light', contrast: 'no-preference' } as const;

/** How people look at pages beside a wide window: a phone, a page twice as large, colours of their own on black. */
const ways: readonly Way[] = [
  { name: 'on a phone', begin: (page) => page.setViewportSize({ width: 320, height: 640 }) },
  {
    name: 'twice as large, in forced colours on black, with more contrast',
    // The colours are the reader's own then; the page as it was written has other ones, and that is what the rule reads.
    rulesOff: ['color-contrast'],
    begin: async (page) => {
      // Twice as large means that half as much of a page is laid out beside each other.
      await page.setViewportSize({ width: usual.width / 2, height: usual.height / 2 });
      await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', contrast: 'more' });
    },
  },
];

/**
 * Looks at every page in every way, and at what is left of it without scripts: at each kind of page once, and once more
 * wherever other parts stand on it, such as what a form says when it comes back.
 */
export function lookEveryWay(seen = new Set<string>()): LookMore {
  return async (page, look, scripts) => {
    const kind = `${kindOf(page.url())} ${String(await page.evaluate(partsOf))}`;
    if (seen.has(kind)) return;
    seen.add(kind);
    for (const { name, begin, rulesOff } of ways) {
      await begin(page);
      await look(page, scripts ? name : `${name}, without scripts`, rulesOff);
    }
    await page.setViewportSize(usual);
    await page.emulateMedia(calm);
    // A form that came back with its faults stands at no address.
    const hasAddress = (await page.locator('.govuk-error-summary').count()) === 0;
    if (scripts && hasAddress) await lookWithoutScripts(page, look);
  };
}

/** The parts of a page by their headings and the questions it asks, without what they count; and whether something is at fault. */
const partsOf = `[...document.querySelectorAll('main h2, main h3, main [name], .govuk-error-summary')]
  .map((part) => part.getAttribute('name') ?? (part.matches('.govuk-error-summary') ? 'faults' : part.textContent))
  .map((words) => words.replace(/[\\d\\s]+|[A-Z0-9]{4}-[A-Z0-9]{4}/g, ' ').trim())
  .filter((words, index, all) => all.indexOf(words) === index).join('; ')`;

/** Pages of one kind differ by what they are about. */
function kindOf(url: string): string {
  return new URL(url).pathname
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/[A-Z0-9]{4}-[A-Z0-9]{4}/g, ':reference');
}

/** Scripts only add: what stands on a page with them is what the server sent. */
async function lookWithoutScripts(page: Page, look: Look): Promise<void> {
  const answer = await page.request.get(page.url());
  const plain = await shownWithoutScripts(page, await answer.text());
  try {
    await look(plain, 'without scripts');
    expect(await offeredBy(page), `${page.url()}, beside what is there without scripts`).toEqual(
      await offeredBy(plain),
    );
  } finally {
    await plain.context().close();
  }
}

/**
 * What a page offers: its headings, where it leads, what can be typed and sent; not what is said on it once, and not
 * the calendar that scripts lay over a date.
 */
async function offeredBy(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const added = '.govuk-notification-banner, [role="dialog"]';
    const all = (selector) =>
      [...document.querySelectorAll('main ' + selector)].filter((part) => !part.closest(added));
    const words = (part) => part.textContent.replace(/\\s+/g, ' ').trim();
    return {
      headings: [...all('h1'), ...all('h2'), ...all('h3')].map(words),
      links: all('a[href]').map((link) => link.getAttribute('href')),
      fields: all('[name]').map((field) => field.getAttribute('name')),
      sending: all('button[type="submit"]').map(words),
    };
  })()`);
}
