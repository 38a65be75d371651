import fc from 'fast-check';
import { addDays, addHours, londonDate } from '../../../domain/calendar/london.ts';
import { bankHolidays } from '../../../domain/calendar/bankHolidays.ts';
import { workingCalendarFrom } from '../../../domain/calendar/workingCalendar.ts';
import type { AreaPolicy } from '../../../domain/policy/areaPolicy.ts';
import { figure } from '../../../domain/policy/figure.ts';
import { nationalClocks } from '../../../domain/policy/nationalClocks.ts';
import { nationalLadders } from '../../../domain/policy/nationalLadders.ts';
import { anyReferral, anywhere, type Attempted } from '../randomLife.ts';
import type { SimulatedCase } from '../simulatedCase.ts';
import { countyOf17, monthly, policyOf } from '../world.ts';

/** One turn of a life: somebody tries something, or the world around the case changes. */
export type Turn =
  | ({ readonly what: 'attempt' } & Attempted)
  | { readonly what: 'outage'; readonly hours: number }
  | { readonly what: 'policy'; readonly which: number; readonly inDays: number }
  | { readonly what: 'bankHoliday'; readonly inDays: number };

const source = 'a policy of this simulation';
const policies: readonly AreaPolicy[] = [
  monthly,
  countyOf17,
  policyOf('medway'),
  policyOf('maidstone', { counting: { lateArrivalsCountNextWorkingDay: figure(true, source) } }),
  policyOf('maidstone', { routes: { repeatFrom: figure('meeting', source) } }),
  policyOf('maidstone', {
    clocks: {
      firstContact: {
        ...nationalClocks.firstContact,
        due: { type: 'workingDaysAfter', days: 1, after: 'the referral', source },
      },
      action: { ...nationalClocks.action, due: { type: 'daysAfter', days: 7, after: 'the action was set', source } },
    },
    contact: { attempts: figure(2, source) },
  }),
  policyOf('maidstone', {
    ladders: {
      action: {
        ...nationalLadders.action,
        rungs: nationalLadders.action.rungs.slice(1, 3),
      } as typeof nationalLadders.action,
    },
  }),
];

const aTurn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      what: fc.constant('attempt' as const),
      pick: fc.nat(1_000_000),
      variant: fc.nat(1_000),
      hoursLater: fc.oneof({ weight: 4, arbitrary: fc.nat(96) }, { weight: 1, arbitrary: fc.nat(2_000) }),
      hoursAgo: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('outage' as const), hours: fc.integer({ min: 1, max: 1_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('policy' as const),
      which: fc.nat(100),
      inDays: fc.integer({ min: 0, max: 30 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('bankHoliday' as const), inDays: fc.integer({ min: 1, max: 40 }) }),
  },
);

/** A case with everything that is tried in it and everything that changes around it, for a year and more. */
export const aWholeLife = fc.record({
  referral: anyReferral,
  around: anywhere,
  turns: fc.array(aTurn, { minLength: 40, maxLength: 70 }),
});

/** Another policy of the area, in force from a London date some days ahead. */
export function changePolicy(about: SimulatedCase, { which, inDays }: Extract<Turn, { what: 'policy' }>): void {
  const from = addDays(londonDate(about.now), inDays);
  const policy = policies[which % policies.length] ?? monthly;
  const later = [...about.around.later, { from, policy: { ...policy, version: `${policy.version}@${from}` } }];
  about.where({ later });
}

/** One more bank holiday is announced, some days ahead; the calendar has another version from now on. */
export function announceBankHoliday(about: SimulatedCase, { inDays }: Extract<Turn, { what: 'bankHoliday' }>): void {
  const date = addDays(londonDate(about.now), inDays);
  const { calendar } = about.around;
  const known = [...calendar.holidays].map(([on, title]) => ({ title, date: on, notes: '' }));
  const events = [...known, { title: 'A holiday of this simulation', date, notes: '' }];
  const announced = workingCalendarFrom({ ...bankHolidays, version: `${calendar.version}+${date}`, events });
  about.where({ calendar: announced });
}

/** So many hours in which nothing runs: no clock wakes, no command is taken. */
export function outage(about: SimulatedCase, { hours }: Extract<Turn, { what: 'outage' }>): void {
  about.now = addHours(about.now, hours);
}
