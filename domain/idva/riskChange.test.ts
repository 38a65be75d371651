import { expect, test } from 'vitest';
import { riskChange } from './riskChange.ts';

const dash = (count: number | null) => ({ tool: 'DASH', count });

test('the risk may fall, stay and rise by the counts of two checklists', () => {
  expect(riskChange(dash(16), dash(9))).toBe('lower');
  expect(riskChange(dash(16), dash(16))).toBe('same');
  expect(riskChange(dash(16), dash(17))).toBe('higher');
  expect(riskChange(dash(0), dash(1))).toBe('higher');
});

test('counts of different forms, or none, are not compared', () => {
  expect(riskChange(null, dash(9))).toBe('notComparable');
  expect(riskChange(dash(null), dash(9))).toBe('notComparable');
  expect(riskChange(dash(16), dash(null))).toBe('notComparable');
  expect(riskChange({ tool: 'policeForm', count: 16 }, dash(9))).toBe('notComparable');
});
