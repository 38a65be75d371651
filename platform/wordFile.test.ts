import { describe, expect, it } from 'vitest';
import { filesInZip, paragraphsOf } from '../tests/environment/filesInZip.ts';
import { heading, paragraph } from '../domain/papers/paper.ts';
import { writeWordFile } from './wordFile.ts';

const file = await writeWordFile({
  title: 'Agenda',
  about: 'Tuesday 24 March 2026',
  marking: 'Confidential.',
  parts: [
    heading('First'),
    heading('Below it', 2),
    ...paragraph('Two lines\nof one note & <more>', 'Decided'),
    ...paragraph(''),
    { type: 'list', items: ['one', 'two'] },
    { type: 'table', head: ['Action', 'Due'], rows: [['Change the locks', 'Friday']] },
  ],
});

describe('a Word file', () => {
  it('has real headings and everything in its order', () => {
    expect(paragraphsOf(file).filter(({ style }) => style !== null && style !== 'ListParagraph')).toEqual([
      { style: 'Title', text: 'Agenda' },
      { style: 'Heading1', text: 'First' },
      { style: 'Heading2', text: 'Below it' },
    ]);
    expect(paragraphsOf(file).map(({ text }) => text)).toEqual([
      ...['Agenda', 'Tuesday 24 March 2026', 'Confidential.', 'First', 'Below it'],
      'Decided: Two linesof one note &amp; &lt;more&gt;',
      ...['one', 'two', 'Action', 'Due', 'Change the locks', 'Friday'],
    ]);
  });

  it('repeats the head of a table on every page, is marked on every page, and names nobody as who wrote it', () => {
    const files = filesInZip(file);
    expect(files.get('word/document.xml')).toContain('<w:tblHeader/>');
    const footers = [...files].filter(([name]) => name.startsWith('word/footer')).map(([, text]) => text);
    expect(footers.join('')).toContain('Confidential.');
    expect(files.get('docProps/core.xml')).toContain('MARAC Casework');
    expect(files.get('docProps/core.xml')).not.toContain('Un-named');
  });
});
