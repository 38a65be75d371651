import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { createSealing } from '../../platform/sealing.ts';
import { newId } from '../../platform/ids.ts';
import { CaseInStore, moment } from '../../tests/environment/caseInStore.ts';
import { aReferral } from '../../tests/environment/invented.ts';
import { type SeededStore, seededStore } from '../../tests/environment/seededStore.ts';
import { whoeverMay } from '../../tests/environment/whoMaySend.ts';
import { checkChain } from '../audit/checkChains.ts';
import { stageCommand } from '../commands/stageCommand.ts';
import { openContents } from '../content/openContents.ts';
import { sealContent } from '../content/sealContent.ts';
import { findOrCreatePair } from '../people/findOrCreatePair.ts';
import { findOrCreatePeople } from '../people/findOrCreatePeople.ts';
import { openPeople } from '../people/openPeople.ts';
import { rebuildReadModel } from '../rebuild/rebuildReadModel.ts';
import { livingCases, restartOf } from '../rebuild/restart.ts';
import { retentionOfCase } from './retentionOfCase.ts';

const key = () => new Uint8Array(randomBytes(32));
const sealing = createSealing({ contentWrappingKeys: [{ id: 'test', key: key() }], matchKey: key() });
const receivedAt = '2026-03-02 10:00';
/** Declined on 2 March 2026, it ended with that: what is kept of it is reviewed on 2 March 2033. */
const reviewedAt = '2033-03-02 10:00';

let seeded: SeededStore;
let families = 0;
beforeAll(async () => {
  seeded = await seededStore(6);
});
afterAll(() => seeded?.end());

const prisma = () => seeded.store.prisma;

interface Two {
  readonly victim: string;
  readonly perpetrator: string;
}

/** Two people nobody else is. */
function two(): Two {
  families += 1;
  // None sounds like another: that would be a likely match, and somebody's duty.
  const ending = [...'bdfgjlmnprt', 'rd', 'rf', 'rg', 'rl', 'rm'][families];
  return { victim: `Marlow${ending}`, perpetrator: `Underhill${ending}` };
}

/** Born on a day of their own: beside somebody known a first name and a birthday would do for a likely match. */
const identity = (familyName: string) => ({
  givenNames: 'Robin',
  familyName,
  dateOfBirth: `1991-0${1 + (familyName.charCodeAt(familyName.length - 1) % 9)}-${10 + (familyName.charCodeAt(familyName.length - 1) % 18)}`,
});

/** A referral of two people, with a narrative, and a way to reach the victim. */
async function referred({ victim, perpetrator }: Two, at = receivedAt) {
  const theCase = new CaseInStore(seeded.store, seeded.tools, whoeverMay);
  const now = moment(at);
  const narrativeId = newId();
  const contactId = newId();
  const pair = await prisma().$transaction(async (tx) => {
    const wanted = [victim, perpetrator].map((name) => ({ newId: newId(), identity: identity(name) }));
    const [v, p] = await findOrCreatePeople(tx, sealing, wanted, now);
    const people = { victimId: v?.personId ?? '', perpetratorId: p?.personId ?? '' };
    const found = await findOrCreatePair(tx, { newId: newId(), ...people, relationship: 'formerPartner' });
    const words = { commandId: newId(), value: 'He waited outside her work.' };
    await sealContent(tx, sealing, { ...words, id: narrativeId, subjectId: theCase.caseId, kind: 'referral' }, now);
    await sealContent(tx, sealing, { ...words, id: contactId, subjectId: people.victimId, kind: 'safeContact' }, now);
    return { pairId: found.pairId, ...people };
  });
  const answers = {
    assessmentId: newId(),
    tool: 'DASH',
    toolVersion: '1',
    count: 5,
    policeGrade: null,
    contentId: null,
  };
  const referral = aReferral(pair, { narrativeId, assessment: answers });
  expect(await theCase.send('submitReferral', referral, at)).toMatchObject({ ok: true });
  return { theCase, pair, words: [narrativeId, contactId] };
}

/** The same, declined as a duplicate and so ended. */
async function ended(people: Two, at = receivedAt) {
  const made = await referred(people, at);
  const declined = { outcome: 'decline', reason: 'duplicate', adviceId: newId() } as const;
  expect(await made.theCase.send('screenReferral', declined, at)).toMatchObject({ ok: true });
  expect(await made.theCase.send('endCase', {}, at)).toMatchObject({ ok: true });
  return made;
}

const opened = async (ids: readonly string[]) =>
  [...(await openContents(prisma(), sealing, ids)).values()].map(({ state }) => state);
const whoIs = async ({ victimId, perpetratorId }: { victimId: string; perpetratorId: string }) => {
  const people = await openPeople(prisma(), sealing, [victimId, perpetratorId]);
  return [victimId, perpetratorId].map((id) => people.get(id)?.state);
};

describe('erasing the record of a case', { timeout: 60_000 }, () => {
  it('leaves no word and nobody, and everything that is counted', async () => {
    const people = two();
    const { theCase, pair, words } = await ended(people);
    const before = await prisma().case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    expect(await opened(words)).toEqual(['open', 'open']);
    expect(await theCase.send('eraseRecord', {}, reviewedAt)).toMatchObject({ ok: true });

    expect(await opened(words)).toEqual(['erased', 'erased']);
    expect(await whoIs(pair)).toEqual(['erased', 'erased']);
    const left = await prisma().content.findMany({ where: { id: { in: words } } });
    expect(left.map(({ sealed }) => sealed.length)).toEqual([0, 0]);
    const gone = await prisma().person.findMany({ where: { id: { in: [pair.victimId, pair.perpetratorId] } } });
    expect(gone.map(({ sealed, matchKeys }) => [sealed.length, matchKeys.length])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const keys = await prisma().subjectKey.findMany({ where: { subjectId: { in: [theCase.caseId, pair.victimId] } } });
    expect(keys.map(({ wrapped, erasedAt }) => [wrapped.length, erasedAt !== null])).toEqual([
      [0, true],
      [0, true],
    ]);
    const after = await prisma().case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    const { erasedAt, seq, revision, lastHash, ...stays } = after;
    expect(erasedAt?.toISOString()).toBe(moment(reviewedAt));
    expect(before).toMatchObject(stays);
    expect([seq, revision, lastHash]).not.toEqual([before.seq, before.revision, before.lastHash]);
  });

  it('leaves the chain of its record whole, and the read model what the record says', async () => {
    const { theCase } = await ended(two());
    await theCase.send('eraseRecord', {}, reviewedAt);
    expect(await checkChain(prisma(), theCase.caseId)).toBeNull();
    expect(await rebuildReadModel(seeded.store, theCase.caseId, seeded.tools.columnsOf)).toEqual({ status: 'same' });
  });

  it('has the same person be somebody new when they are referred again', async () => {
    const people = two();
    const { theCase, pair } = await ended(people);
    await theCase.send('eraseRecord', {}, reviewedAt);
    const again = await referred(people, '2033-06-01 10:00');
    expect(again.pair.victimId).not.toBe(pair.victimId);
    expect(await whoIs(again.pair)).toEqual(['open', 'open']);
  });

  it('keeps whoever is in another record that is kept, and lets them go with the last', async () => {
    const people = two();
    const first = await ended(people);
    const other = await ended({ victim: people.victim, perpetrator: two().perpetrator });
    expect(other.pair.victimId).toBe(first.pair.victimId);
    expect(await theCaseWouldLose(first.theCase.caseId)).toEqual([first.pair.perpetratorId]);
    await first.theCase.send('eraseRecord', {}, reviewedAt);
    expect(await whoIs(first.pair)).toEqual(['open', 'erased']);
    expect(await opened(first.words)).toEqual(['erased', 'open']);
    await other.theCase.send('eraseRecord', {}, reviewedAt);
    expect(await whoIs(other.pair)).toEqual(['erased', 'erased']);
    expect(await opened(other.words)).toEqual(['erased', 'erased']);
  });

  it('is refused while one of the two is in a case that is worked, and changes nothing', async () => {
    const people = two();
    const { theCase, pair, words } = await ended(people);
    await referred({ victim: two().victim, perpetrator: people.perpetrator }, '2033-02-01 10:00');
    expect(await theCase.send('eraseRecord', {}, reviewedAt)).toMatchObject({ ok: false, code: 'STILL_WORKED_ON' });
    expect(await opened(words)).toEqual(['open', 'open']);
    expect(await whoIs(pair)).toEqual(['open', 'open']);
  });

  it('is refused while a referral of one of them waits to be recorded', async () => {
    const { theCase, pair } = await ended(two());
    const at = moment('2033-03-01 10:00');
    await stageCommand(prisma(), {
      ...{ id: newId(), actorId: idOf('practitioner', 'marek.nowak'), route: 'test', key: newId(), bodyHash: 'test' },
      ...{ caseId: newId(), type: 'submitReferral', payload: aReferral(pair), expectedRevision: null },
      ...{ occurred: { at, precision: 'minute' }, stagedAt: at },
    });
    expect(await theCase.send('eraseRecord', {}, reviewedAt)).toMatchObject({ code: 'STILL_WORKED_ON' });
  });

  it('takes an assessment of the two that stood alone with it, and stays for one that was taken since', async () => {
    const { theCase, pair } = await ended(two());
    const [old, since] = [await assessed(pair, '2026-02-01 10:00'), await assessed(pair, '2030-02-01 10:00')];
    const found = await retentionOfCase(prisma(), theCase.caseId);
    expect(found?.erasable).toMatchObject({ assessmentIds: [old.id], personIds: [] });
    await theCase.send('eraseRecord', {}, reviewedAt);
    expect(await opened([old.contentId, since.contentId])).toEqual(['erased', 'open']);
    expect(await whoIs(pair)).toEqual(['open', 'open']);
  });

  it('takes the report of further abuse with it that the case recorded', async () => {
    const { theCase, pair } = await ended(two());
    const [reportId, contentId] = [newId(), newId()];
    const at = new Date(moment('2026-03-02 12:00'));
    await sealContent(
      prisma(),
      sealing,
      { id: contentId, subjectId: reportId, commandId: reportId, kind: 'furtherAbuse', value: 'He came back.' },
      at.toISOString(),
    );
    await prisma().furtherAbuseReport.create({
      data: {
        ...{ id: reportId, reporterId: newId(), key: reportId, bodyHash: 'test', contentId, incidentAt: at },
        ...{ pairId: pair.pairId, caseId: theCase.caseId, status: 'recorded', receivedAt: at },
      },
    });
    await theCase.send('eraseRecord', {}, reviewedAt);
    expect(await opened([contentId])).toEqual(['erased']);
  });

  it('sent again is the erasure it was', async () => {
    const { theCase } = await ended(two());
    const commandId = newId();
    const decide = await theCase.stage('eraseRecord', {}, reviewedAt, { commandId });
    const answer = await decide();
    const occurred = { at: moment(reviewedAt), precision: 'minute' } as const;
    const again = await theCase.decide(commandId, 'eraseRecord', {}, { occurred, now: moment('2033-03-02 11:00') });
    expect(again).toEqual(answer);
  });
});

describe('a case that has ended and is still kept', { timeout: 60_000 }, () => {
  it('has a workflow until it is erased, and is started again where that was lost', async () => {
    const { theCase } = await ended(two());
    expect(await livingCases(prisma())).toContain(theCase.caseId);
    expect(await restartOf(seeded.store, theCase.caseId, false)).toMatchObject({ state: { stage: 'ended' } });
    await theCase.send('eraseRecord', {}, reviewedAt);
    expect(await livingCases(prisma())).not.toContain(theCase.caseId);
    expect(await restartOf(seeded.store, theCase.caseId, false)).toBeNull();
  });

  it('tells what would go, and how much stays', async () => {
    const { theCase, pair } = await ended(two());
    const entries = await prisma().auditEvent.count({ where: { caseId: theCase.caseId } });
    expect(await retentionOfCase(prisma(), theCase.caseId)).toEqual({
      ...{ areaCode: 'maidstone', endedAt: moment(receivedAt), dueOn: '2033-03-02', stillWorkedOn: false },
      erasable: { personIds: [pair.victimId, pair.perpetratorId].toSorted(), assessmentIds: [], reportIds: [] },
      ...{ words: 2, people: 2, entries },
    });
  });
});

async function theCaseWouldLose(caseId: string): Promise<readonly string[]> {
  return (await retentionOfCase(prisma(), caseId))?.erasable.personIds ?? [];
}

/** An assessment of a pair that was never referred. */
async function assessed({ pairId, victimId, perpetratorId }: Awaited<ReturnType<typeof ended>>['pair'], at: string) {
  const [id, contentId, takenAt] = [newId(), newId(), new Date(moment(at))];
  const content = { id: contentId, subjectId: id, commandId: id, kind: 'loneAssessment', value: 'answers' };
  await sealContent(prisma(), sealing, content, takenAt.toISOString());
  const agencyId = idOf('agency', 'police');
  await prisma().loneAssessment.create({
    data: {
      ...{ id, areaId: idOf('area', 'maidstone'), agencyId, recordedById: newId(), pairId, victimId, perpetratorId },
      ...{ tool: 'DASH', toolVersion: '1', count: 9, contentId, grade: 'standard', history: true, takenAt },
      ...{ status: 'notHigh', silent: true, epoch: 1, seq: 1, revision: 1, lastHash: '', parked: false },
      recordedAt: takenAt,
    },
  });
  return { id, contentId };
}
