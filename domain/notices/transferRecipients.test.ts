import { describe, expect, it } from 'vitest';
import type { Role } from '../access/role.ts';
import { nationalLadders } from '../policy/nationalLadders.ts';
import type { CaseParts } from './caseParts.ts';
import type { DirectoryEntry } from './directory.ts';
import { resolveRecipients } from './resolveRecipients.ts';
import { rolesUpward } from './rolesUpward.ts';

const parts: CaseParts = {
  areaId: 'medway',
  adviserId: null,
  idvaServiceId: 'medway-idva-service',
  referrerId: 'referrer',
  deniedPractitionerIds: ['denied coordinator of thanet'],
  ownerId: null,
  agencyId: null,
  watchedById: null,
  contactSuspended: false,
  otherAreaId: 'thanet',
};

const posts: readonly (readonly [string, Role, string | null])[] = [
  ['coordinator of medway', 'coordinator', 'medway'],
  ['coordinator of thanet', 'coordinator', 'thanet'],
  ['denied coordinator of thanet', 'coordinator', 'thanet'],
  ['coordinator of dover', 'coordinator', 'dover'],
  ['chair of medway', 'chair', 'medway'],
  ['chair of thanet', 'chair', 'thanet'],
  ['supervisor', 'supervisor', null],
  ['strategic', 'strategicCoordinator', null],
];
const directory: readonly DirectoryEntry[] = posts.map(([practitionerId, role, areaId]) => ({
  practitionerId,
  endsOn: null,
  appointments: [{ role, areaId, agencyId: null, startsOn: '2020-01-01', endsOn: null }],
  absences: [],
}));

function toldBy(
  ladder: 'transfer' | 'refusedTransfer',
  rung: number,
  more: Partial<CaseParts> = {},
): readonly string[] {
  const kind = ladder === 'transfer' ? 'transferAcknowledgement' : 'refusedTransfer';
  const roles = rolesUpward(nationalLadders[ladder], rung);
  const asked = { ladder: roles, kind, parts: { ...parts, ...more }, directory, on: '2026-03-02' } as const;
  return resolveRecipients(asked).recipients.map(({ practitionerId }) => practitionerId);
}

const both = ['coordinator of medway', 'coordinator of thanet'];
const chairs = ['chair of medway', 'chair of thanet'];

describe('a transfer that waits', () => {
  it('reminds the area that is asked, and on the due day both areas; never who must not see the case', () => {
    expect(toldBy('transfer', 0)).toEqual(['coordinator of thanet']);
    expect(toldBy('transfer', 1).toSorted()).toEqual(both);
  });

  it('climbs in both areas when nobody answers', () => {
    expect(toldBy('transfer', 2).toSorted()).toEqual(both);
    expect(toldBy('transfer', 3)).toEqual(['supervisor']);
    expect(toldBy('transfer', 4)).toEqual([...chairs, 'strategic']);
    expect(toldBy('transfer', 5)).toEqual([...both, ...chairs, 'strategic']);
  });

  it('climbs in both areas when it was refused', () => {
    expect(toldBy('refusedTransfer', 0)).toEqual([...both, ...chairs]);
    expect(toldBy('refusedTransfer', 3)).toEqual([...both, ...chairs, 'strategic']);
  });

  it('to a MARAC outside reminds the sender, who has to ask there', () => {
    expect(toldBy('transfer', 0, { otherAreaId: null })).toEqual(['coordinator of medway']);
  });
});
