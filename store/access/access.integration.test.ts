import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../domain/access/actor.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import { roles } from '../../domain/access/role.ts';
import { emptyStoreForFile } from '../../tests/environment/emptyStoreForFile.ts';
import { Prisma } from '../generated/client.ts';
import { caseAccess, caseAccesses } from './caseAccess.ts';
import { addDenyEntries, denyEntriesOf, removeDenyEntry } from './denyList.ts';
import { recordAccess } from './recordAccess.ts';
import { visibleCaseIds, visibleCases } from './visibleCases.ts';

const now = '2026-03-09T10:00:00.000Z';
const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
const areas = ids(3);
const services = ids(2);
const agencies = ids(3);
const practitioners = ids(5);
const people = ids(5);
const store = emptyStoreForFile(4);

interface SomeCase {
  readonly areaId: string;
  readonly victimId: string;
  readonly perpetratorId: string;
  readonly referrerId: string;
  readonly adviserId: string | null;
  readonly idvaServiceId: string;
  readonly parts: readonly string[];
  readonly childId: string | null;
  /** Transfers of the case: to which area, or from which, and how they stand. */
  readonly transfers?: readonly {
    readonly areaId: string;
    readonly status: 'pending' | 'refused' | 'accepted' | 'withdrawn';
  }[];
}

async function addCase({ parts, childId, transfers = [], ...some }: SomeCase): Promise<string> {
  const id = randomUUID();
  const standing = { stage: 'graded', epoch: 1, seq: 1, revision: 1, lastHash: '', silent: false, adopted: false };
  const counts = { route: 'visibleHighRisk', childCount: 0, statistics: {} };
  const when = { receivedAt: new Date(now), recordedAt: new Date(now) };
  await store.prisma.case.create({
    data: { id, reference: id, pairId: randomUUID(), ...some, ...standing, ...counts, ...when },
  });
  await store.prisma.caseAgency.createMany({
    data: parts.map((agencyId) => ({ id: randomUUID(), caseId: id, agencyId, part: 'asked' })),
  });
  await store.prisma.transfer.createMany({
    data: transfers.map(({ areaId, status }) => ({
      id: randomUUID(),
      caseId: id,
      fromAreaId: status === 'accepted' ? areaId : some.areaId,
      toAreaId: status === 'accepted' ? some.areaId : areaId,
      status,
      reasonId: randomUUID(),
      pack: {},
      requestedAt: new Date(now),
    })),
  });
  if (childId) {
    const child = { id: randomUUID(), caseId: id, personId: childId, ageBand: 'oneToSeventeen' };
    await store.prisma.child.create({ data: { ...child, servicesId: randomUUID() } });
  }
  return id;
}

function aCase(more: Partial<SomeCase> = {}): SomeCase {
  const [victimId, perpetratorId, referrerId] = ids(3) as [string, string, string];
  const rest = { adviserId: null, idvaServiceId: services[0] ?? '', parts: [], childId: null };
  return { areaId: areas[0] ?? '', victimId, perpetratorId, referrerId, ...rest, ...more };
}

const deny = (personId: string, practitionerId: string) => ({
  id: randomUUID(),
  personId,
  practitionerId,
  enteredById: randomUUID(),
  contentId: null,
  enteredAt: now,
});

describe('what has to be known of a case', () => {
  test('comes with its agencies, once each, whoever must not see it, and the other side’s advisers', async () => {
    const [adviserId, opposing] = [randomUUID(), randomUUID()];
    const [childId, deniedForVictim, deniedForChild] = ids(3) as [string, string, string];
    const some = aCase({ adviserId, parts: agencies.slice(0, 2), childId });
    const id = await addCase(some);
    const part = { caseId: id, agencyId: agencies[0] ?? '', part: 'referred' };
    await store.prisma.caseAgency.create({ data: { id: randomUUID(), ...part } });
    await addCase(aCase({ victimId: some.perpetratorId, perpetratorId: some.victimId, adviserId: opposing }));
    await addDenyEntries(store.prisma, [deny(some.victimId, deniedForVictim), deny(childId, deniedForChild)]);
    const { parts: _parts, childId: _child, ...own } = some;
    const access = await caseAccess(store.prisma, id);
    expect(access).toEqual({
      ...own,
      stage: 'graded',
      agencyIds: expect.arrayContaining(agencies.slice(0, 2)) as string[],
      deniedPractitionerIds: expect.arrayContaining([deniedForVictim, deniedForChild]) as string[],
      otherAdviserIds: [],
      opposingAdviserIds: [opposing],
      askedAreaId: null,
      formerAreaIds: [],
    });
    expect(access?.agencyIds).toHaveLength(2);
    expect(access?.deniedPractitionerIds).toHaveLength(2);
  });

  test('is nothing where there is no such case', async () => {
    expect(await caseAccess(store.prisma, randomUUID())).toBeNull();
  });
});

describe('the deny list', () => {
  test('belongs to the person: it hides each of their cases, in either part, until it is taken back', async () => {
    const [person, who] = [randomUUID(), randomUUID()];
    const both = [await addCase(aCase({ victimId: person })), await addCase(aCase({ perpetratorId: person }))];
    const appointments = [{ role: 'coordinator' as const, areaId: areas[0] ?? '', agencyId: null }];
    const actor: Actor = { practitionerId: who, name: 'Someone', appointments };
    expect((await visibleCaseIds(store.prisma, actor, both)).size).toBe(2);
    await addDenyEntries(store.prisma, [deny(person, who), deny(person, who)]);
    await addDenyEntries(store.prisma, [deny(person, who)]);
    expect((await visibleCaseIds(store.prisma, actor, both)).size).toBe(0);
    for (const access of (await caseAccesses(store.prisma, both)).values()) {
      expect(disclosureLevel(actor, access)).toBe('none');
      expect(mayDo(actor, 'manageDenyList', access)).toBe(false);
    }
    expect((await denyEntriesOf(store.prisma, [person])).map(({ practitionerId }) => practitionerId)).toEqual([who]);
    expect(await removeDenyEntry(store.prisma, person, who)).toBe(true);
    expect(await removeDenyEntry(store.prisma, person, who)).toBe(false);
    expect((await visibleCaseIds(store.prisma, actor, both)).size).toBe(2);
  });
});

describe('lists of cases', () => {
  const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
  const someCase: fc.Arbitrary<SomeCase> = fc
    .record({
      areaId: one(areas),
      parties: one(people.flatMap((a) => people.filter((b) => a !== b).map((b) => [a, b] as const))),
      referrerId: one(practitioners),
      adviserId: one([...practitioners, null]),
      idvaServiceId: one(services),
      parts: fc.subarray(agencies),
      childId: one([...people, null, null, null]),
      transfers: fc.array(
        fc.record({ areaId: one(areas), status: one(['pending', 'refused', 'accepted', 'withdrawn'] as const) }),
        { maxLength: 1 },
      ),
    })
    .map(({ parties: [victimId, perpetratorId], ...rest }) => ({ ...rest, victimId, perpetratorId }));
  const someActor: fc.Arbitrary<Actor> = fc.record({
    practitionerId: one(practitioners),
    name: fc.constant('Someone'),
    appointments: fc.array(
      fc.record({ role: one(roles), areaId: one([...areas, null]), agencyId: one([...services, ...agencies, null]) }),
      { maxLength: 3 },
    ),
  });

  test('show exactly the cases that may be read one by one', async () => {
    const caseIds: string[] = [];
    for (const some of fc.sample(someCase, 120)) caseIds.push(await addCase(some));
    const denials = fc.sample(fc.tuple(one(people), one(practitioners)), 3);
    await addDenyEntries(
      store.prisma,
      denials.map(([person, practitioner]) => deny(person, practitioner)),
    );
    const accesses = await caseAccesses(store.prisma, caseIds);
    expect(accesses.size).toBe(120);
    const seenBySome = new Set<string>();
    await fc.assert(
      fc.asyncProperty(someActor, async (actor) => {
        const readable = caseIds.filter((id) => {
          const access = accesses.get(id);
          return access !== undefined && mayDo(actor, 'readCase', access);
        });
        expect([...(await visibleCaseIds(store.prisma, actor, caseIds))].sort()).toEqual([...readable].sort());
        for (const id of readable) seenBySome.add(id);
      }),
      { numRuns: 300 },
    );
    expect(seenBySome.size).toBeGreaterThan(100);
  });

  test('can be counted and sorted in the statement that says who sees them', async () => {
    const area = randomUUID();
    for (let n = 0; n < 3; n += 1) await addCase(aCase({ areaId: area }));
    const appointments = [{ role: 'chair' as const, areaId: area, agencyId: null }];
    const actor: Actor = { practitionerId: randomUUID(), name: 'Someone', appointments };
    const [row] = await store.prisma.$queryRaw<{ count: bigint }[]>(
      Prisma.sql`select count(*) from "case" c where c.stage = 'graded' and ${visibleCases(actor)}`,
    );
    expect(row?.count).toBe(3n);
  });
});

describe('the access log', () => {
  test('takes entries and lets nobody change or remove them', async () => {
    const actorId = randomUUID();
    await recordAccess(store.prisma, {
      actorId,
      event: 'readCase',
      route: 'GET /x',
      caseId: null,
      outcome: 'ok',
      at: now,
    });
    const row = await store.prisma.accessLog.findFirstOrThrow({ where: { actorId } });
    expect(row).toMatchObject({ event: 'readCase', outcome: 'ok', caseId: null, at: new Date(now) });
    await expect(
      store.prisma.accessLog.updateMany({ where: { actorId }, data: { outcome: 'other' } }),
    ).rejects.toThrow();
    await expect(store.prisma.accessLog.deleteMany({ where: { actorId } })).rejects.toThrow();
  });
});
