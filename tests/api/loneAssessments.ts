import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { assessmentsToLookAt, lookAtAssessment } from '../../store/assessments/watchAssessments.ts';
import { recordingTools } from '../environment/caseInStore.ts';
import type { FileOffice } from './officeForFile.ts';
import { aReferralBody, type Caller } from './officeForTest.ts';

/** A Monday at ten in the morning. */
export const start = '2026-03-02T10:00:00.000Z';

/** An assessment by the police of Maidstone of two people, with what is said of its result. */
export function anAssessment(more: object) {
  const { victim, perpetrator } = aReferralBody();
  const named = ({ givenNames, familyName, dateOfBirth }: typeof victim | typeof perpetrator) => {
    return { givenNames, familyName, dateOfBirth };
  };
  const people = { victim: named(victim), perpetrator: named(perpetrator), relationship: 'formerPartner' };
  return { area: 'maidstone', agency: 'police', ...people, ...more };
}

/** Below the threshold of a MARAC: it is handed to the service of its area. */
export const belowMarac = (more: object = {}) => anAssessment({ count: 11, ...more });

/** Where the address of an assessment goes on. */
export const to = (id: string, below: string): string => `/assessments/${id}${below}`;

/** What recording one is answered with. */
export interface Recorded {
  readonly created: { readonly assessmentId: string };
}

/** Somebody records one by the API; its id. */
export async function recordedBy(who: Caller, body: object): Promise<string> {
  const answer = await who.post<Recorded>('/assessments', body);
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 201 });
  return answer.body.created.assessmentId;
}

/** One as somebody finds it among those of a status. */
export async function seenBy(who: Caller, status: string, id: string): Promise<LoneAssessmentView | undefined> {
  const { body } = await who.get<{ items: LoneAssessmentView[] }>(`/assessments?status=${status}&limit=200`);
  return body.items.find(({ assessmentId }) => assessmentId === id);
}

/** One round of the watch over assessments, at a moment. */
export async function watchAt({ product }: FileOffice, at: string): Promise<void> {
  const tools = await recordingTools(product.store);
  for (const id of await assessmentsToLookAt(product.store.prisma, at))
    await lookAtAssessment(product.store, id, at, tools);
}

/** Who has been told of an assessment, as what, in the order in which they were. */
export async function toldOfAssessment({ product }: FileOffice, caseId: string): Promise<readonly string[]> {
  const notices = await product.store.prisma.notice.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } });
  const people = await product.store.prisma.practitioner.findMany();
  return notices.map(({ code, recipientId, asRole }) => {
    return `${code} to ${people.find(({ id }) => id === recipientId)?.subject ?? ''} as ${asRole}`;
  });
}

export async function victimOf({ product }: FileOffice, id: string): Promise<string> {
  return (await product.store.prisma.loneAssessment.findUniqueOrThrow({ where: { id } })).victimId;
}

/** Puts somebody on the deny list of the victim of an assessment. */
export async function hideFrom(office: FileOffice, id: string, subject: string): Promise<void> {
  const { store, clock } = office.product;
  const entry = {
    ...{ id: randomUUID(), personId: await victimOf(office, id), practitionerId: idOf('practitioner', subject) },
    ...{ enteredById: idOf('practitioner', 'amy.adeyemi'), enteredAt: new Date(clock.now()) },
  };
  await store.prisma.denyEntry.create({ data: entry });
}
