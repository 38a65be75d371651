import { describe, expect, test } from 'vitest';
import { developmentPeople } from '../../dev/identity/people.ts';
import { mayHoldBeside, postFault } from './post.ts';
import { roles } from './role.ts';

describe('a post', () => {
  test.each([
    ['coordinator', null, null, 'area'],
    ['coordinator', 'medway', 'police', 'agency'],
    ['coordinator', 'medway', null, null],
    ['supervisor', null, null, null],
    ['idva', null, null, 'agency'],
    ['idva', 'medway', 'service', 'area'],
    ['agencyRepresentative', 'medway', 'housing', null],
    ['systemAdministrator', 'medway', null, 'area'],
  ] as const)('of a %s for area %s and agency %s lacks: %s', (role, areaId, agencyId, fault) => {
    expect(postFault({ role, areaId, agencyId })).toBe(fault);
  });

  test('of everybody in development is complete', () => {
    for (const { appointments } of developmentPeople)
      for (const { role, areaCodes, agencyCode } of appointments)
        expect(postFault({ role, areaId: areaCodes?.[0] ?? null, agencyId: agencyCode ?? null }), role).toBeNull();
  });

  test('in administration of the system is held beside no post that shows a case, and the other way round', () => {
    for (const role of roles.filter((each) => each !== 'systemAdministrator')) {
      expect(mayHoldBeside(['systemAdministrator'], role)).toBe(false);
      expect(mayHoldBeside([role], 'systemAdministrator')).toBe(false);
      expect(mayHoldBeside(['chair'], role)).toBe(true);
    }
    expect(mayHoldBeside([], 'systemAdministrator')).toBe(true);
  });
});
