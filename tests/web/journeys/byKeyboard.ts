import type { Visitor } from '../visitor.ts';
import { until } from './office.ts';

/** What the focus is on, by the name that is read out to somebody who does not see it. */
const focusedName = `(() => {
  const at = document.activeElement;
  const words = at.getAttribute('aria-label') ?? (at.labels?.[0] ?? at).textContent;
  return at === document.body ? '' : words.replace(/\\s+/g, ' ').trim();
})()`;
const mark = "document.documentElement.dataset.leaving = 'yes'";
const isAnotherPage = "document.readyState === 'complete' && document.documentElement.dataset.leaving !== 'yes'";
const chosenOption = 'document.activeElement.selectedOptions[0].text';
/** Further than any page goes on. */
const mostKeys = 250;

/** Somebody who works without a mouse. */
export interface Keyboard {
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** On with Tab until the focus is on what has this name; gives how often it was pressed. */
  tabTo(name: string): Promise<number>;
  /** In a list to choose from: the first letter, and down to what begins like this. */
  choose(text: string): Promise<void>;
  /** Enter, where it leads to another page, and a look at that. */
  enter(): Promise<void>;
  /** On to the link or the button of this name, and to where it leads. */
  follow(name: string): Promise<void>;
  /** Past the head of a page, which is the same on all of them. */
  skipToContent(): Promise<void>;
}

/** The keyboard of somebody who walks through the pages. */
export function byKeyboard(visitor: Visitor): Keyboard {
  const { page } = visitor;
  const { keyboard } = page;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await keyboard.press(key);
  };
  const tabTo = async (name: string) => {
    for (let tabs = 0; tabs < mostKeys; tabs += 1) {
      if ((await page.evaluate(focusedName)) === name) return tabs;
      await press('Tab');
    }
    throw new Error(`“${name}” is not reached with Tab at ${page.url()}.`);
  };
  /** Enter, until another page is there: one that is late to load is not taken for the one it leads to. */
  const leave = async () => {
    await page.evaluate(mark);
    await press('Enter');
    // Asked from outside: a question that the page itself puts again and again is forbidden by its policy.
    await until(() => page.evaluate(isAnotherPage).then(Boolean, () => false), 'another page is there');
  };
  const enter = async () => {
    await leave();
    await visitor.untilDecided(async () => {
      await tabTo('Go on');
      await leave();
    });
    await visitor.look();
  };
  return {
    press,
    type: (text) => keyboard.type(text),
    tabTo,
    choose: async (text) => {
      await press('Home', text.charAt(0));
      for (let steps = 0; steps < mostKeys; steps += 1) {
        if (String(await page.evaluate(chosenOption)).startsWith(text)) return;
        await press('ArrowDown');
      }
      throw new Error(`“${text}” is not among what can be chosen at ${page.url()}.`);
    },
    enter,
    follow: async (name) => {
      await tabTo(name);
      await enter();
    },
    skipToContent: async () => {
      await tabTo('Skip to main content');
      await press('Enter');
    },
  };
}
