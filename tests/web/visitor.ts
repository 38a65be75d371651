import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import { shownWithoutScripts } from './withoutScripts.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Looks at a page as it is now, which is called by how somebody looks at it. */
export type Look = (page: Page, how: string, rulesOff?: readonly string[]) => Promise<void>;
/** What else is looked at on a page, beside how it stands before somebody; `scripts`: whether they run where the page stands. */
export type LookMore = (page: Page, look: Look, scripts: boolean) => Promise<void>;

/** How somebody walks: what is looked at beside, and whether scripts run in their browser. */
interface Walking {
  readonly lookMore?: LookMore | undefined;
  readonly scripts?: boolean | undefined;
}

/** Somebody who walks through the pages. Each page they come to is looked at for barriers, and for errors in its console. */
export class Visitor {
  readonly page: Page;
  private readonly url: string;
  private readonly lookMore: LookMore | undefined;
  private readonly scripts: boolean;
  private readonly errors: string[] = [];

  constructor(url: string, page: Page, { lookMore, scripts = true }: Walking = {}) {
    this.url = url;
    this.page = page;
    this.lookMore = lookMore;
    this.scripts = scripts;
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
    await this.untilDecided();
    await this.look();
  }

  /** On a crowded machine a page says meanwhile that what was sent is not decided yet, and looks again by itself. */
  async untilDecided(goOn?: () => Promise<void>): Promise<void> {
    if (!new URL(this.page.url()).pathname.startsWith('/commands/')) return;
    await this.page.getByRole('heading', { name: 'It is recorded' }).waitFor();
    await (goOn?.() ?? this.page.getByRole('link', { name: 'Go on' }).click());
    await this.page.waitForLoadState();
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

  /** Chooses in a filter, by which nothing happens yet, asks for it, and looks at what it leads to. */
  async choose(label: string, value: string): Promise<void> {
    const before = this.page.url();
    await this.page.getByLabel(label, { exact: true }).selectOption(value);
    expect(this.page.url()).toBe(before);
    await this.press('Show');
  }

  async heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  async text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** No barrier for anybody (WCAG 2.2 AA), nothing wider than the window, nothing that the browser complains of. */
  async look(): Promise<void> {
    if (!this.scripts) return this.lookWithoutScripts();
    await this.lookAt(this.page, 'in a wide window');
    await this.lookMore?.(this.page, (...asked) => this.lookAt(...asked), true);
  }

  /** Where no script runs, none of the tools that look runs either: they look at the same page beside it. */
  private async lookWithoutScripts(): Promise<void> {
    const plain = await shownWithoutScripts(this.page, await this.page.content());
    try {
      await this.lookAt(plain, 'without scripts');
      await this.lookMore?.(plain, (...asked) => this.lookAt(...asked), false);
    } finally {
      await plain.context().close();
    }
  }

  private async lookAt(page: Page, how: string, rulesOff: readonly string[] = []): Promise<void> {
    // No page of ours has frames: looking at it needs no second window to put their results together.
    // What is as it should be is not asked for in detail: a selector for each part of a long page takes its time.
    const axe = new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .withTags(wcag)
      .disableRules([...rulesOff]);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(found, `barriers at ${page.url()}, ${how}`).toEqual([]);
    const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wider, `${page.url()} is wider than the window, ${how}`).toBe(0);
    expect(this.errors, `errors at ${page.url()}`).toEqual([]);
  }
}
