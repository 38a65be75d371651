import { describe, expect, it } from 'vitest';
import { schoolYearSchema } from '../../../../../../contracts/authority.ts';
import { readSchoolYear } from './readSchoolYear.ts';

const typed = {
  year: '2026/27',
  terms: '1/9/2026 to 16/10/2026\r\n2/11/2026 – 18/12/2026\n',
  closed: '1/9/2026 In-service day\n2/11/2026',
  source: 'Medway Council, March 2026',
};

describe('a school year as it is typed', () => {
  it('is one term a line and one shut day a line, whose name may be left out', () => {
    expect(schoolYearSchema.parse(readSchoolYear(typed))).toEqual({
      year: '2026/27',
      terms: [
        { from: '2026-09-01', until: '2026-10-16' },
        { from: '2026-11-02', until: '2026-12-18' },
      ],
      closed: [
        { date: '2026-09-01', name: 'In-service day' },
        { date: '2026-11-02', name: 'In-service day' },
      ],
      source: 'Medway Council, March 2026',
    });
  });

  it.each([
    ['no year that follows', { year: '2026/28' }, 'year'],
    ['what is no year', { year: 'next year' }, 'year'],
    ['terms that overlap', { terms: '1/9/2026 to 16/10/2026\n12/10/2026 to 18/12/2026' }, 'terms'],
    ['a term without its end', { terms: '1/9/2026' }, 'terms.0.until'],
    ['nothing', { terms: '', source: '' }, 'terms'],
  ])('is refused where it says %s, at that field', (_, more, at) => {
    const parsed = schoolYearSchema.safeParse(readSchoolYear({ ...typed, ...more }));
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain(at);
  });
});
