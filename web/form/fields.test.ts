import { describe, expect, it } from 'vitest';
import { nestFields, readFields } from './fields.ts';

describe('the fields of a form', () => {
  it('become the body of a command: paths nest, numbers make lists, what is empty is left out', () => {
    const fields = {
      'victim.familyName': ' Willowmere ',
      'victim.givenNames': '',
      'children.0.age': '3',
      'children.2.age': '7',
      media: ['phone', 'visit'],
      note: '   ',
    };
    expect(nestFields(fields)).toEqual({
      victim: { familyName: 'Willowmere' },
      children: [{ age: '3' }, { age: '7' }],
      media: ['phone', 'visit'],
    });
  });

  it('leave what the form itself carries, and names that reach into programs, outside', () => {
    const sent = {
      _token: 'x',
      _key: 'y',
      __proto__x: '1',
      'constructor.name': '2',
      'a.__proto__.b': '3',
      note: 'kept',
    };
    expect({ ...readFields(sent) }).toEqual({ note: 'kept' });
  });

  it('keep emoji, combining letters and writing from right to left as they were typed, with plain ends of lines', () => {
    const text = 'Zoë 👩‍👧 e\u0301\r\nשלום';
    expect(readFields({ note: text })['note']).toBe('Zoë 👩‍👧 e\u0301\nשלום');
  });
});
