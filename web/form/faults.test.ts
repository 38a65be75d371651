import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dateSchema, dueSchema, instantSchema, occurredAtSchema, outsideDateSchema } from '../../contracts/moment.ts';
import { missingWords } from '../commandForms/missingWords.ts';
import { faultsOf } from './faults.ts';
import { readMoment } from './dates.ts';

const schemas = { dateSchema, instantSchema, occurredAtSchema, outsideDateSchema, dueSchema };
const faultOf = (schema: z.ZodType, typed: string | undefined, missing: Record<string, string> = {}) => {
  const { error } = z.object({ at: schema }).safeParse({ at: typed });
  return error ? faultsOf(error, missing).map(({ text }) => text) : [];
};

describe('an answer that is too long or too little', () => {
  const said = (schema: z.ZodType, typed: unknown) => faultsOf(schema.safeParse(typed).error ?? new z.ZodError([]));
  it.each([
    [z.string().max(200), 'W'.repeat(201), 'Write at most 200 characters.'],
    [z.string().min(1), '', 'Choose an answer, or fill this in.'],
    [z.array(z.string()).min(1), [], 'Choose an answer, or fill this in.'],
    [z.array(z.string()).min(2), ['one'], 'At least 2 are needed here.'],
    [z.array(z.string()).max(1), ['one', 'two'], 'At most 1 can be taken here.'],
    [z.int().max(100), 101, 'Write a number up to 100.'],
    [z.int().min(1), 0, 'Write a number from 1.'],
    [z.string().max(3, 'Three letters at most.'), 'four', 'Three letters at most.'],
  ])('is told of in our words, not in those of a library (%#)', (schema, typed, words) => {
    expect(said(schema, typed).map(({ text }) => text)).toEqual([words]);
  });

  it('says what is missing where the form has its own words for that', () => {
    const { error } = z.object({ attendees: z.array(z.string()).min(1) }).safeParse({ attendees: [] });
    expect(error && faultsOf(error, { attendees: 'Enter who was there.' })).toEqual([
      { at: 'attendees', text: 'Enter who was there.' },
    ]);
  });
});

describe('a day that is asked for', () => {
  it.each(Object.entries(schemas))('and not entered says what to enter (%s)', (_name, schema) => {
    const missing = missingWords({ fields: [{ kind: 'moment', name: 'at', label: 'When did you speak?' }] });
    expect(faultOf(schema, undefined, missing)).toEqual(['Say when you spoke, like 9/3/2026 at 4pm']);
    const [plain] = faultOf(schema, undefined);
    expect(plain).toMatch(/^(Enter the day, like 9\/3\/2026\.|Choose an answer, or fill this in\.)$/);
  });

  it.each(Object.entries(schemas))(
    'and is none is told of as people type it, not as programs do (%s)',
    (_name, schema) => {
      for (const typed of ['31/2/2026', 'soon', readMoment('9/3/2026', 'tea time')]) {
        const [text, ...more] = faultOf(schema, typed);
        expect(more).toEqual([]);
        expect(text, typed).toMatch(/^Enter a day that exists, like 9\/3\/2026/);
      }
    },
  );

  it('and exists is no fault', () => {
    expect(faultOf(occurredAtSchema, readMoment('9/3/2026', '4pm'))).toEqual([]);
  });
});
