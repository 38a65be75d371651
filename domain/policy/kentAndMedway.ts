import { figure, sources } from './figure.ts';
import type { AreaEntry } from './policyInForce.ts';

const { assumption, kentAndMedway } = sources;

/** The thirteen MARACs of Kent and Medway, by area code. */
export const kentAndMedwayAreas = [
  'medway',
  'maidstone',
  'swale',
  'dartford',
  'gravesham',
  'tunbridge-wells',
  'tonbridge-and-malling',
  'sevenoaks',
  'ashford',
  'folkestone',
  'canterbury',
  'thanet',
  'dover',
] as const;

/** What Kent and Medway do differently, by date. */
export const kentAndMedwayEntries: readonly AreaEntry[] = [
  {
    version: 'kent-and-medway-1',
    effectiveFrom: '2012-01-01',
    areas: kentAndMedwayAreas,
    changes: {
      routes: {
        escalation: figure({ events: 3, withinMonths: 6 }, kentAndMedway),
        suicideRoute: figure(true, kentAndMedway),
      },
    },
  },
  {
    version: 'medway-monthly-1',
    effectiveFrom: '2012-01-01',
    areas: ['medway'],
    changes: {
      meeting: { capacity: figure(25, 'published figures of 2012–13: 291 cases in twelve meetings, about 24 each') },
    },
  },
  {
    version: 'thanet-monthly-1',
    effectiveFrom: '2012-01-01',
    areas: ['thanet'],
    changes: {
      meeting: { capacity: figure(18, 'published figures of 2012–13: 215 cases in twelve meetings, about 18 each') },
    },
  },
  {
    version: 'medway-weekly-1',
    // The year is known, the day is not: the first of January is an assumption.
    effectiveFrom: '2015-01-01',
    areas: ['medway'],
    changes: {
      meeting: {
        pattern: figure('weekly', kentAndMedway),
        capacity: figure(11, `${kentAndMedway}: about 11 cases a meeting`),
        // Eight working days would reach back beyond the meeting before.
        cutOffWorkingDays: figure(3, assumption),
        agendaWorkingDays: figure(2, assumption),
      },
    },
  },
];
