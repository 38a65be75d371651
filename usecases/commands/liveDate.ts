import * as body from '../../contracts/liveDate.ts';
import { caseCommand } from './caseCommand.ts';
import { keepPlace } from './court.ts';

const aDate = '/live-dates/:liveDateId';

/** Orders, notices, bail, releases and applications: dates outside that must not be missed. */
export const liveDateCommands = [
  caseCommand({
    type: 'addLiveDate',
    path: '/live-dates',
    summary: 'Add an order, a notice, bail, a release or an application to be kept in sight',
    schema: body.liveDateSchema,
    creates: ({ liveDateId }) => ({ liveDateId }),
    named: ({ agency, watchedBy }) => ({
      agencies: agency ? [agency] : [],
      practitioners: watchedBy ? [watchedBy] : [],
    }),
    payload: ({ kind, at, from, agency, watchedBy, ...date }, desk) => ({
      liveDateId: desk.id('liveDate'),
      kind,
      at: at ?? null,
      contentId: keepPlace('liveDate', date, desk),
      ...(from === undefined ? {} : { startsAt: from }),
      conditions: date.conditions,
      agencyId: agency ? desk.agency(agency) : null,
      authorisedBy: date.authorisedBy ?? null,
      enhancedRights: date.enhancedRights,
      proceedingId: date.proceedingId ?? null,
      watchedById: watchedBy ?? null,
    }),
  }),
  caseCommand({
    type: 'recordLiveDateOutcome',
    path: `${aDate}/outcome`,
    summary: 'Record what came of a hearing, or how an order, bail or an application ended',
    schema: body.liveDateOutcomeSchema,
    payload: ({ outcome, enhancedRights, note }, desk) => ({
      liveDateId: desk.subjectId,
      outcome,
      enhancedRights,
      contentId: desk.keepIfAny('note', note),
      nextId: desk.id('next'),
    }),
  }),
  caseCommand({
    type: 'moveLiveDate',
    path: `${aDate}/date`,
    summary: 'Record another end: an order extended or varied, bail that goes on, a release whose day is known now',
    schema: body.liveDateMoveSchema,
    payload: ({ to, because, conditions, authorisedBy, enhancedRights, note }, desk) => ({
      liveDateId: desk.subjectId,
      at: to,
      because,
      conditions: conditions ?? null,
      authorisedBy: authorisedBy ?? null,
      enhancedRights,
      reasonId: desk.keepIfAny('note', note),
    }),
  }),
  caseCommand({
    type: 'reviewLiveDate',
    path: `${aDate}/reviews`,
    summary: 'Record a review of the risk before protection ends, after a breach, or while there is no date',
    schema: body.liveDateReviewSchema,
    payload: ({ because, change, note }, desk) => ({
      liveDateId: desk.subjectId,
      because,
      change,
      contentId: desk.keepIfAny('note', note),
    }),
  }),
  caseCommand({
    type: 'recordBreach',
    path: `${aDate}/breaches`,
    summary: 'Record that an order, a notice or bail was not kept: further abuse, and a review of the risk',
    schema: body.breachSchema,
    creates: ({ breachId }) => ({ breachId }),
    payload: ({ conditions, whatHappened }, desk) => ({
      breachId: desk.id('breach'),
      liveDateId: desk.subjectId,
      conditions,
      contentId: desk.keep('breach', whatHappened),
    }),
  }),
];
