import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from './readTable.ts';

const columns = [
  { name: 'a', needed: true },
  { name: 'b', needed: false },
] as const;
const read = (text: string) => readTable(text, columns);
const places = (text: string) => {
  const table = read(text);
  return table.ok ? [] : table.faults.map(({ row, column }) => `${row} ${column}`);
};

describe('a table with commas', () => {
  it.each([
    ['a,b\n1,2', [{ row: 2, cells: { a: '1', b: '2' } }]],
    ['b,a\r\n1,2\r\n', [{ row: 2, cells: { a: '2', b: '1' } }]],
    ['a,b\n"x, y","say ""no"""\n', [{ row: 2, cells: { a: 'x, y', b: 'say "no"' } }]],
    ['a,b\n"two\nlines",', [{ row: 2, cells: { a: 'two\nlines', b: '' } }]],
    ['\uFEFFa\n\n1\n', [{ row: 3, cells: { a: '1', b: '' } }]],
    [
      'a,b\n 1 ,\n,\n3,4',
      [
        { row: 2, cells: { a: '1', b: '' } },
        { row: 4, cells: { a: '3', b: '4' } },
      ],
    ],
    ['a', []],
  ])('%j', (text, rows) => {
    expect(read(text)).toEqual({ ok: true, rows });
  });

  it.each([
    ['a,"b', ['1 the whole table']],
    ['a,b"c', ['1 the whole table']],
    ['"a"b,c', ['1 the whole table']],
    ['', ['1 the whole table']],
    ['b\n1', ['1 a']],
    ['a,c\n1,2', ['1 column 2']],
    ['a,b,a\n1,2,3', ['1 column 3']],
    ['a,b\n1\n1,2\n1,2,3', ['2 the row as a whole', '4 the row as a whole']],
  ])('%j is none, and is said where', (text, faults) => {
    expect(places(text)).toEqual(faults);
    expect(JSON.stringify(read(text))).not.toContain('"c"');
  });

  it('comes back as it was written, whatever stands in it', () => {
    const cell = fc.string().map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.record({ a: cell, b: cell }), { maxLength: 5 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const table = read(['a,b', ...rows.map(({ a, b }) => `${quoted(a)},${quoted(b)}`)].join('\n'));
        const filled = rows.filter(({ a, b }) => a !== '' || b !== '');
        expect(table.ok && table.rows.map(({ cells }) => cells)).toEqual(filled);
      }),
    );
  });
});
