import { describe, expect, it } from 'vitest';
import { everybody, ofHousing, ofRep, on, partsOfACase, tell } from '../../tests/builders/directory.ts';
import type { CaseParts } from './caseParts.ts';
import type { NoticeRole } from './directory.ts';
import { resolveRecipients } from './resolveRecipients.ts';

describe('news about several cases', () => {
  const ladder: readonly (readonly NoticeRole[])[] = [['owner'], ['agencyLead'], ['coordinator']];
  const toldWith = (parts: Partial<CaseParts>) =>
    tell(ladder, { parts: { ...ofHousing, ...parts } }).recipients.map(({ practitionerId }) => practitionerId);

  it('reaches for each hidden case somebody who may see it, beside those who are told anyway', () => {
    expect(toldWith({ hiddenCases: [] })).toEqual(['housing rep']);
    expect(toldWith({ hiddenCases: [['housing rep']] })).toEqual(['housing rep', 'housing lead']);
    expect(toldWith({ hiddenCases: [['housing rep'], ['housing rep', 'housing lead']] })).toEqual([
      'housing rep',
      'housing lead',
      'coordinator',
    ]);
    expect(toldWith({ hiddenCases: [['housing lead']] })).toEqual(['housing rep']);
  });

  it('never reaches somebody from whom every case is hidden', () => {
    const parts = { deniedPractitionerIds: ['housing rep'], hiddenCases: [['housing rep'], ['housing rep']] };
    expect(toldWith(parts)).toEqual(['housing lead']);
  });
});

describe('those who are told as well, because a rung fires above others that were never sent', () => {
  const besides = (roles: readonly NoticeRole[], parts: Partial<CaseParts> = {}) => {
    const asked = { ladder: [['governance']] as const, besides: roles, kind: null, directory: everybody, on };
    const { recipients, exception } = resolveRecipients({ ...asked, parts: { ...partsOfACase, ...parts } });
    return { told: recipients.map(({ practitionerId, role }) => `${practitionerId} as ${role}`), exception };
  };

  it('hear beside those of the rung, each once', () => {
    const told = ['governance as governance', 'housing rep as owner', 'coordinator as coordinator'];
    expect(besides(['owner', 'coordinator'], ofRep)).toEqual({ told, exception: false });
    expect(besides(['governance', 'coordinator']).told).toEqual([
      'governance as governance',
      'coordinator as coordinator',
    ]);
  });

  it('are not climbed past where nobody is there, nor told where they must not be', () => {
    expect(besides(['namedPost'])).toEqual({ told: ['governance as governance'], exception: false });
    expect(besides(['coordinator'], { deniedPractitionerIds: ['coordinator'] }).told).toEqual([
      'governance as governance',
    ]);
  });
});
