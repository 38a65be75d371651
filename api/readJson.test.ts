import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from './readJson.ts';

const read = (text: string) => readJson(Buffer.from(text));

describe('reading JSON', () => {
  test('gives what any reader gives, for whatever is flat enough', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        const found = read(text);
        // A name that reaches for prototypes may come up by chance.
        if (/"(__proto__|constructor|prototype)":/.test(text)) return;
        expect(found).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
    );
  });

  test.each([
    ['{"a":1,"a":2}', 'JSON_KEY_TWICE'],
    ['{"a":1,"b":{"a":1,"\\u0061":2}}', 'JSON_KEY_TWICE'],
    ['{"constructor":{}}', 'JSON_KEY_TWICE'],
    ['[[[[[[[[[[[[[1]]]]]]]]]]]]]', 'JSON_TOO_DEEP'],
    ['{"a":1', 'NOT_JSON'],
    ['', 'NOT_JSON'],
    ['\ufeff{}', 'NOT_JSON'],
  ])('%s is refused as %s', (text, code) => {
    expect(read(text)).toEqual({ ok: false, code });
  });

  test.each(['{"a":{"a":{"a":1}}}', '[{"a":1},{"a":1}]', '{"a":"b","b":"a","c":"}{:,[\\""}'])('%s is fine', (text) => {
    expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
  });

  test('a long string full of quotes and brackets takes no longer than its length', () => {
    const text = JSON.stringify({ a: '"[{\\'.repeat(50_000) });
    const began = performance.now();
    expect(read(text).ok).toBe(true);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
