import { describe, expect, it } from 'vitest';
import type { Role } from '../access/role.ts';
import { describeClockKind, type ClockKind } from '../clocks/clockKind.ts';
import { nationalClocks } from '../policy/nationalClocks.ts';
import { nationalLadders } from '../policy/nationalLadders.ts';
import type { CaseParts } from './caseParts.ts';
import type { DatedAppointment, Directory, DirectoryEntry, NoticeRole } from './directory.ts';
import { resolveRecipients } from './resolveRecipients.ts';
import { rolesUpward } from './rolesUpward.ts';

const on = '2026-03-09';

function somebody(practitionerId: string, role: Role, place: Partial<DatedAppointment> = {}): DirectoryEntry {
  const appointment = { role, areaId: null, agencyId: null, startsOn: '2020-01-01', endsOn: null, ...place };
  return { practitionerId, endsOn: null, appointments: [appointment], absences: [] };
}
function away(entry: DirectoryEntry, coverId: string | null, days = { fromDate: on, untilDate: on }): DirectoryEntry {
  return { ...entry, absences: [{ ...days, coverId }] };
}
function without(directory: Directory, ...ids: string[]): Directory {
  return directory.filter(({ practitionerId }) => !ids.includes(practitionerId));
}
function instead(directory: Directory, entry: DirectoryEntry): Directory {
  return [...without(directory, entry.practitionerId), entry];
}

const everybody: Directory = [
  somebody('coordinator', 'coordinator', { areaId: 'swale' }),
  somebody('coordinator elsewhere', 'coordinator', { areaId: 'dover' }),
  somebody('administrator', 'administrator', { areaId: 'swale' }),
  somebody('supervisor', 'supervisor'),
  somebody('chair', 'chair', { areaId: 'swale' }),
  somebody('strategic', 'strategicCoordinator'),
  somebody('governance', 'governance'),
  somebody('governance of dover', 'governance', { areaId: 'dover' }),
  somebody('adviser', 'idva', { agencyId: 'idva service' }),
  somebody('second adviser', 'idva', { agencyId: 'idva service' }),
  somebody('manager', 'idvaServiceManager', { agencyId: 'idva service' }),
  somebody('manager elsewhere', 'idvaServiceManager', { agencyId: 'other service' }),
  somebody('housing rep', 'agencyRepresentative', { agencyId: 'housing', areaId: 'swale' }),
  somebody('housing rep of dover', 'agencyRepresentative', { agencyId: 'housing', areaId: 'dover' }),
  somebody('housing lead', 'agencyLead', { agencyId: 'housing' }),
  somebody('police rep', 'agencyRepresentative', { agencyId: 'police', areaId: 'swale' }),
  somebody('referrer', 'referrer', { agencyId: 'police' }),
  somebody('watcher', 'agencyRepresentative', { agencyId: 'probation', areaId: 'swale' }),
  somebody('system', 'systemAdministrator'),
];

const aCase: CaseParts = {
  areaId: 'swale',
  adviserId: 'adviser',
  idvaServiceId: 'idva service',
  referrerId: 'referrer',
  deniedPractitionerIds: [],
  ownerId: null,
  agencyId: null,
  watchedById: null,
  contactSuspended: false,
  otherAreaId: null,
};
const ofHousing = { agencyId: 'housing' };
const ofRep = { agencyId: 'housing', ownerId: 'housing rep' };
const ofService = { agencyId: 'idva service', ownerId: 'adviser' };

interface Asked {
  readonly directory?: Directory;
  readonly kind?: ClockKind | null;
  readonly parts?: Partial<CaseParts>;
}
function tell(
  ladder: readonly (readonly NoticeRole[])[],
  { directory = everybody, kind = null, parts = {} }: Asked = {},
) {
  return resolveRecipients({ ladder, kind, parts: { ...aCase, ...parts }, directory, on });
}
function told(roles: readonly NoticeRole[], asked: Asked = {}): string[] {
  const { recipients, exception } = tell([roles], asked);
  return exception ? ['nobody'] : recipients.map(({ practitionerId, role }) => `${practitionerId} as ${role}`);
}

describe('a role is looked up as who holds it towards the case', () => {
  it.each<[string, NoticeRole, Asked, string[]]>([
    ['the coordinator of the area', 'coordinator', {}, ['coordinator as coordinator']],
    ['the administrator of the area', 'administrator', {}, ['administrator as administrator']],
    ['a supervisor of every area', 'supervisor', {}, ['supervisor as supervisor']],
    ['the chair of the area', 'chair', {}, ['chair as chair']],
    ['a strategic coordinator of every area', 'strategicCoordinator', {}, ['strategic as strategicCoordinator']],
    ['governance that names no area', 'governance', {}, ['governance as governance']],
    ['the adviser of the case, not the others', 'adviser', {}, ['adviser as adviser']],
    ['the manager of the case’s service', 'serviceManager', {}, ['manager as serviceManager']],
    ['the referrer', 'referrer', {}, ['referrer as referrer']],
    ['the post that watches a date', 'namedPost', { parts: { watchedById: 'watcher' } }, ['watcher as namedPost']],
    ['nobody as the named post while nothing is watched', 'namedPost', {}, ['nobody']],
    [
      'those who decide on reviews',
      'reviewDeciders',
      {},
      ['strategic as reviewDeciders', 'governance as reviewDeciders'],
    ],
    ['the owner in person', 'owner', { parts: ofRep }, ['housing rep as owner']],
    [
      'the agency’s people in the area where no owner is named',
      'owner',
      { parts: ofHousing },
      ['housing rep as owner'],
    ],
    ['the coordinator as owner of a duty of no agency', 'owner', {}, ['coordinator as owner']],
    ['the lead of the agency', 'agencyLead', { parts: ofHousing }, ['housing lead as agencyLead']],
    ['the manager as the lead of an IDVA service', 'agencyLead', { parts: ofService }, ['manager as agencyLead']],
    [
      'representatives of the area and leads of a receiving service',
      'receivingService',
      { parts: ofHousing },
      ['housing rep as receivingService', 'housing lead as receivingService'],
    ],
    ['the lead as duty contact of an agency', 'dutyContact', { parts: ofHousing }, ['housing lead as dutyContact']],
    [
      'its people where an agency has no lead',
      'dutyContact',
      { parts: { agencyId: 'police' } },
      ['police rep as dutyContact'],
    ],
    ['the coordinator where no agency is known', 'dutyContact', {}, ['coordinator as dutyContact']],
    ['a system administrator by name of the role', 'systemAdministrator', {}, ['system as systemAdministrator']],
  ])('%s', (_meaning, role, asked, expected) => {
    const found = tell([[role]], asked);
    const isFound = found.exception
      ? ['nobody']
      : found.recipients.map((one) => `${one.practitionerId} as ${one.role}`);
    expect(isFound).toEqual(expected);
  });

  it('tells the lead where an agency has nobody for the area', () => {
    const directory = without(everybody, 'housing rep');
    expect(told(['owner'], { directory, parts: ofHousing })).toEqual(['housing lead as agencyLead']);
  });

  it('tells each person once, in their own role rather than as cover', () => {
    const directory = instead(
      everybody,
      away(somebody('administrator', 'administrator', { areaId: 'swale' }), 'chair'),
    );
    expect(told(['administrator', 'chair'], { directory })).toEqual(['chair as chair']);
  });
});

describe('a duty of the IDVA', () => {
  it('is the service manager’s while nobody is allocated', () => {
    expect(told(['adviser'], { kind: 'firstContact', parts: { adviserId: null } })).toEqual([
      'manager as serviceManager',
    ]);
  });

  it('is the whole duty queue’s where the service has no manager either', () => {
    const asked = { directory: without(everybody, 'manager'), parts: { adviserId: null } };
    expect(told(['adviser'], asked)).toEqual(['adviser as dutyContact', 'second adviser as dutyContact']);
  });

  it.each<ClockKind>(['firstContact', 'contactAttempts', 'safetyPlan', 'outcomeTold', 'riskReview', 'bailOutcome'])(
    '%s goes to the service manager alone while contact is suspended',
    (kind) => {
      expect(told(['adviser'], { kind, parts: { contactSuspended: true } })).toEqual(['manager as serviceManager']);
    },
  );

  it('never falls back to an adviser while contact is suspended', () => {
    const asked = { directory: without(everybody, 'manager'), kind: 'firstContact' as const };
    const { recipients } = tell([['adviser'], ['coordinator']], { ...asked, parts: { contactSuspended: true } });
    expect(recipients).toEqual([{ practitionerId: 'coordinator', role: 'coordinator' }]);
  });

  it('that needs no contact stays the adviser’s while contact is suspended', () => {
    expect(told(['adviser'], { kind: 'hearing', parts: { contactSuspended: true } })).toEqual(['adviser as adviser']);
  });

  it('leaves the adviser alone once a named post watches the date', () => {
    const parts = { watchedById: 'watcher' };
    expect(told(['adviser', 'namedPost'], { kind: 'hearing', parts })).toEqual(['watcher as namedPost']);
    expect(told(['adviser'], { kind: 'hearingOutcome', parts })).toEqual(['watcher as namedPost']);
  });
});

describe('people who must not or cannot be told', () => {
  const rep = somebody('housing rep', 'agencyRepresentative', { agencyId: 'housing', areaId: 'swale' });
  const climb: readonly (readonly NoticeRole[])[] = [['coordinator'], ['chair']];

  it('are never told on the deny list, not even as cover', () => {
    const directory = instead(everybody, away(rep, 'chair'));
    const parts = { ...ofRep, deniedPractitionerIds: ['chair', 'housing lead'] };
    expect(told(['owner', 'agencyLead', 'chair'], { directory, parts })).toEqual(['nobody']);
  });

  it('are told on their last day and never after it', () => {
    const leaving = (endsOn: string) => instead(everybody, { ...rep, endsOn });
    expect(told(['owner'], { directory: leaving('2026-03-09'), parts: ofRep })).toEqual(['housing rep as owner']);
    expect(told(['owner'], { directory: leaving('2026-03-08'), parts: ofRep })).toEqual(['housing lead as agencyLead']);
  });

  it('hold a role from the first to the last day of the appointment', () => {
    const chair = (dates: Partial<DatedAppointment>) =>
      instead(everybody, somebody('chair', 'chair', { areaId: 'swale', ...dates }));
    expect(told(['chair'], { directory: chair({ startsOn: on, endsOn: on }) })).toEqual(['chair as chair']);
    expect(told(['chair'], { directory: chair({ startsOn: '2026-03-10' }) })).toEqual(['nobody']);
    expect(told(['chair'], { directory: chair({ endsOn: '2026-03-08' }) })).toEqual(['nobody']);
  });

  it('are told through their cover on the days they are away', () => {
    const chair = somebody('chair', 'chair', { areaId: 'swale' });
    const on9th = (fromDate: string, untilDate: string) =>
      told(['chair'], { directory: instead(everybody, away(chair, 'administrator', { fromDate, untilDate })) });
    expect(on9th('2026-03-01', '2026-03-09')).toEqual(['administrator as cover']);
    expect(on9th('2026-03-10', '2026-03-20')).toEqual(['chair as chair']);
    expect(on9th('2026-03-01', '2026-03-08')).toEqual(['chair as chair']);
  });

  it('are told through the cover of their cover, and two who cover for each other reach nobody', () => {
    const chair = somebody('chair', 'chair', { areaId: 'swale' });
    const administrator = somebody('administrator', 'administrator', { areaId: 'swale' });
    const base = instead(everybody, away(chair, 'administrator'));
    const onward = instead(base, away(administrator, 'supervisor'));
    expect(told(['chair'], { directory: onward })).toEqual(['supervisor as cover']);
    const circle = instead(base, away(administrator, 'chair'));
    expect(told(['chair'], { directory: circle })).toEqual(['nobody']);
  });

  it('mean the next rung at once, and the one above it, until somebody is there', () => {
    const missing = without(everybody, 'coordinator');
    expect(tell(climb, { directory: missing })).toEqual({
      recipients: [{ practitionerId: 'chair', role: 'chair' }],
      climbed: 1,
      exception: false,
    });
    const absent = instead(everybody, away(somebody('coordinator', 'coordinator', { areaId: 'swale' }), null));
    expect(tell(climb, { directory: absent }).recipients).toEqual([{ practitionerId: 'chair', role: 'chair' }]);
    expect(tell(climb, { parts: { deniedPractitionerIds: ['coordinator'] } }).climbed).toBe(1);
  });

  it('leave it to the system administrators, as an exception, where the whole ladder is empty', () => {
    const directory = without(everybody, 'coordinator', 'chair');
    expect(tell(climb, { directory })).toEqual({
      recipients: [{ practitionerId: 'system', role: 'systemAdministrator' }],
      climbed: 2,
      exception: true,
    });
  });
});

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

describe('cover for the owner', () => {
  const coordinator = somebody('coordinator', 'coordinator', { areaId: 'swale' });
  it('is told of a coordinator’s own late duty beside the administrators', () => {
    const directory = instead(everybody, away(coordinator, 'supervisor'));
    const expected = ['administrator as administrator', 'supervisor as cover'];
    expect(told(['administrator', 'cover'], { directory })).toEqual(expected);
  });

  it('is nobody while the owner is there', () => {
    expect(told(['administrator', 'cover'])).toEqual(['administrator as administrator']);
  });
});

describe('every rung of every kind of clock', () => {
  const kinds = Object.keys(nationalClocks) as ClockKind[];
  it.each(kinds.map((kind) => [describeClockKind(kind), kind] as const))('%s finds somebody', (_words, kind) => {
    const ladder = nationalLadders[nationalClocks[kind].ladder];
    const parts = { ...ofRep, watchedById: 'watcher' };
    for (let rung = 0; rung < ladder.rungs.length; rung += 1) {
      const found = tell(rolesUpward(ladder, rung), { kind, parts });
      expect(found).toMatchObject({ climbed: 0, exception: false });
      expect(found.recipients.length).toBeGreaterThan(0);
    }
  });

  it('climbs through the repeated rung once and no further', () => {
    expect(rolesUpward(nationalLadders.action, 4)).toEqual([['chair'], ['governance'], ['coordinator', 'governance']]);
    expect(rolesUpward(nationalLadders.action, 40)).toEqual([['coordinator', 'governance']]);
    expect(rolesUpward(nationalLadders.flag, 1)).toEqual([]);
  });
});

describe('those who are told as well, because a rung fires above others that were never sent', () => {
  const besides = (roles: readonly NoticeRole[], parts: Partial<CaseParts> = {}) => {
    const asked = { ladder: [['governance']] as const, besides: roles, kind: null, directory: everybody, on };
    const { recipients, exception } = resolveRecipients({ ...asked, parts: { ...aCase, ...parts } });
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
