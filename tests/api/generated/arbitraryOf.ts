import fc from 'fast-check';
import { type JsonSchema, resolved } from './documented.ts';

/**
 * Stands for something that is there when the request is sent: which kind of thing, `n` which of them; an id `under` a
 * name is one that an answer about the same case or meeting gave under that name.
 */
export interface Known {
  readonly known: 'area' | 'agency' | 'practitioner' | 'id';
  readonly n: number;
  readonly under?: string;
}

/** How values are made: `sound` as somebody would send them who knows what they do, `wild` as the schema lets them be. */
export type Manner = 'sound' | 'wild';

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
  goesAlong: 'practitioner',
  practitioner: 'practitioner',
  cover: 'practitioner',
  presentedBy: 'agency',
  childrensServices: 'agency',
};
/** Days that lie ahead; any other date somebody names has been. */
const ahead: readonly string[] = ['at', 'to', 'due', 'startsAt', 'until'];
const somethingKnown = (known: Known['known'], under?: string): fc.Arbitrary<Known> =>
  fc.record({
    known: fc.constant(known),
    n: fc.nat(999),
    ...(under === undefined ? {} : { under: fc.constant(under) }),
  });

/** Values as a schema of the document describes them; where it names something that exists, mostly something that does. */
export function arbitraryOf(schema: JsonSchema, field = '', manner: Manner = 'wild'): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, enum: listed, const: fixed, properties, items } = resolved(schema);
  const choices = anyOf ?? oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, field, manner)));
  if (fixed !== undefined) return fc.constant(fixed);
  if (listed) return fc.constantFrom(...listed);
  const { type, minItems = 0, maxItems = 3, required = [], minimum = -5, maximum = 400 } = resolved(schema);
  switch (Array.isArray(type) ? (type as readonly string[])[0] : type) {
    case 'object':
      return objectOf(properties ?? {}, required, manner);
    case 'array':
      return fc.array(arbitraryOf(items ?? {}, field, manner), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, minItems + 2)),
      });
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(minimum, -1_000), max: Math.min(maximum, 1_000) });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textOf(resolved(schema), field, manner);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
  manner: Manner,
): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]) => [name, arbitraryOf(schema, name, manner)] as const);
  if (manner === 'wild')
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true });
  // What may be left out mostly is, and things happen when they are told.
  const few = fields
    .filter(([name]) => name !== 'occurredAt')
    .map(([name, made]) => [name, required.includes(name) ? made : nowAndThen(made)] as const);
  return fc.record(Object.fromEntries(few), { noNullPrototype: true });
}

function nowAndThen(made: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: made });
}

function textOf(
  { format, pattern, minLength = 0, maxLength = 60 }: JsonSchema,
  field: string,
  manner: Manner,
): fc.Arbitrary<unknown> {
  const kind = kindOfField[field];
  const strange = manner === 'sound' ? 0 : 1;
  if (kind) return fc.oneof({ weight: 9, arbitrary: somethingKnown(kind) }, { weight: strange, arbitrary: fc.uuid() });
  if (manner === 'sound' && field === 'reference') return somethingKnown('id', field);
  if (format === 'uuid') {
    const under = manner === 'sound' ? field : undefined;
    return fc.oneof({ weight: 9, arbitrary: somethingKnown('id', under) }, { weight: strange, arbitrary: fc.uuid() });
  }
  if (format === 'date') return dayOf(field, manner).map((day) => day.slice(0, 10));
  if (format === 'date-time') return dayOf(field, manner);
  if (pattern !== undefined)
    return fc
      .stringMatching(new RegExp(pattern))
      .filter((text) => text.length >= minLength && text.length <= maxLength);
  const words = fc.constantFrom(...canaryWords).filter((word) => word.length >= minLength && word.length <= maxLength);
  if (manner === 'sound')
    return fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: fc.constant(plain) });
  const anything = fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme' });
  return fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: anything });
}

/** Letters that are not everybody's. */
const plain = 'Łucja O’Neill: “ça va”, ß';

/** Moments: near today and some far away; soundly, ahead where such a date lies ahead, and behind where it does not. */
function dayOf(field: string, manner: Manner): fc.Arbitrary<string> {
  const moment = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const sound = ahead.includes(field)
    ? fc.integer({ min: 30_000, max: 200_000 })
    : fc.integer({ min: -80_000, max: -2_000 });
  const wild = fc.oneof(fc.integer({ min: -80_000, max: 0 }), fc.integer({ min: -9_000_000, max: 9_000_000 }));
  return (manner === 'sound' ? sound : wild).map(moment);
}
