import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright-core';
import { expect } from 'vitest';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What else is looked at on a page, beside how it stands before somebody: `look` looks at it as it is now. */
export type LookMore = (page: Page, look: (rulesOff?: string[]) => Promise<void>) => Promise<void>;

/** Somebody who walks through the pages. Each page they come to is looked at for barriers, and for errors in its console. */
export class Visitor {
  readonly page: Page;
  private readonly url: string;
  private readonly lookMore: LookMore | undefined;
  private readonly errors: string[] = [];

  constructor(url: string, page: Page, lookMore?: LookMore) {
    this.url = url;
    this.page = page;
    this.lookMore = lookMore;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      // Chromium reports answers such as 404 here; what they are is checked where they are expected.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.errors.push(message.text());
    });
  }

  /** Goes to an address and looks at what is there. */
  async open(address: string): Promise<Response | null> {
    const response = await this.page.goto(`${this.url}${address}`);
    await this.look();
    return response;
  }

  /** Signs in at the sign-in of development, by the page from which one does, and looks at where that leads. */
  async signIn(subject: string, from = '/sign-in'): Promise<void> {
    await this.page.goto(`${this.url}${from}`);
    await this.chooseAt(subject);
  }

  /** Chooses whom to act as, where the sign-in asks. */
  async chooseAt(subject: string): Promise<void> {
    await this.page.locator(`button[value="${subject}"]`).click();
    await this.page.waitForURL(`${this.url}/**`);
    await this.look();
  }

  /** Presses a button, waits for the page it leads to, and looks at it. */
  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
    await this.page.waitForLoadState();
    await this.look();
  }

  /** Follows a link by its words, and looks at where it leads. */
  async follow(name: string | RegExp): Promise<void> {
    await this.page
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click();
    await this.page.waitForLoadState();
    await this.look();
  }

  async heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  async text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** No barrier for anybody (WCAG 2.2 AA), nothing wider than the window, nothing that the browser complains of. */
  async look(): Promise<void> {
    await this.lookAsItIs();
    await this.lookMore?.(this.page, (rulesOff) => this.lookAsItIs(rulesOff));
  }

  private async lookAsItIs(rulesOff: string[] = []): Promise<void> {
    const axe = new AxeBuilder({ page: this.page }).withTags(wcag).disableRules(rulesOff);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(found, `barriers at ${this.page.url()}`).toEqual([]);
    const wider = await this.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(wider, `${this.page.url()} is wider than the window`).toBe(0);
    expect(this.errors, `errors at ${this.page.url()}`).toEqual([]);
  }
}
