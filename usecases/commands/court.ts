import * as body from '../../contracts/court.ts';
import { caseCommand, type Desk } from './caseCommand.ts';
import { toldHow } from './contactOutside.ts';

/** Where a thing is before which court, put aside as content; null where nothing is said. */
export function keepPlace(
  kind: string,
  { where, note }: { where?: string | undefined; note?: string | undefined },
  desk: Desk,
): string | null {
  return where === undefined && note === undefined ? null : desk.keep(kind, { where, note });
}

const aProceeding = '/proceedings/:proceedingId';
const aHearing = '/hearings/:liveDateId';

/** Courts: proceedings, what they reach, hearings and what becomes of them. */
export const courtCommands = [
  caseCommand({
    type: 'openProceeding',
    path: '/proceedings',
    summary: 'Record that a matter is before a court',
    schema: body.proceedingSchema,
    creates: ({ proceedingId }) => ({ proceedingId }),
    payload: ({ kind, court, specialist, startedOn, note }, desk) => ({
      proceedingId: desk.id('proceeding'),
      kind,
      specialist,
      startedOn: startedOn ?? null,
      contentId: keepPlace('proceeding', { where: court, note }, desk),
    }),
  }),
  caseCommand({
    type: 'recordMilestone',
    path: `${aProceeding}/milestones`,
    summary: 'Record a charge, a plea, a verdict or another milestone of proceedings',
    schema: body.milestoneSchema,
    payload: ({ milestone, result, note }, desk) => ({
      proceedingId: desk.subjectId,
      milestone,
      result: result ?? null,
      contentId: desk.keepIfAny('note', note),
    }),
  }),
  caseCommand({
    type: 'endProceeding',
    path: `${aProceeding}/end`,
    summary: 'Record that proceedings are over',
    schema: body.proceedingEndSchema,
    payload: ({ outcome, note }, desk) => ({
      proceedingId: desk.subjectId,
      outcome,
      contentId: desk.keepIfAny('note', note),
    }),
  }),
  caseCommand({
    type: 'addLiveDate',
    path: '/hearings',
    summary: 'Add a hearing at court',
    schema: body.courtHearingSchema,
    creates: ({ liveDateId }) => ({ liveDateId }),
    named: ({ goesAlong, watchedBy }) => ({ practitioners: [...goesAlong, ...(watchedBy ? [watchedBy] : [])] }),
    payload: ({ at, proceedingId, goesAlong, watchedBy, ...place }, desk) => ({
      liveDateId: desk.id('liveDate'),
      kind: 'hearing',
      at,
      contentId: keepPlace('liveDate', place, desk),
      proceedingId: proceedingId ?? null,
      companionIds: goesAlong,
      watchedById: watchedBy ?? null,
    }),
  }),
  caseCommand({
    type: 'adjournHearing',
    path: `${aHearing}/adjournment`,
    summary: 'Adjourn a hearing, to a new date or without one; the old date is kept',
    schema: body.adjournmentSchema,
    creates: ({ nextId }) => ({ liveDateId: nextId }),
    payload: ({ to, because, note }, desk) => ({
      liveDateId: desk.subjectId,
      nextId: desk.id('next'),
      at: to ?? null,
      because,
      contentId: desk.keepIfAny('note', note),
    }),
  }),
  caseCommand({
    type: 'setHearingCompany',
    path: `${aHearing}/company`,
    summary: 'Settle who goes along to a hearing',
    schema: body.hearingCompanySchema,
    named: ({ goesAlong }) => ({ practitioners: goesAlong }),
    payload: ({ goesAlong }, desk) => ({ liveDateId: desk.subjectId, companionIds: goesAlong }),
  }),
  caseCommand({
    type: 'tellResult',
    path: '/live-dates/:liveDateId/result-told',
    summary: 'Record that the victim heard what a court or the police decided, or that there is no safe way',
    schema: body.resultToldSchema,
    needs: ['safeContact'],
    payload: (told, desk) => ({ liveDateId: desk.subjectId, ...toldHow(told, desk) }),
  }),
];
