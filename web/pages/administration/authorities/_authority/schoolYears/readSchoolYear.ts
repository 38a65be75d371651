import type { Fields } from '../../../../../form/fields.ts';
import { readDate, typed } from '../../../../../form/dates.ts';

/**
 * A school year as it is typed, one term a line (`1/9/2026 to 16/10/2026`) and one shut day a line (`1/9/2026 In-service
 * day`), as the contract has it. What cannot be read goes on as it was typed: the schema says what is wrong with it.
 */
export function readSchoolYear(fields: Fields): unknown {
  const terms = linesOf(fields, 'terms').map((line) => {
    const [from = '', until = ''] = line.split(/\s+(?:to|until|–|-)\s+/i);
    return { from: readDate(from), until: readDate(until) ?? '' };
  });
  const closed = linesOf(fields, 'closed').map((line) => {
    const [day = '', ...name] = line.split(/\s+/);
    return { date: readDate(day), name: name.join(' ') || 'In-service day' };
  });
  const year = typed(fields, 'year');
  const source = typed(fields, 'source');
  return {
    year: year === '' ? undefined : year,
    terms: terms.length === 0 ? undefined : terms,
    closed,
    source: source === '' ? undefined : source,
  };
}

function linesOf(fields: Fields, name: string): readonly string[] {
  return typed(fields, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
