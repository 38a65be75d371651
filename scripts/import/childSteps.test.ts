import { describe, expect, it } from 'vitest';
import { badCells as badIn, caseloadExamples as examples, stepsOf as steps } from '../../tests/builders/aCaseload.ts';

const [child = {}, unborn = {}] = examples.children;

describe('a child', () => {
  it.each([
    ['caseKey', 'old-0009'],
    ['childKey', ''],
    ['unborn', 'perhaps'],
    ['givenNames', ''],
    ['familyName', ''],
    ['dateOfBirth', '2014-02-30'],
    ['dateOfBirth', ''],
    ['expectedOn', '2027-01-01'],
    ['childrensServices', 'No Such Code'],
    ['notifiedOn', '2026-10-04'],
    ['notifiedOn', '2026-12-01'],
  ])('with %s holding "%s" names that cell', (column, cell) => {
    const named = column === 'expectedOn' ? 'the row as a whole' : column;
    expect(badIn({}, { children: [{ ...child, [column]: cell }] })).toContain(`children 2 ${named}`);
  });

  it('is told of with the referral, and noted as notified by the id it has got by then', () => {
    const sent = steps({}, { children: [child, unborn] });
    expect(sent[0]).toMatchObject({
      body: {
        children: [
          { unborn: false, givenNames: 'Ottilie', dateOfBirth: '2016-04-11' },
          { unborn: true, expectedOn: '2027-02-14' },
        ],
      },
      makes: ['child/1', 'child/2'],
    });
    const noted = sent.filter((step) => step.path === '/child-notifications');
    expect(noted).toMatchObject([{ of: 'child/1', body: { occurredAt: '2026-10-06', alreadySent: true } }]);
    expect(noted[0]?.naming?.('the-id-of-the-child')).toEqual({ children: ['the-id-of-the-child'] });
  });

  it('of whom nothing is owed at its grade was not notified', () => {
    const standard = { dash: `${'y'.repeat(5)}${'n'.repeat(19)}`, policeGrade: '', route: 'potentialEscalation' };
    expect(badIn(standard, { children: [child] })).toEqual(['children 2 notifiedOn']);
    expect(badIn(standard, { children: [{ ...unborn, notifiedOn: '2026-10-06' }] })).toEqual([]);
    const adult = { ...child, dateOfBirth: '2007-04-11' };
    expect(badIn({}, { children: [adult] })).toEqual(['children 2 notifiedOn']);
  });

  it('stands among twenty at most', () => {
    const many = Array.from({ length: 21 }, (_, at) => ({ ...child, childKey: String(at) }));
    expect(badIn({}, { children: many })).toEqual(['cases 2 caseKey']);
    expect(badIn({}, { children: many.slice(1) })).toEqual([]);
  });
});
