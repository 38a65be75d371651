import type { Page } from 'playwright-core';

/**
 * A page as it is where no script runs, in a window that tools may still look into: everything the server sent is there,
 * and a policy refuses every script of the page. Whoever asks closes it.
 */
export async function shownWithoutScripts(page: Page, sent: string): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page stands in no browser.');
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
  const plain = await context.newPage();
  const address = page.url().split('#')[0] ?? '';
  const headers = { 'content-security-policy': "script-src 'none'" };
  await plain.route(address, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: sent }),
  );
  await plain.goto(address);
  return plain;
}
