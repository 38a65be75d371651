import { figure, sources } from './figure.ts';
import { kentAndMedwayEntries } from './kentAndMedway.ts';
import { nationalClocks } from './nationalClocks.ts';
import { nationalLadders } from './nationalLadders.ts';
import { figuresOfRhythm } from './rhythm.ts';
import type { NationalEntry, PolicyEntry } from './policyInForce.ts';

const { assumption, practice, medwayChildren } = sources;

/** What every area goes by unless it says otherwise. */
export const nationalDefault: NationalEntry = {
  version: 'national-1',
  effectiveFrom: '2003-01-01',
  areas: 'everywhere',
  policy: {
    grading: {
      highFrom: figure(14, practice),
      mediumFrom: figure(10, practice),
    },
    routes: {
      visibleHighRiskFrom: figure(14, practice),
      escalation: figure({ events: 3, withinMonths: 12 }, practice),
      repeatFrom: figure('referral', practice),
      repeatMonths: figure(12, practice),
      suicideRoute: figure(false, practice),
      honourAlwaysListed: figure(false, 'assumption: some areas list honour-based abuse always, most do not say'),
      victimFromAge: figure(16, practice),
    },
    children: {
      underAgeAtHigh: figure(18, `${medwayChildren}; "up to 17" read as under 18`),
      underAgeAtMedium: figure(18, `${medwayChildren}; "up to 17" read as under 18`),
      underAgeAtStandard: figure(1, `${medwayChildren}; "up to 1" read as under the first birthday`),
      urgentAtHigh: figure(true, medwayChildren),
    },
    meeting: {
      pattern: figure('monthly', practice),
      ...figuresOfRhythm.monthly,
      capacity: figure(16, `${practice}: 15 to 16 cases a meeting`),
      farOffWorkingDays: figure(10, assumption),
      emergencyWithinWorkingDays: figure(2, assumption),
      invitedDaysAhead: figure(28, 'assumption: from one monthly meeting to the next'),
      researchAskedOf: figure(
        'everyAgency',
        `${practice}: the agencies of the conference research every case on its list`,
      ),
      sits: figure({ every: 'month', nth: 2, weekday: 3, at: '09:30', onBankHoliday: 'nextWorkingDay' }, assumption),
      quorum: figure(4, assumption),
      criticalServices: figure(
        ['police', 'idva', 'childrensServices', 'probation', 'health', 'housing'],
        `${practice}: the core agencies of a MARAC; that a meeting is warned of is an assumption`,
      ),
    },
    counting: {
      lateArrivalsCountNextWorkingDay: figure(false, assumption),
      dayEndsAt: figure('17:00', 'office hours of the partnership, 09:00 to 17:00'),
      remindersAt: figure('09:00', 'office hours of the partnership, 09:00 to 17:00'),
    },
    contact: {
      attempts: figure(3, practice),
    },
    court: {
      protectionOrderDays: figure({ shortest: 14, longest: 28 }, `${sources.dvpn}: 14 to 28 days`),
      reviewWithinDays: figure(28, assumption),
      bailSteps: figure(
        [
          { months: 3, by: 'custodyOfficer' },
          { months: 6, by: 'inspector' },
          { months: 9, by: 'superintendent' },
        ],
        `${sources.policeBail}: beyond nine months magistrates decide`,
      ),
    },
    support: {
      openPerFullTimeAdviser: figure(25, `${practice}: about 25 cases open at once`),
      referralsPerYearPerFullTimeAdviser: figure(100, `${practice}: 100 referrals a year for a full-time adviser`),
    },
    acknowledgementMaxDays: figure(7, 'assumption: nobody may silence a ladder for longer than a week'),
    clocks: nationalClocks,
    ladders: nationalLadders,
  },
};

/** Every entry that comes with the product. What an area adds is put behind these. */
export const defaultPolicyEntries: readonly PolicyEntry[] = [nationalDefault, ...kentAndMedwayEntries];
