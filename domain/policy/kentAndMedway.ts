import { figure, sources } from './figure.ts';
import { figuresOfRhythm } from './rhythm.ts';
import type { AreaEntry } from './policyInForce.ts';

const { kentAndMedway } = sources;

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

const everyMonth = { every: 'month', at: '09:30', onBankHoliday: 'nextWorkingDay' } as const;

/** On which nth of which weekday each area sits: that it is monthly is known, the days are assumptions. */
const sittingDays: readonly (readonly [area: string, nth: number, weekday: number])[] = [
  ['maidstone', 1, 4],
  ['swale', 3, 3],
  ['dartford', 2, 4],
  ['gravesham', 3, 4],
  ['tunbridge-wells', 1, 2],
  ['tonbridge-and-malling', 2, 3],
  ['sevenoaks', 4, 3],
  ['ashford', 3, 2],
  ['folkestone', 4, 2],
  ['canterbury', 2, 1],
  ['thanet', 1, 3],
  ['dover', 4, 4],
];

const monthlySittings: readonly AreaEntry[] = sittingDays.map(([area, nth, weekday]) => ({
  version: `${area}-sittings-1`,
  // From the day the calendar is made by the pattern; before that meetings were put down one by one.
  effectiveFrom: '2026-12-01',
  areas: [area],
  changes: {
    meeting: { sits: figure({ ...everyMonth, nth, weekday }, `${kentAndMedway}: monthly; the day is an assumption`) },
  },
}));

/** What Kent and Medway do differently, by date. */
export const kentAndMedwayEntries: readonly AreaEntry[] = [
  ...monthlySittings,
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
        ...figuresOfRhythm.weekly,
        sits: figure(
          { ...everyMonth, every: 'week', weekday: 2 },
          `${kentAndMedway}: weekly; the day is an assumption`,
        ),
      },
    },
  },
];
