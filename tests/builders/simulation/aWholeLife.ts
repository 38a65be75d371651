import fc from 'fast-check';
import { addDays, addHours, londonDate } from '../../../domain/calendar/london.ts';
import { calendarWith } from '../../../domain/calendar/announcedDays.ts';
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
  | { readonly what: 'bankHoliday'; readonly inDays: number }
  | { readonly what: 'takeBack'; readonly which: 'policy' | 'bankHoliday' };

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
      // One that counts from today is put to what runs, one from a day to come is not.
      inDays: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('bankHoliday' as const), inDays: fc.integer({ min: 0, max: 40 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('takeBack' as const),
      which: fc.constantFrom('policy' as const, 'bankHoliday' as const),
    }),
  },
);

/** A case with everything that is tried in it and everything that changes around it, for a year and more. */
export const aWholeLife = fc.record({
  referral: anyReferral,
  around: anywhere,
  turns: fc.array(aTurn, { minLength: 40, maxLength: 70 }),
});

/** Another policy of the area, in force from today and put to what runs, or from a London date some days ahead. */
export function changePolicy(about: SimulatedCase, { which, inDays }: Extract<Turn, { what: 'policy' }>): void {
  const from = addDays(londonDate(about.now), inDays);
  const policy = policies[which % policies.length] ?? monthly;
  // A version names one policy for ever, one that was taken back too.
  const version = `${policy.version}@${from}#${about.facts.length}`;
  const putToRunning = inDays === 0;
  about.where({ later: [...about.around.later, { from, policy: { ...policy, version }, putToRunning }] });
  if (putToRunning) about.send('planClocksAnew', { changeId: version, because: 'policy' });
}

/** One more bank holiday is announced, today or some days ahead; the calendar has another version from now on. */
export function announceBankHoliday(about: SimulatedCase, { inDays }: Extract<Turn, { what: 'bankHoliday' }>): void {
  const date = addDays(londonDate(about.now), inDays);
  const { calendar } = about.around;
  if (calendar.holidays.has(date)) return;
  const events = [{ title: 'A holiday of this simulation', date, notes: '' }];
  about.where({ calendar: calendarWith(calendar, [{ version: date, events, withdrawn: false }]) });
  about.send('planClocksAnew', { changeId: date, because: 'calendar' });
}

/** The latest change of its kind is taken back, and what runs is planned anew without it. */
export function takeBack(about: SimulatedCase, { which }: Extract<Turn, { what: 'takeBack' }>): void {
  const { later, calendar } = about.around;
  if (which === 'policy') {
    if (later.length === 0) return;
    about.where({ later: later.slice(0, -1) });
    about.send('planClocksAnew', { changeId: 'taken back', because: 'policy' });
    return;
  }
  const [version = '', ...dates] = calendar.version.split('+');
  const gone = dates.pop();
  if (gone === undefined) return;
  const holidays = new Map([...calendar.holidays].filter(([date]) => date !== gone));
  about.where({ calendar: { ...calendar, version: [version, ...dates].join('+'), holidays } });
  about.send('planClocksAnew', { changeId: 'taken back', because: 'calendar' });
}

/** So many hours in which nothing runs: no clock wakes, no command is taken. */
export function outage(about: SimulatedCase, { hours }: Extract<Turn, { what: 'outage' }>): void {
  about.now = addHours(about.now, hours);
}
