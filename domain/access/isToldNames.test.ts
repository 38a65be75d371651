import { describe, expect, it } from 'vitest';
import { isToldNames } from './isToldNames.ts';
import { roles, type Role } from './role.ts';

const holding = (...held: Role[]) => ({
  practitionerId: 'somebody',
  name: 'Somebody',
  appointments: held.map((role) => ({ role, areaId: null, agencyId: null })),
});

describe('who works on a case', () => {
  it.each(roles)('is told by name to a %s, unless that is governance', (role) => {
    expect(isToldNames(holding(role))).toBe(role !== 'governance');
  });

  it('is told to somebody of governance who also works on cases', () => {
    expect(isToldNames(holding('governance', 'chair'))).toBe(true);
  });
});
