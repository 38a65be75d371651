import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from './pages.ts';
import { createRender } from './render.ts';

describe('the templates', () => {
  const render = createRender({ addressOf: (name) => `/assets/${name}`, handler: () => undefined });
  const form = { values: {}, errors: {}, summary: [], token: '', key: '', version: null };
  const frame = { person: null, navigation: [], notice: null, now: '2026-03-02T10:00:00.000Z' };

  it('are each understood, down to the macros they use', () => {
    const views = [...new Set(pages.map(({ view }) => view)), 'error.njk', 'welcome.njk'];
    for (const view of views) expect(render(view, { form, frame, title: 'A title' }), view).toContain('</html>');
  });

  it('lie each in the folder that is named like the address of its page, or share the form of their subject', () => {
    for (const { view } of pages) expect(['view.njk', 'form.njk', 'formPage.njk'], view).toContain(path.basename(view));
  });

  it('escape whatever is put into them', () => {
    const html = render('error.njk', { form, frame, title: '<script>1</script>', text: ['"><img src=x>'] });
    expect(html).not.toMatch(/<script>1|<img src=x/);
  });
});
