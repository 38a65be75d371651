import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import nunjucks from 'nunjucks';

/** As much of the DOM as a chart needs: this program knows no browser. */
interface ChartElement {
  textContent: string;
  readonly outerHTML: string;
  prepend(...elements: readonly ChartElement[]): void;
  querySelectorAll(selector: string): Iterable<ChartElement>;
  remove(): void;
  removeAttribute(name: string): void;
  setAttribute(name: string, value: string): void;
}

interface ChartDocument {
  createElementNS(namespace: string, name: string): ChartElement;
}

/** What somebody hears who does not see a chart. */
export interface ChartWords {
  /** Begins the ids on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * A chart as a picture in the page, drawn here so that no script has to. It brings no style of its own, which the
 * content security policy would refuse; how large its letters are says the style sheet.
 */
export function drawChart(options: Plot.PlotOptions, words: ChartWords): nunjucks.runtime.SafeString {
  const { document } = parseHTML('<html><body></body></html>') as unknown as { document: ChartDocument };
  const chart = Plot.plot({ ...options, document: document as never }) as unknown as ChartElement;
  for (const style of chart.querySelectorAll('style')) style.remove();
  // A picture has one name, and what is inside it has none.
  for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  const named = (name: 'title' | 'desc', text: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    element.setAttribute('id', `${words.id}-${name}`);
    element.textContent = text;
    return element;
  };
  chart.prepend(named('title', words.title), named('desc', words.description));
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-labelledby', `${words.id}-title`);
  chart.setAttribute('aria-describedby', `${words.id}-desc`);
  chart.setAttribute('class', 'marac-chart');
  // The document has escaped every word in it.
  return new nunjucks.runtime.SafeString(chart.outerHTML);
}
