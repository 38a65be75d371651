import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/** What can only be pressed, or leads elsewhere. */
const forScreens = '.govuk-service-navigation, .govuk-button, button, .govuk-back-link, .marac-ribbon, .marac-noprint';

/** Looks at a page as a printer would: nothing to press, who may read it, what stays together; then it is on the screen again. */
export async function lookOnPaper({ page }: Visitor, together: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  try {
    expect(await page.locator(forScreens).filter({ visible: true }).count(), 'for screens alone').toBe(0);
    expect(await page.locator('main .marac-printonly').first().innerText()).toMatch(
      /^Confidential\..* As it stood on /,
    );
    const breaks = (selector: string, name: string): Promise<string[]> =>
      page.evaluate(
        `[...document.querySelectorAll(${JSON.stringify(selector)})].map((part) => getComputedStyle(part)[${JSON.stringify(name)}])`,
      );
    expect(new Set(await breaks('main h2, main h3', 'breakAfter')), 'headings go with what follows').toEqual(
      new Set(['avoid']),
    );
    expect(new Set(await breaks(together, 'breakInside')), `${together} stays whole`).toEqual(new Set(['avoid']));
    expect(await linesOfEveryPage(page)).toContain('Confidential: for the people of the conference and nobody else');
  } finally {
    await page.emulateMedia({ media: 'screen' });
  }
}

/** The rules for the margins of each printed page. */
async function linesOfEveryPage(page: Visitor['page']): Promise<string> {
  return page.evaluate(
    "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.cssText).join(' ')",
  );
}
