import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { meetingStories } from '../../tests/environment/meetingStories.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { readColumns } from '../projection/writeSet.ts';
import { rebuildReadModel } from '../rebuild/rebuildReadModel.ts';

const police = idOf('agency', 'police');
const file = storeForFile(6);
const { store, graded } = file;
const { called } = meetingStories(file);

const agenciesAsked = async (meetingId: string) =>
  (await store.prisma.researchRequest.findMany({ where: { meetingId }, orderBy: { agencyId: 'asc' } })).map(
    ({ agencyId }) => agencyId,
  );
const partsInResearch = async (caseId: string) =>
  (await store.prisma.caseAgency.findMany({ where: { caseId, part: 'research' }, orderBy: { agencyId: 'asc' } })).map(
    ({ agencyId }) => agencyId,
  );

describe('research for a meeting', () => {
  it('is asked of every agency that comes to it, which has a part in the case from then on', async () => {
    const housing = idOf('agency', 'housing');
    const { meeting } = await called('2026-05-19 09:30', '2026-04-20 09:00');
    const { theCase } = await graded('2026-04-29 10:00');
    await theCase.send('listCase', { meetingId: meeting.meetingId, reasonId: null }, '2026-04-29 11:00');
    expect(await partsInResearch(theCase.caseId)).toEqual([]);
    await meeting.wake('2026-05-09 00:00');
    const asked = await agenciesAsked(meeting.meetingId);
    expect(asked).toEqual(expect.arrayContaining([police, housing]));
    expect(await partsInResearch(theCase.caseId)).toEqual(asked);
    // What a meeting gave, the rebuilding of the case leaves alone.
    const columnsOf = await readColumns(store.prisma);
    expect(await rebuildReadModel(store, theCase.caseId, columnsOf)).toEqual({ status: 'same' });
    expect(await partsInResearch(theCase.caseId)).toEqual(asked);
  });

  it('is asked only of those with a part in the case, where the area goes by that', async () => {
    const { meeting } = await called('2026-07-14 09:30', '2026-06-15 09:00');
    const { theCase } = await graded('2026-06-24 10:00');
    await theCase.send('listCase', { meetingId: meeting.meetingId, reasonId: null }, '2026-06-24 11:00');
    const patch = { meeting: { researchAskedOf: { value: 'withAPart', source: 'a test' } } };
    const entry = { id: newId(), version: 'part-alone', source: 'a test', enteredAt: new Date() };
    await store.prisma.areaPolicyEntry.create({ data: { ...entry, patch, effectiveFrom: new Date('2026-07-01') } });
    await meeting.wake('2026-07-03 00:00');
    const { idvaServiceId } = await store.prisma.case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    expect(await agenciesAsked(meeting.meetingId)).toEqual([police, idvaServiceId].toSorted());
  });
});
