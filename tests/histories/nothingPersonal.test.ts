import { describe, expect, it } from 'vitest';
import { isPayload, openPayload, sealPayload } from './payloads.ts';
import { keptHistories } from './recordedHistory.ts';

/** What may stand in a history: ids, dates and moments, numbers, references, and codes that are one word. */
const allowed = [
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/,
  /^[A-Z]?\d[\w.-]*$/,
  /^[A-Za-z]\w{0,40}$/,
  /^$/,
];
/** The few sentences the code itself says, in failures. */
const ourOwnWords = [
  'The command is parked.',
  'The case goes on in another run.',
  'Activity task failed',
  /^(Prisma\w+|TypeError|Error)( P\d{4})?( \(SQLSTATE \w{5}\))?$/,
  // The broken id with which the parked command was planted.
  'not an id',
];

const histories = keptHistories();

describe('recorded histories', () => {
  it('hold nothing but ids, codes and dates, looked at with every payload opened', async () => {
    const words = new Set<string>();
    let opened = 0;
    for (const { events } of histories)
      for (const payload of payloadsIn(events)) {
        opened += 1;
        for (const text of textsIn(await openPayload(payload))) if (!isAllowed(text)) words.add(text);
      }
    expect([...words]).toEqual([]);
    expect(opened).toBeGreaterThan(500);
  });

  it('tell nothing of the machine they were recorded on', async () => {
    for (const { name, events } of histories) {
      const identities = [...textsIn(events, 'identity')];
      expect({ name, others: identities.filter((text) => text !== 'recorded') }).toEqual({ name, others: [] });
      const opened = await Promise.all([...payloadsIn(events)].map(openPayload));
      expect(JSON.stringify([opened, events]), name).not.toMatch(/node_modules|\.ts:\d|node:internal/);
    }
  });

  it('would show a name that got into one', async () => {
    const payload = await sealPayload({ note: 'Elowenna Willowmere was at home' });
    const texts = [...textsIn(await openPayload(payload))];
    expect(texts.some((text) => !isAllowed(text))).toBe(true);
  });
});

function isAllowed(text: string): boolean {
  return (
    allowed.some((form) => form.test(text)) ||
    ourOwnWords.some((own) => (typeof own === 'string' ? own === text : own.test(text)))
  );
}

function* payloadsIn(value: unknown): Generator<Parameters<typeof openPayload>[0]> {
  if (typeof value !== 'object' || value === null) return;
  if (isPayload(value)) yield value;
  else for (const inner of Object.values(value)) yield* payloadsIn(inner);
}

/** Every text in a piece of JSON, or only those under one name; names of fields too, where they are ids. */
function* textsIn(value: unknown, only?: string, name = ''): Generator<string> {
  if (typeof value === 'string') {
    if (only === undefined || only === name) yield value;
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (only === undefined && !Array.isArray(value)) yield key;
      yield* textsIn(inner, only, key);
    }
}
