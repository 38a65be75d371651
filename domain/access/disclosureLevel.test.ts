import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actor,
  ask,
  caseAsked as facts,
  caseUnallocated as unallocated,
  whoIs,
} from '../../tests/builders/accessToACase.ts';
import type { Actor } from './actor.ts';
import { standingsOf, type CaseAccess } from './caseAccess.ts';
import { disclosureLevel } from './disclosureLevel.ts';
import { mayDo } from './mayDo.ts';
import { casePermissions, type CasePermission } from './permission.ts';
import { roles } from './role.ts';

describe('who may see a case, and how much of it', () => {
  const level = (who: Actor, which: CaseAccess = facts) => disclosureLevel(who, which);

  test('the posts that run the MARAC see all cases of their areas and none of another', () => {
    for (const role of ['coordinator', 'administrator', 'chair', 'supervisor', 'strategicCoordinator'] as const) {
      expect(level(actor('a', { role, areaId: 'medway' }))).toBe('full');
      expect(level(actor('a', { role, areaId: 'thanet' }))).toBe('none');
      expect(level(actor('a', { role, areaId: 'thanet' }, { role, areaId: 'medway' }))).toBe('full');
    }
  });

  test('an appointment without an area counts for all of them only in posts that are county-wide', () => {
    for (const role of ['supervisor', 'strategicCoordinator'] as const)
      expect(level(actor('a', { role }))).toBe('full');
    for (const role of ['coordinator', 'administrator', 'chair'] as const)
      expect(level(actor('a', { role }))).toBe('none');
  });

  test('an IDVA sees the cases assigned to her and the unallocated ones of her service', () => {
    const idva = actor('the-adviser', { role: 'idva', agencyId: 'medway-idva' });
    expect(level(idva)).toBe('full');
    expect(level({ ...idva, practitionerId: 'a-colleague' })).toBe('none');
    expect(level({ ...idva, practitionerId: 'a-colleague' }, unallocated)).toBe('full');
    expect(level(actor('a', { role: 'idva', agencyId: 'kent-idva' }), unallocated)).toBe('none');
  });

  test('who no longer is an IDVA sees no case for having been its adviser once', () => {
    expect(level(actor('the-adviser', { role: 'referrer', agencyId: 'medway-idva' }))).toBe('none');
  });

  test('where the roles are reversed, the other victim’s adviser sees nothing, assigned or queued', () => {
    const other = actor('the-other-adviser', { role: 'idva', agencyId: 'medway-idva' });
    expect(level(other, unallocated)).toBe('none');
    expect(level(other, { ...facts, adviserId: 'the-other-adviser' })).toBe('none');
  });

  test('a service manager sees the service’s cases and no other service’s', () => {
    expect(level(actor('a', { role: 'idvaServiceManager', agencyId: 'medway-idva' }))).toBe('full');
    expect(level(actor('a', { role: 'idvaServiceManager', agencyId: 'kent-idva' }))).toBe('none');
  });

  test('an agency sees its share of the cases it has a part in, and not those it has none in', () => {
    for (const role of ['agencyRepresentative', 'agencyLead'] as const) {
      expect(level(actor('a', { role, agencyId: 'housing', areaId: 'thanet' }))).toBe('agency');
      expect(level(actor('a', { role, agencyId: 'probation', areaId: 'medway' }))).toBe('none');
      expect(level(actor('a', { role, areaId: 'medway' }))).toBe('none');
    }
  });

  test('a referrer sees what became of an own referral, and nothing of a colleague’s', () => {
    expect(level(actor('the-referrer', { role: 'referrer', agencyId: 'police' }))).toBe('outcome');
    expect(level(actor('a-colleague', { role: 'referrer', agencyId: 'police' }))).toBe('none');
  });

  test('governance sees references alone, a system administrator sees no case', () => {
    expect(level(actor('a', { role: 'governance' }))).toBe('reference');
    expect(level(actor('a', { role: 'governance', areaId: 'thanet' }))).toBe('none');
    expect(level(actor('a', { role: 'systemAdministrator' }))).toBe('none');
    expect(level(actor('a', { role: 'systemAdministrator', areaId: 'medway', agencyId: 'police' }))).toBe('none');
  });

  test('who is several things to a case sees the most that one of them shows', () => {
    const both = actor('the-referrer', { role: 'governance' }, { role: 'agencyLead', agencyId: 'police' });
    expect(level(both)).toBe('agency');
  });

  test('the deny list beats every role and every permission', () => {
    const all = roles.flatMap((role) =>
      ['medway-idva', 'police'].map((agencyId) => ({ role, areaId: 'medway', agencyId })),
    );
    const denied = actor('the-neighbour', ...all);
    const involved = { ...facts, referrerId: 'the-neighbour', adviserId: 'the-neighbour' };
    expect(standingsOf({ ...denied, practitionerId: 'someone-else' }, unallocated).length).toBeGreaterThan(9);
    expect(standingsOf(denied, involved)).toEqual([]);
    expect(level(denied, involved)).toBe('none');
    for (const permission of Object.keys(casePermissions) as CasePermission[]) {
      expect(ask(denied, permission, involved, { agencyIds: ['police'] })).toBe(false);
    }
  });

  test('nobody may do anything to a case they may not see', () => {
    const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
    const appointments = fc.array(
      fc.record({
        role: some(roles),
        areaId: some(['medway', 'thanet', null]),
        agencyId: some(['medway-idva', 'kent-idva', 'police', null]),
      }),
      { maxLength: 3 },
    );
    const ids = some(['the-adviser', 'the-referrer', 'the-neighbour', 'the-other-adviser', 'a']);
    fc.assert(
      fc.property(ids, appointments, fc.boolean(), (id, held, allocated) => {
        const who = actor(id, ...held);
        const which = allocated ? facts : unallocated;
        const sees = disclosureLevel(who, which) !== 'none';
        expect(mayDo(who, 'readCase', which)).toBe(sees);
        for (const permission of Object.keys(casePermissions) as CasePermission[]) {
          if (ask(who, permission, which, { agencyIds: ['police'] })) expect(sees).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a transfer', () => {
  test('is for the coordinator of the area that is asked, and for nobody else there', () => {
    for (const role of roles.filter((each) => !['coordinator', 'referrer'].includes(each)))
      expect(standingsOf(actor('a', { role, areaId: 'swale' }), facts)).toEqual([]);
    expect(standingsOf(actor('the-neighbour', { role: 'coordinator', areaId: 'swale' }), facts)).toEqual([]);
    const answered = { ...facts, askedAreaId: null };
    expect(standingsOf(actor('a', { role: 'coordinator', areaId: 'swale' }), answered)).toEqual([]);
  });

  test('shows neither side more of the case than its reference: what was sent is in the pack', () => {
    expect(disclosureLevel(...whoIs.receivingCoordinator)).toBe('reference');
    expect(disclosureLevel(...whoIs.formerArea)).toBe('reference');
  });
});
