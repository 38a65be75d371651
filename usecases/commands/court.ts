import * as body from '../../contracts/court.ts';
import type { LiveDateKind } from '../../domain/lifecycle/caseFact.ts';
import { caseCommand, type Desk } from './caseCommand.ts';

function liveDate(
  kind: LiveDateKind,
  date: { at?: string | undefined; where?: string | undefined; note?: string | undefined },
  desk: Desk,
) {
  const { at, where, note } = date;
  const contentId = where === undefined && note === undefined ? null : desk.keep('liveDate', { where, note });
  return { liveDateId: desk.id('liveDate'), kind, at: at ?? null, contentId };
}

/** Hearings at court, orders, bail and releases. */
export const courtCommands = [
  caseCommand({
    type: 'addLiveDate',
    path: '/live-dates',
    summary: 'Add an order, a hearing, a bail date or a release to be kept in sight',
    schema: body.liveDateSchema,
    creates: ({ liveDateId }) => ({ liveDateId }),
    payload: ({ kind, ...date }, desk) => liveDate(kind, date, desk),
  }),
  caseCommand({
    type: 'addLiveDate',
    path: '/hearings',
    summary: 'Add a hearing at court',
    schema: body.courtHearingSchema,
    creates: ({ liveDateId }) => ({ liveDateId }),
    payload: (date, desk) => liveDate('hearing', date, desk),
  }),
  caseCommand({
    type: 'recordLiveDateOutcome',
    path: '/live-dates/:liveDateId/outcome',
    summary: 'Record what came of a hearing, or how an order or bail ended',
    schema: body.liveDateOutcomeSchema,
    payload: ({ outcome, note }, desk) => ({
      liveDateId: desk.subjectId,
      outcome,
      contentId: desk.keepIfAny('note', note),
    }),
  }),
];
