import { liveDateKinds, type liveDateOutcomes } from '../../contracts/liveDate.ts';
import {
  adjournmentReasons,
  bailAuthorities,
  milestoneResults,
  milestones,
  orderConditions,
  proceedingKinds,
  proceedingOutcomes,
} from '../../domain/court/codes.ts';
import { type Column, column, key, ofCase, oneOf, some } from './column.ts';

/** What can come of a hearing; the others are ends of orders, bail and applications. */
export const hearingOutcomes = [
  'adjourned',
  'convicted',
  'acquitted',
  'discontinued',
  'orderMade',
  'orderRefused',
  'orderVaried',
  'orderRevoked',
  'withdrawn',
  'other',
] as const satisfies readonly (typeof liveDateOutcomes)[number][];

/** Matters that came before a court: a row each. */
export const proceedingColumns: readonly Column[] = [
  ofCase,
  column('proceedingKey', `${key('the proceedings')}, each only once in its case`, true),
  column('kind', oneOf(proceedingKinds), true),
  column('court', 'which court'),
  column('specialist', 'yes or no: before a specialist domestic violence court; empty: no'),
  column('startedOn', 'the day on which they began; it may lie before the referral', true),
  column(
    'milestones',
    `what was reached, each with its day and what was decided, such as plea 2026-10-20 notGuilty; ${some(milestones)}; decided: ${milestoneResults.join(', ')}`,
  ),
  column('outcome', `how they ended, ${oneOf(proceedingOutcomes)}; empty: they go on`),
  column('endedOn', 'the day of that outcome'),
  column('note', 'more about them'),
];

/** Hearings that were held, were adjourned or are to come: a row each. */
export const hearingColumns: readonly Column[] = [
  ofCase,
  column('hearingKey', `${key('the hearing')}, each only once in its case`, true),
  column('proceedingKey', 'the key of the proceedings it belongs to; empty where they are in no file'),
  column('adjournedFrom', 'the key of the hearing that was adjourned to this one; it goes on in the same proceedings'),
  column('knownOn', 'the day it was written down first; empty only where an adjournment set it'),
  column('at', 'when it is or was: a day, or 2026-12-14 10:00; empty only where it was adjourned without a date'),
  column('where', 'the court; empty where an adjournment set it'),
  column('goesAlong', 'who goes along, by the names of advisers here, with ";" between them; the first is reminded'),
  column('outcome', `what came of it, ${oneOf(hearingOutcomes)}; empty: nobody knows, or it is still to come`),
  column('outcomeOn', 'the day of that outcome'),
  column('adjournedBecause', `why it was adjourned, ${oneOf(adjournmentReasons)}`),
  column('toldOn', 'the day the victim was told what came of it; empty: that is still to be done'),
  column('noSafeWay', 'why the victim could not be told; then the day before is that of the decision'),
  column('note', 'more about the outcome'),
];

/** Orders, bail and other dates outside that still stand: a date a row. */
export const dateColumns: readonly Column[] = [
  ofCase,
  column('dateKey', `${key('the date')}, each only once in its case`, true),
  column('kind', oneOf(liveDateKinds.filter((kind) => kind !== 'hearing')), true),
  column('knownOn', 'the day it was written down first', true),
  column('at', 'when it takes place or ends: a day, or 2026-12-14 10:00; empty: it has no end, or nobody knows it'),
  column('from', 'when an order was made, a notice served, bail granted, an application received'),
  column('where', 'the court or prison'),
  column('conditions', some(orderConditions)),
  column('agency', 'the code of the agency that has to bring a notice to court or to answer an application'),
  column('authorisedBy', `who authorised bail as it stands; ${oneOf(bailAuthorities)}`),
  column('toldOn', 'the day the victim was told of bail, or of a release under investigation; empty: still to be done'),
  column('noSafeWay', 'why the victim could not be told; then the day before is that of the decision'),
];
