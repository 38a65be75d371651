import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseCommands } from '../../usecases/commands/caseCommands.ts';
import { pages } from '../pages.ts';
import { formGroups, linkWordsOf } from './commandForms.ts';
import { readCommandFields } from './readCommandFields.ts';

const forms = formGroups.flatMap(({ forms: own }) => own);

/** What a body may hold by the description of its contract, whatever shape that has. */
function keysOf(schema: z.ZodType): string[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described;
  const keys = ({ $ref, properties = {}, anyOf = [], oneOf = [], allOf = [] }: Described): string[] => [
    ...Object.keys(properties),
    ...($ref ? keys(root.$defs?.[$ref.replace('#/$defs/', '')] ?? {}) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap(keys),
  ];
  return keys(root);
}

interface Described {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Described>>;
  readonly properties?: object;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
  readonly allOf?: readonly Described[];
}

describe('the forms of commands', () => {
  it('are there for every command about a case that people send from its page', () => {
    const without = caseCommands.filter((command) => linkWordsOf(command) === null).map(({ path }) => path);
    expect(without).toEqual([]);
    const shown = new Set(pages.map(({ path }) => path));
    const lost = caseCommands.filter(({ path }) => !shown.has(`/cases/:reference${path}`)).map(({ path }) => path);
    expect(lost, 'a link that leads to no page').toEqual([]);
  });

  it('belong each to a command that exists', () => {
    const paths = caseCommands.map(({ path }) => path);
    expect(forms.map(({ path }) => path).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('ask only for what the contract of their command knows', () => {
    const unknown = forms.flatMap(({ path, fields }) => {
      const schema = caseCommands.find((command) => command.path === path)?.schema;
      const known = schema ? keysOf(schema) : [];
      return fields
        .filter(({ name }) => !known.includes(name.split('.')[0] ?? ''))
        .map(({ name }) => `${path}: ${name}`);
    });
    expect(unknown).toEqual([]);
  });

  it('ask no two questions by the same name on one page', () => {
    for (const { path, fields } of forms) {
      const names = fields.map(({ name, as }) => as ?? name);
      expect(names.length, path).toBe(new Set(names).size);
    }
  });

  it('send a body that the contract reads, without what belongs to another answer', () => {
    const form = forms.find(({ path }) => path === '/screening');
    const command = caseCommands.find(({ path }) => path === '/screening');
    const body = readCommandFields(form ?? { fields: [] }, {
      outcome: 'returnAsIncomplete',
      missing: 'consent',
      note: 'Ask the officer.',
      reason: 'duplicate',
      advice: '',
    });
    expect(body).toEqual({ outcome: 'returnAsIncomplete', missing: ['consent'], note: 'Ask the officer.' });
    expect(command?.schema.safeParse(body).success).toBe(true);
  });

  it('say when it happened only where somebody said so', () => {
    const form = { fields: [] };
    expect(readCommandFields(form, { occurredAtDay: '', occurredAtTime: '' })).toEqual({});
    expect(readCommandFields(form, { occurredAtDay: '2/3/2026', occurredAtTime: '10am' })).toEqual({
      occurredAt: '2026-03-02T10:00:00.000Z',
    });
  });

  it('send each line of an address by itself, and no address where nothing was written', () => {
    const form = forms.find(({ path }) => path === '/children') ?? { fields: [] };
    const schema = caseCommands.find(({ path }) => path === '/children')?.schema;
    const named = { child: 'born', givenNames: 'Alder', familyName: 'Lanternmere', dateOfBirth: '9/3/2016' };
    const where = { 'address.lines': '9 Tern Close\n\nOld Brompton', 'address.postcode': 'ME4 4TT' };
    const body = readCommandFields(form, { ...named, ...where });
    expect(body).toMatchObject({ address: { lines: ['9 Tern Close', 'Old Brompton'], postcode: 'ME4 4TT' } });
    expect(schema?.safeParse(body).success).toBe(true);
    expect(readCommandFields(form, { ...named, 'address.lines': ' ', 'address.postcode': '' })).not.toHaveProperty(
      'address',
    );
    expect(readCommandFields(form, { child: 'unborn', expectedOn: '', givenNames: 'Alder' })).toEqual({
      child: 'unborn',
    });
  });
});
