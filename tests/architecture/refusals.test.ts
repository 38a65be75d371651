import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { routes } from '../../api/routes.ts';
import { commandPermission } from '../../domain/access/commandPermission.ts';
import { isCasePermission, officePermissions } from '../../domain/access/permission.ts';
import { newCase } from '../../domain/lifecycle/caseState.ts';
import type { CommandType } from '../../domain/lifecycle/command.ts';
import { decide } from '../../domain/lifecycle/decide.ts';
import { refusalMeanings } from '../../domain/lifecycle/refusal.ts';
import { everyCommand } from '../builders/everyCommand.ts';
import { SimulatedCase } from '../builders/simulatedCase.ts';
import { happened, moment } from '../builders/world.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const rooms = ['domain', 'store', 'usecases', 'activities'];

/** The text of every program file in which a refusal may be given. */
function programTexts(): readonly string[] {
  return rooms.flatMap((room) =>
    fs
      .readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .filter((file) => !file.startsWith('generated') && !file.endsWith(path.join('lifecycle', 'refusal.ts')))
      .filter((file) => path.join(room, file) !== path.join('domain', 'lifecycle', 'refusal.ts'))
      .map((file) => fs.readFileSync(path.join(root, room, file), 'utf8')),
  );
}

/** Commands as a test can make them, so that the list below is the list of the types. */
const commands = Object.keys(commandPermission) as CommandType[];

describe('a refusal', () => {
  const codes = Object.entries(refusalMeanings);

  it('of every code is given somewhere', () => {
    const texts = programTexts();
    expect(texts.length).toBeGreaterThan(100);
    expect(codes.map(([code]) => code).filter((code) => !texts.some((text) => text.includes(`'${code}'`)))).toEqual([]);
  });

  it.each(codes)('%s has a sentence that a coordinator understands: %s', (code, sentence) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(sentence).toMatch(/^[A-Z][^_{}[\]]{15,180}\.$/);
    expect(sentence).not.toMatch(/\b(null|undefined|invalid|error|workflow|payload|database)\b/i);
  });

  it('has a sentence of its own', () => {
    expect(new Set(Object.values(refusalMeanings)).size).toBe(codes.length);
  });
});

describe('a command', () => {
  const examples = everyCommand(new SimulatedCase());

  it.each(commands)('%s is decided: before there is a case, it is refused or begins one', (type) => {
    const when = { occurred: happened('2026-03-02 10:00'), now: moment('2026-03-02 10:00') };
    const decision = decide(newCase(), { type, payload: examples[type] }, when);
    expect(decision.ok ? 'accepted' : decision.code).toBe(type === 'submitReferral' ? 'accepted' : 'NOT_IN_THIS_STAGE');
  });

  it.each(commands.filter((type) => commandPermission[type] !== null))('%s has a permission that exists', (type) => {
    const permission = commandPermission[type];
    expect(permission !== null && (isCasePermission(permission) || permission in officePermissions)).toBe(true);
  });

  it.each(commands.filter((type) => commandPermission[type] !== null))(
    '%s has a route, noted under its name and asking for its permission',
    (type) => {
      const permissions = routes
        .filter(({ method, audit }) => method === 'post' && audit === type)
        .map(({ permission }) => permission);
      expect(permissions).toContain(commandPermission[type]);
    },
  );

  it('that only the product itself may send has no route', () => {
    const own = commands.filter((type) => commandPermission[type] === null);
    // Which they are is said where permissions are tested.
    expect(own).not.toEqual([]);
    expect(routes.filter(({ audit }) => (own as string[]).includes(audit))).toEqual([]);
  });
});
