import { describe, expect, it } from 'vitest';
import {
  type Asked,
  away,
  everybody,
  instead,
  ofHousing,
  ofRep,
  ofService,
  somebody,
  tell,
  told,
  without,
} from '../../tests/builders/directory.ts';
import { describeClockKind, type ClockKind } from '../clocks/clockKind.ts';
import { nationalClocks } from '../policy/nationalClocks.ts';
import { nationalLadders } from '../policy/nationalLadders.ts';
import type { NoticeRole } from './directory.ts';
import { rolesUpward } from './rolesUpward.ts';

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
