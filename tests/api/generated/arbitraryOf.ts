import fc from 'fast-check';
import { type JsonSchema, resolved } from './documented.ts';

/** Stands for something that is there when the request is sent: `kind` says what, `n` which of them. */
export interface Known {
  readonly known: 'area' | 'agency' | 'practitioner' | 'id';
  readonly n: number;
}

/** Words that stand nowhere else in the world: no error and no log may hold one. */
export const canaryWords = ['Quindelspar', 'Vossarolyn', 'Tremblewick', '01632 960555'] as const;

const kindOfField: Readonly<Record<string, Known['known']>> = {
  area: 'area',
  areas: 'area',
  agency: 'agency',
  referringAgencies: 'agency',
  services: 'agency',
  handOverTo: 'agency',
  adviser: 'practitioner',
  owner: 'practitioner',
  by: 'practitioner',
  watchedBy: 'practitioner',
  mustNotSee: 'practitioner',
};
const somethingKnown = (known: Known['known']): fc.Arbitrary<Known> =>
  fc.record({ known: fc.constant(known), n: fc.nat(999) });

/** Values as a schema of the document describes them; where it names something that exists, mostly something that does. */
export function arbitraryOf(schema: JsonSchema, field = ''): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, enum: listed, const: fixed, properties, items } = resolved(schema);
  const choices = anyOf ?? oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, field)));
  if (fixed !== undefined) return fc.constant(fixed);
  if (listed) return fc.constantFrom(...listed);
  const { type, minItems = 0, maxItems = 3, required = [], minimum = -5, maximum = 400 } = resolved(schema);
  switch (Array.isArray(type) ? (type as readonly string[])[0] : type) {
    case 'object':
      return objectOf(properties ?? {}, required);
    case 'array':
      return fc.array(arbitraryOf(items ?? {}, field), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, minItems + 2)),
      });
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(minimum, -1_000), max: Math.min(maximum, 1_000) });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textOf(resolved(schema), field);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]) {
  const fields = Object.entries(properties).map(([name, schema]) => [name, arbitraryOf(schema, name)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true });
}

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: JsonSchema, field: string): fc.Arbitrary<unknown> {
  const kind = kindOfField[field];
  if (kind) return fc.oneof({ weight: 9, arbitrary: somethingKnown(kind) }, { weight: 1, arbitrary: fc.uuid() });
  if (format === 'uuid')
    return fc.oneof({ weight: 9, arbitrary: somethingKnown('id') }, { weight: 1, arbitrary: fc.uuid() });
  if (format === 'date') return dateText();
  if (format === 'date-time') return momentText();
  if (pattern !== undefined)
    return fc
      .stringMatching(new RegExp(pattern))
      .filter((text) => text.length >= minLength && text.length <= maxLength);
  const words = fc.constantFrom(...canaryWords).filter((word) => word.length >= minLength && word.length <= maxLength);
  const anything = fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme' });
  return fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: anything });
}

/** Days about today, and some far away. */
function dateText(): fc.Arbitrary<string> {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return fc.oneof(fc.integer({ min: -60, max: 0 }), fc.integer({ min: -30_000, max: 20_000 })).map(day);
}

function momentText(): fc.Arbitrary<string> {
  const moment = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  return fc.oneof(fc.integer({ min: -80_000, max: 0 }), fc.integer({ min: -9_000_000, max: 9_000_000 })).map(moment);
}
