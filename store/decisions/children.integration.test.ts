import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import { newId } from '../../platform/ids.ts';
import { type CaseInStore, moment } from '../../tests/environment/caseInStore.ts';
import { aGrading } from '../../tests/environment/invented.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { addSchoolYear, keepAuthority } from '../authorities/keepAuthorities.ts';
import { readColumns } from '../projection/writeSet.ts';
import { rebuildReadModel } from '../rebuild/rebuildReadModel.ts';

const authorityId = newId();
const { store, received } = storeForFile();

beforeAll(async () => {
  const childrensServicesId = idOf('agency', 'childrens-services-kent');
  await keepAuthority(store.prisma, { id: authorityId, code: 'kent', name: 'Kent', childrensServicesId });
  const entered = { authorityId, closed: [], source: 'test', enteredById: null, enteredAt: moment('2026-01-05 09:00') };
  for (const from of ['2026-03-09', '2026-03-16'])
    await addSchoolYear(store.prisma, {
      ...{ ...entered, id: newId(), year: '2025/26' },
      terms: [
        { from: '2026-01-05', until: '2026-02-27' },
        { from, until: '2026-04-02' },
      ],
    });
});

const aChild = (more: Partial<ChildInReferral> = {}): ChildInReferral => ({
  childId: newId(),
  personId: newId(),
  ageBand: 'oneToSeventeen',
  servicesAgencyId: idOf('agency', 'childrens-services-kent'),
  ...{ servicesBy: 'address', authorityId, ofSchoolAge: true },
  ...more,
});

const receivedWith = async (...children: ChildInReferral[]) =>
  (await received('2026-03-02 10:00', { children })).theCase;

const dues = async ({ caseId }: CaseInStore, kind: string) =>
  (await store.prisma.clock.findMany({ where: { caseId, kind } })).map(({ overdueAt }) => overdueAt.toISOString());

describe('what the children of a case are owed', () => {
  it('is counted by the last edition of the terms of the place where they live', async () => {
    expect(await dues(await receivedWith(aChild(), aChild()), 'schoolTold')).toEqual([moment('2026-03-16 00:00')]);
  });

  it('is counted without terms where nobody knows the place: any weekday is a school day', async () => {
    const nowhere = { authorityId: null };
    expect(await dues(await receivedWith(aChild(nowhere)), 'schoolTold')).toEqual([moment('2026-03-03 00:00')]);
    // The earliest counts: one of them may be back at school tomorrow.
    expect(await dues(await receivedWith(aChild(), aChild(nowhere)), 'schoolTold')).toEqual([
      moment('2026-03-03 00:00'),
    ]);
  });

  it('stands the same after a rebuild from the record', async () => {
    const [first, second] = [aChild(), aChild({ servicesBy: 'nobody', authorityId: null })];
    const theCase = await receivedWith(first, second);
    const { caseId } = theCase;
    const found = { childId: second.childId, servicesAgencyId: idOf('agency', 'childrens-services-medway') };
    expect(await theCase.send('setChildServices', found, '2026-03-02 11:00')).toMatchObject({ ok: true });
    const told = { children: [first.childId], result: 'toldAlready', contentId: newId() } as const;
    expect(await theCase.send('tellSchools', told, '2026-03-02 11:05')).toMatchObject({ ok: true });
    const children = await store.prisma.child.findMany({ where: { caseId } });
    expect(children).toContainEqual(
      expect.objectContaining({ id: second.childId, servicesBy: 'named', servicesId: found.servicesAgencyId }),
    );
    expect(children).toContainEqual(
      expect.objectContaining({ id: first.childId, schoolResult: 'toldAlready', schoolNoteId: told.contentId }),
    );
    const row = await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    expect(row.schoolsOwed).toEqual([second.childId]);
    expect(await rebuildReadModel(store, caseId, await readColumns(store.prisma))).toEqual({ status: 'same' });
  });

  it('stands the same after a rebuild where a child was added and put right', async () => {
    const [first, added] = [aChild(), aChild({ servicesBy: 'nobody', authorityId: null })];
    const theCase = await receivedWith(first);
    const { caseId } = theCase;
    const adding = { ...added, contentId: newId() };
    expect(await theCase.send('addChild', adding, '2026-03-02 11:00')).toMatchObject({ ok: true });
    const parts = ['school', 'address'] as const;
    const now = { ageBandNow: added.ageBand, correctionId: null, contentId: newId(), parts };
    const right = {
      ...added,
      servicesBy: 'address',
      servicesAgencyId: idOf('agency', 'childrens-services-medway'),
    } as const;
    expect(await theCase.send('putChildRight', { ...right, ...now }, '2026-03-02 11:05')).toMatchObject({ ok: true });
    const children = await store.prisma.child.findMany({ where: { caseId }, orderBy: { id: 'asc' } });
    expect(children).toContainEqual(
      expect.objectContaining({ id: added.childId, contentId: now.contentId, servicesId: right.servicesAgencyId }),
    );
    expect(await rebuildReadModel(store, caseId, await readColumns(store.prisma))).toEqual({ status: 'same' });
  });

  it('is put right by a correction made of what stood; where another came between, by none', async () => {
    const personId = newId();
    await store.prisma.person.create({
      data: { id: personId, sealed: Buffer.from('as it stood'), matchKeys: ['old'], createdAt: new Date() },
    });
    const child = aChild({ personId });
    const theCase = await receivedWith(child);
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const layBy = async (replaces: string, sealed: string) => {
      const id = newId();
      const data = { id, personId, replaces: sha256(replaces), sealed: Buffer.from(sealed), matchKeys: [sealed] };
      await store.prisma.personCorrection.create({ data: { ...data, createdAt: new Date() } });
      return id;
    };
    const [one, other] = [await layBy('as it stood', 'one'), await layBy('as it stood', 'other')];
    const right = { ...child, ageBandNow: child.ageBand, contentId: null, parts: ['dateOfBirth'] } as const;
    expect(await theCase.send('putChildRight', { ...right, correctionId: one }, '2026-03-02 11:00')).toMatchObject({
      ok: true,
    });
    expect(await theCase.send('putChildRight', { ...right, correctionId: other }, '2026-03-02 11:01')).toMatchObject({
      ok: false,
      code: 'CHANGED_MEANWHILE',
    });
    const person = await store.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    expect({ sealed: Buffer.from(person.sealed).toString(), keys: person.matchKeys }).toEqual({
      sealed: 'one',
      keys: ['one'],
    });
  });
});

describe('a case that is closed while another is merged into it', () => {
  it('waits until it has heard of that, so that nothing is owed in a closed case', async () => {
    const { theCase: kept } = await received();
    await kept.does('screenReferral', { outcome: 'accept', adviceId: null }, '2026-03-02 10:05');
    await kept.does('gradeRisk', aGrading(), '2026-03-02 10:10');
    await kept.does('takeOffList', { decisionId: newId() }, '2026-03-02 10:15');
    const decided = { decision: 'notNeeded', reasonId: newId(), byId: newId() } as const;
    await kept.does('decideInterim', decided, '2026-03-02 10:16');
    await kept.does('recordEngagement', { status: 'declined', noteId: null }, '2026-03-02 10:20');
    const join = await kept.stage('joinReferral', { fromCaseId: newId(), children: [] }, '2026-03-02 10:25');
    const close = { reasonId: null, disposals: [] };
    expect(await kept.send('closeCase', close, '2026-03-02 10:30')).toEqual({ ok: false, code: 'MERGE_UNDER_WAY' });
    expect(await join()).toMatchObject({ ok: true });
    expect(await kept.send('closeCase', close, '2026-03-02 10:35')).toMatchObject({ ok: true });
  });
});
