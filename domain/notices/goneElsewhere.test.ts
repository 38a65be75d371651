import { describe, expect, it } from 'vitest';
import { on, partsOfACase } from '../../tests/builders/directory.ts';
import type { CaseAccess } from '../access/caseAccess.ts';
import type { Role } from '../access/role.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { Ladder } from '../clocks/ladder.ts';
import { nationalLadders } from '../policy/nationalLadders.ts';
import type { CaseParts } from './caseParts.ts';
import type { DatedAppointment, Directory, DirectoryEntry } from './directory.ts';
import { resolveRecipients } from './resolveRecipients.ts';
import { rolesUpward } from './rolesUpward.ts';

const yesterday = '2026-03-08';

type Post = Partial<DatedAppointment> & { readonly role: Role };

function somebody(practitionerId: string, ...posts: readonly Post[]): DirectoryEntry {
  const usual = { areaId: null, agencyId: null, startsOn: '2020-01-01', endsOn: null };
  return { practitionerId, endsOn: null, appointments: posts.map((post) => ({ ...usual, ...post })), absences: [] };
}

const housingPost = { role: 'agencyRepresentative', agencyId: 'housing', areaId: 'swale' } as const;
const others: Directory = [
  somebody('coordinator', { role: 'coordinator', areaId: 'swale' }),
  somebody('second housing rep', housingPost),
  somebody('housing lead', { role: 'agencyLead', agencyId: 'housing' }),
  somebody('system', { role: 'systemAdministrator' }),
];

const ofMover: CaseParts = { ...partsOfACase, ownerId: 'mover', agencyId: 'housing' };

interface Told {
  readonly kind?: ClockKind;
  readonly ladder?: Ladder;
  readonly parts?: Partial<CaseParts>;
}

/** Who the first rung of a ladder tells of a duty whose owner, or watching post, is `mover`. */
function told(mover: DirectoryEntry, { kind = 'action', ladder = nationalLadders.action, parts = {} }: Told = {}) {
  const asked = { ladder: rolesUpward(ladder, 0), kind, parts: { ...ofMover, ...parts }, on };
  const { recipients } = resolveRecipients({ ...asked, directory: [mover, ...others] });
  return recipients.map(({ practitionerId, role }) => `${practitionerId} as ${role}`);
}

describe('an action of somebody who works on, but for that agency no more', () => {
  const left = { ...housingPost, endsOn: yesterday };
  const police = { role: 'agencyRepresentative', agencyId: 'police', areaId: 'swale' } as const;

  it('is its agency’s from the day after their post ended, and not theirs', () => {
    expect(told(somebody('mover', { ...housingPost, endsOn: on }, police))).toEqual(['mover as owner']);
    expect(told(somebody('mover', left, police))).toEqual(['second housing rep as owner']);
    expect(told(somebody('mover', left))).toEqual(['second housing rep as owner']);
  });

  it('stays theirs by another post in the agency, or one by which they run the MARAC of the area', () => {
    expect(told(somebody('mover', left, { role: 'agencyLead', agencyId: 'housing' }))).toEqual(['mover as owner']);
    expect(told(somebody('mover', left, { role: 'chair', areaId: 'swale' }))).toEqual(['mover as owner']);
    expect(told(somebody('mover', left, { role: 'supervisor' }))).toEqual(['mover as owner']);
    expect(told(somebody('mover', left, { role: 'chair', areaId: 'dover' }))).toEqual(['second housing rep as owner']);
    expect(told(somebody('mover', left, { role: 'systemAdministrator' }))).toEqual(['second housing rep as owner']);
  });

  it('is the adviser’s of the case where they are of another service', () => {
    const health = somebody('mover', { role: 'idva', agencyId: 'health service' });
    const parts = { agencyId: 'idva service', adviserId: 'mover' };
    expect(told(health, { parts })).toEqual(['mover as owner']);
  });
});

describe('a date that a named post watches', () => {
  const access: CaseAccess = {
    areaId: 'swale',
    stage: 'closed',
    ...{ victimId: 'victim', perpetratorId: 'perpetrator', referrerId: 'referrer' },
    ...{ adviserId: 'adviser', otherAdviserIds: [], idvaServiceId: 'idva service', agencyIds: ['housing'] },
    ...{ deniedPractitionerIds: [], opposingAdviserIds: [], askedAreaId: null, formerAreaIds: [] },
  };
  const watched = { kind: 'hearing' as const, ladder: nationalLadders.hearing };
  const parts = { agencyId: null, watchedById: 'mover', access };

  it('is theirs alone while they may open the case', () => {
    expect(told(somebody('mover', housingPost), { ...watched, parts })).toEqual(['mover as namedPost']);
  });

  it('is the coordinator’s as well once they may not, for nobody stands above a reminder of a hearing', () => {
    const gone = somebody('mover', { ...housingPost, endsOn: yesterday }, { role: 'chair', areaId: 'dover' });
    expect(told(gone, { ...watched, parts })).toEqual(['mover as namedPost', 'coordinator as namedPost']);
  });

  it('is the coordinator’s when they have left, and not for whoever runs the product', () => {
    const left = { ...somebody('mover', housingPost), endsOn: yesterday };
    expect(told(left, { ...watched, parts })).toEqual(['coordinator as namedPost']);
    const denied = { ...parts, deniedPractitionerIds: ['mover'] };
    expect(told(somebody('mover', housingPost), { ...watched, parts: denied })).toEqual(['coordinator as namedPost']);
  });
});
