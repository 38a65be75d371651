import fc from 'fast-check';
import { canaryWords } from './arbitraryOf.ts';

/** A mistake in a body: which value of it (counted through it in order), and what becomes of it. */
export interface Mistake {
  readonly at: number;
  readonly what:
    'left out' | 'of another type' | 'too long' | 'null' | 'unknown beside it' | 'odd text' | 'far too deep';
}

export const aMistake: fc.Arbitrary<Mistake> = fc.record({
  at: fc.nat(60),
  what: fc.constantFrom(
    'left out',
    'of another type',
    'too long',
    'null',
    'unknown beside it',
    'odd text',
    'far too deep',
  ),
});

/** A body with one mistake in it: nearly as described. */
export function mistaken(body: unknown, { at, what }: Mistake): unknown {
  const places = placesIn(body);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return instead(what);
  const { holder, key } = place;
  if (what === 'left out' && !Array.isArray(holder)) delete holder[key];
  else if (what === 'unknown beside it' && !Array.isArray(holder)) holder[canaryWords[0]] = canaryWords[1];
  else holder[key] = instead(what);
  return body;
}

function instead(what: Mistake['what']): unknown {
  switch (what) {
    case 'too long':
      return `${canaryWords[2]} `.repeat(3_000);
    case 'null':
    case 'left out':
      return null;
    case 'odd text':
      return `a\u0000b\ud800 ${canaryWords[1]} ' OR 1=1 -- <script>`;
    case 'far too deep':
      return JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown;
    case 'of another type':
    case 'unknown beside it':
      return { [canaryWords[0]]: 1e308 };
  }
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
