import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './readCsv.ts';

describe('a table with commas', () => {
  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n"x, y","say ""no"""\n',
      [
        ['a', 'b'],
        ['x, y', 'say "no"'],
      ],
    ],
    [
      'a,b\n"two\nlines",',
      [
        ['a', 'b'],
        ['two\nlines', ''],
      ],
    ],
    ['\uFEFFa\n\n1\n', [['a'], ['1']]],
    ['a,,c', [['a', '', 'c']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  it.each(['a,"b', 'a,b"c', '"a"b,c'])('%j is none', (text) => {
    expect(readCsv(text)).toBeNull();
  });

  it('comes back as it was written, whatever stands in it', () => {
    const cell = fc.string().map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(readCsv(text)).toEqual(rows.filter((row) => row.some((each) => each !== '')));
      }),
    );
  });
});
