import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { HeldAppointment } from '../../domain/access/actor.ts';
import { deriveId, newId } from '../../platform/ids.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { aGrading, anAction, aPair, aReferral } from '../../tests/environment/invented.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { commandById } from '../commands/findCommand.ts';
import { deathsToSpread } from './deathsToSpread.ts';

const maidstone = idOf('area', 'maidstone');
const kentService = idOf('agency', 'kent-idva-service');
const housing = idOf('agency', 'housing');
const noAccess = { ok: false, code: 'NO_ACCESS' };
const yesterday = new Date('2026-03-02');
const { store, aCase, received } = storeForFile(6);

/** Somebody new who holds one post. */
async function someone(held: Partial<HeldAppointment> & Pick<HeldAppointment, 'role'>): Promise<string> {
  const id = newId();
  const startsOn = new Date('2026-01-01');
  await store.prisma.practitioner.create({ data: { id, subject: id, name: 'Someone', email: `${id}@marac.example` } });
  await store.prisma.appointment.create({
    data: { id: newId(), practitionerId: id, areaId: null, agencyId: null, startsOn, ...held },
  });
  return id;
}

const accept = { outcome: 'accept', adviceId: null } as const;
const attempt = (victimId: string, byId: string) =>
  ({ attemptId: newId(), victimId, result: 'noAnswer', medium: 'phone', byId, noteId: null }) as const;
const ofHousing = () => anAction({ agencyId: housing, riskCode: 'homelessness' });

describe('who may have a command decided', () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ['whose post has ended', (practitionerId) => endPosts(practitionerId)],
    ['who has left', (id) => store.prisma.practitioner.update({ where: { id }, data: { endsOn: yesterday } })],
    ['who looks after another area now', (practitionerId) => move(practitionerId, { areaId: idOf('area', 'dover') })],
    ['who holds another role now', (practitionerId) => move(practitionerId, { role: 'governance' })],
  ])('is nobody %s between sending and deciding', async (_, happens) => {
    const { theCase } = await received();
    const actorId = await someone({ role: 'coordinator', areaId: maidstone });
    const commandId = newId();
    const decide = await theCase.stage('screenReferral', accept, '2026-03-03 10:00', { actorId, commandId });
    await happens(actorId);
    expect(await decide()).toEqual(noAccess);
    expect((await commandById(store.prisma, commandId))?.answer).toEqual(noAccess);
    const { stage } = await store.prisma.case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    expect(stage).toBe('received');
    await move(actorId, { role: 'coordinator', areaId: maidstone, endsOn: null });
    await store.prisma.practitioner.update({ where: { id: actorId }, data: { endsOn: null } });
    expect(await decide()).toEqual(noAccess);
    await theCase.does('screenReferral', accept, '2026-03-03 11:00', { actorId });
  });

  it('is somebody whose last day it is', async () => {
    const { theCase } = await received();
    const actorId = await someone({ role: 'coordinator', areaId: maidstone });
    await store.prisma.appointment.updateMany({
      where: { practitionerId: actorId },
      data: { endsOn: new Date('2026-03-03') },
    });
    await theCase.does('screenReferral', accept, '2026-03-03 23:30', { actorId });
    expect(await theCase.send('gradeRisk', aGrading(), '2026-03-04 00:30', { actorId })).toEqual(noAccess);
  });

  it('is no adviser whose case was given to another', async () => {
    const { theCase, pair } = await received();
    const [one, other] = [await adviser(), await adviser()];
    await theCase.does('allocateAdviser', { adviserId: one }, '2026-03-02 11:00');
    const decide = await theCase.stage('recordContactAttempt', attempt(pair.victimId, one), '2026-03-02 12:00', {
      actorId: one,
    });
    await theCase.does('allocateAdviser', { adviserId: other }, '2026-03-02 12:01');
    expect(await decide()).toEqual(noAccess);
    const theirs = attempt(pair.victimId, other);
    await theCase.does('recordContactAttempt', theirs, '2026-03-02 12:05', { actorId: other });
  });

  it('is the agency that has the action, and not the one that had it', async () => {
    const { theCase } = await received();
    const actorId = await someone({ role: 'agencyRepresentative', agencyId: housing });
    const [kept, given] = [ofHousing(), ofHousing()];
    for (const action of [kept, given]) await theCase.does('setAction', action, '2026-03-02 11:00');
    const done = (actionId: string) => ({ actionId, noteId: null });
    const decide = await theCase.stage('completeAction', done(given.actionId), '2026-03-02 12:00', { actorId });
    const to = { actionId: given.actionId, agencyId: idOf('agency', 'police'), ownerId: null, reasonId: newId() };
    await theCase.does('reassignAction', to, '2026-03-02 12:01');
    expect(await decide()).toEqual(noAccess);
    await theCase.does('completeAction', done(kept.actionId), '2026-03-02 12:02', { actorId });
  });

  it('is nobody who came onto the deny list meanwhile', async () => {
    const { theCase, pair } = await received();
    const actorId = await someone({ role: 'coordinator', areaId: maidstone });
    const decide = await theCase.stage('screenReferral', accept, '2026-03-03 10:00', { actorId });
    const entry = { id: newId(), personId: pair.perpetratorId, practitionerId: actorId, enteredById: actorId };
    await store.prisma.denyEntry.create({ data: { ...entry, enteredAt: new Date('2026-03-03') } });
    expect(await decide()).toEqual(noAccess);
  });
});

describe('what is kept whoever left meanwhile', () => {
  it('is a referral, but not a case taken over', async () => {
    const left = await someone({ role: 'coordinator', areaId: maidstone });
    await endPosts(left);
    const refer = async (adopted: boolean) =>
      aCase().send('submitReferral', aReferral(await aPair(store.prisma), { adopted }), '2026-03-03 10:00', {
        actorId: left,
      });
    expect(await refer(false)).toMatchObject({ ok: true });
    expect(await refer(true)).toEqual(noAccess);
  });

  it('is a report of further abuse, by somebody who must not see the case too', async () => {
    const { theCase, pair } = await received();
    const actorId = await someone({ role: 'referrer' });
    const entry = { id: newId(), personId: pair.victimId, practitionerId: actorId, enteredById: actorId };
    await store.prisma.denyEntry.create({ data: { ...entry, enteredAt: new Date('2026-03-02') } });
    const reportId = newId();
    await store.prisma.furtherAbuseReport.create({
      data: {
        ...{ id: reportId, reporterId: actorId, key: reportId, bodyHash: 'test', contentId: newId() },
        ...{ incidentAt: yesterday, receivedAt: yesterday, status: 'staged', caseId: theCase.caseId },
      },
    });
    await endPosts(actorId);
    const report = { reportId, newCaseId: null, withinFlag: false };
    await theCase.does('reportFurtherAbuse', report, '2026-03-03 10:00', { actorId });
  });

  it('is a death, told to every case of the victim although whoever recorded it has no part there', async () => {
    const { theCase, pair } = await received();
    const other = { ...(await aPair(store.prisma)), victimId: pair.victimId };
    const medway = { areaId: idOf('area', 'medway'), idvaServiceId: idOf('agency', 'medway-idva-service') };
    const { theCase: elsewhere } = await received('2026-03-02 11:00', { ...other, ...medway });
    const actorId = await someone({ role: 'coordinator', areaId: maidstone });
    const death = { contentId: null };
    expect(await elsewhere.send('recordDeath', death, '2026-03-03 09:00', { actorId })).toEqual(noAccess);
    await theCase.does('recordDeath', death, '2026-03-03 09:00', { actorId });
    const [told] = await deathsToSpread(store, theCase.caseId, deriveId);
    if (!told) throw new Error('The other case is not told.');
    const { commandId, type, payload, occurred } = told.command;
    const now = moment('2026-03-03 09:01');
    expect(await elsewhere.decide(commandId, type, payload, { occurred, now })).toMatchObject({ ok: true });
  });
});

function adviser(): Promise<string> {
  return someone({ role: 'idva', agencyId: kentService });
}

function endPosts(practitionerId: string) {
  return move(practitionerId, { endsOn: yesterday });
}

function move(practitionerId: string, data: { areaId?: string; role?: string; endsOn?: Date | null }) {
  return store.prisma.appointment.updateMany({ where: { practitionerId }, data });
}
