import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from './pages.ts';
import { createRender } from './render.ts';

describe('the templates', () => {
  const render = createRender({ addressOf: (name) => `/assets/${name}`, handler: () => undefined });
  const form = { values: {}, errors: {}, summary: [], changed: [], seen: null, token: '', key: '', version: null };
  const frame = { person: null, navigation: null, notice: null, now: '2026-03-02T10:00:00.000Z' };

  it('are each understood, down to the macros they use', { timeout: 60_000 }, () => {
    const views = [...new Set(pages.map(({ view }) => view)), 'error.njk', 'welcome.njk'];
    for (const view of views) expect(render(view, { form, frame, title: 'A title' }), view).toContain('</html>');
  });

  it('lie each in the folder of their page, or with what pages share in the layout', () => {
    const layout = fs.readdirSync(path.join(import.meta.dirname, 'layout'));
    for (const { view } of pages) expect(path.basename(view) === 'view.njk' || layout.includes(view), view).toBe(true);
    const inPages = fs.readdirSync(path.join(import.meta.dirname, 'pages'), { recursive: true, encoding: 'utf8' });
    const templates = inPages.filter((file) => file.endsWith('.njk'));
    expect(templates.filter((file) => path.basename(file) !== 'view.njk')).toEqual([]);
  });

  it('escape whatever is put into them', () => {
    const html = render('error.njk', { form, frame, title: '<script>1</script>', text: ['"><img src=x>'] });
    expect(html).not.toMatch(/<script>1|<img src=x/);
  });
});
