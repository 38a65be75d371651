import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { referralSchema } from '../../../../../contracts/referral.ts';
import { createRender } from '../../../../render.ts';
import { presentReferral } from './present.ts';

interface Described {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Described>>;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
}

/** Every answer a referral may hold by its contract, as `children.*.school`. */
function answersOf(schema: z.ZodType): readonly string[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described;
  const walk = (part: Described, at: string): string[] => {
    const { $ref, properties, items, anyOf, oneOf } = part;
    if ($ref) return walk(root.$defs?.[$ref.replace('#/$defs/', '')] ?? {}, at);
    const choices = [...(anyOf ?? []), ...(oneOf ?? [])];
    if (choices.some((choice) => choice.properties ?? choice.$ref)) return choices.flatMap((each) => walk(each, at));
    const below = (name: string) => (at === '' ? name : `${at}.${name}`);
    if (properties) return Object.entries(properties).flatMap(([name, each]) => walk(each, below(name)));
    if (items?.properties ?? items?.oneOf ?? items?.$ref) return walk(items ?? {}, `${at}.*`);
    return [at];
  };
  return [...new Set(walk(root, ''))];
}

/** Where the form asks in its own words for what the contract calls otherwise. */
const askedAs: Readonly<Record<string, string>> = {
  occurredAt: 'occurredAtDay',
  'assessment.tool': 'otherForm.tool',
  'assessment.version': 'otherForm.version',
  'assessment.count': 'otherForm.count',
  'assessment.answers': 'assessment.answers.*',
  'assessment.answers.*.question': 'otherForm.answers',
  'assessment.answers.*.answer': 'otherForm.answers',
  referringAgencies: 'referringAgencies.*',
  mustNotSee: 'mustNotSee.*',
};

/** A second number beside those that are safe is one that somebody rings: the victim is reached as safe contact says. */
const askedOnceOnly = ['victim.phone', 'victim.email'];

describe('the form of a referral', () => {
  it('asks for everything that the interface takes, so that nobody has to send it another way', () => {
    const render = createRender({ addressOf: (name) => `/assets/${name}`, handler: () => undefined });
    const form = { values: {}, errors: {}, summary: [], changed: [], seen: null, token: '', key: '', version: null };
    const frame = { person: null, navigation: null, notice: null, now: '2026-03-02T10:00:00.000Z' };
    const data = { ...presentReferral([], [], {}), people: [], form, frame, title: 'A referral' };
    const html = render('refer/drafts/_draft/view.njk', data);
    const names = [...html.matchAll(/ name="([^"]+)"/g)].map(([, name = '']) =>
      name.replaceAll(/\.\d+(?=\.|$)/g, '.*'),
    );
    const missing = answersOf(referralSchema).filter((at) => !names.includes(askedAs[at] ?? at));
    expect(missing).toEqual(askedOnceOnly);
  });
});
