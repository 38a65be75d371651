import { validate, version } from 'uuid';
import { describe, expect, test } from 'vitest';
import { deriveId, newId } from './ids.ts';

describe('ids', () => {
  test('ids made one after the other sort in that order', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
  });

  test('the same command and name give the same id, another name or command another', () => {
    const command = newId();
    expect(deriveId(command, 'narrative')).toBe(deriveId(command, 'narrative'));
    expect(deriveId(command, 'narrative')).not.toBe(deriveId(command, 'victim'));
    expect(deriveId(command, 'narrative')).not.toBe(deriveId(newId(), 'narrative'));
  });

  test('a derived id is a UUIDv8 that carries the moment of its command', () => {
    const command = newId();
    const id = deriveId(command, 'child/1');
    expect(validate(id)).toBe(true);
    expect(version(id)).toBe(8);
    expect(id.slice(0, 13)).toBe(command.slice(0, 13));
  });

  test('nothing can be derived from what is no id', () => {
    expect(() => deriveId('the case', 'victim')).toThrow(RangeError);
  });
});
