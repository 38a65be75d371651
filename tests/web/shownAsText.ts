import type { Sealing } from '../../store/content/sealing.ts';
import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import type { OfferedForm } from './everyForm.ts';
import { hasRun, type Reader } from './reader.ts';
import { addressOf, type Subjects } from './subjectsOfPages.ts';

/** A word of the product's own (`nonMolestation`, `ME14`, a date, an id), by which something is decided; everything else somebody wrote. */
const ofTheProduct = /^([a-z][A-Za-z0-9-]*|[\d.:T+Z-]+|[0-9a-f-]{36}|[A-Z0-9-]+)$/;

/** Opens whatever is sealed as if these words had been written wherever somebody writes: in names, addresses, reasons and all that was told. */
export function writtenEverywhere(sealing: Sealing, words: string): Sealing {
  const written = (value: unknown): unknown => {
    if (typeof value === 'string') return ofTheProduct.test(value) ? value : words;
    if (Array.isArray(value)) return value.map(written);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, written(part)]));
  };
  const open: Sealing['open'] = (...asked) => {
    const plain: unknown = JSON.parse(Buffer.from(sealing.open(...asked)).toString());
    return new Uint8Array(Buffer.from(JSON.stringify(written(plain))));
  };
  return { ...sealing, open };
}

/** What was seen on a walk over every page. */
export interface ShownAsText {
  /** Pages on which the words stand, as they were written, before somebody. */
  readonly showing: ReadonlySet<string>;
  /** Pages on which they have become a part of the page, or which could not be drawn. */
  readonly wrong: readonly string[];
}

/** A page about one thing is looked at as so many people see it; one that is about none, as everybody does. */
const readersOfOne = 3;

/** Every page about each of these, before those to whom it is shown; a form as it is offered. */
export async function lookForWords(
  words: string,
  { everything, forms }: { readonly everything: readonly Subjects[]; readonly forms: readonly OfferedForm[] },
  readers: ReadonlyMap<string, Reader>,
): Promise<ShownAsText> {
  const showing = new Set<string>();
  const wrong = new Set<string>();
  const look = async ({ path }: Page, address: string, by: Reader | undefined): Promise<boolean> => {
    const answer = await by?.get(address);
    if (!answer) return false;
    // A table or a document that is saved is no page: nothing in it is read by a browser.
    const isPage = answer.html.includes('</html>');
    if ((isPage && hasRun(answer)) || answer.status >= 500) wrong.add(`${path}: ${answer.status}`);
    if (answer.document.querySelector('main')?.textContent?.includes(words)) showing.add(path);
    return answer.status === 200;
  };
  for (const { page, address, subject } of forms) await look(page, address, readers.get(subject));
  const asked = new Set<string>();
  for (const page of pages.filter(({ form }) => !form))
    for (const subjects of everything) {
      const address = addressOf(page, subjects);
      if (address === null || asked.has(address)) continue;
      asked.add(address);
      let shown = 0;
      const most = page.path.includes(':') ? readersOfOne : readers.size;
      for (const by of readers.values()) if (shown < most && (await look(page, address, by))) shown += 1;
    }
  return { showing, wrong: [...wrong] };
}
