import type { DayLadder, DayOffset, InstantLadder, Ladder, LadderName, RecipientRole, Rung } from '../clocks/ladder.ts';
import { sources } from './figure.ts';

type DayRung = Rung<DayOffset>;
type To = readonly RecipientRole[];

function before(workingDays: number, to: To): DayRung {
  return { label: `beforeDue${workingDays}`, offset: { workingDays: -workingDays }, to };
}
function daysBefore(days: number, to: To): DayRung {
  return { label: `beforeDue${days}d`, offset: { days: -days }, to };
}
function dueDay(to: To): DayRung {
  return { label: 'dueDay', offset: { workingDays: 0 }, to };
}
function overdue(workingDays: number, to: To): DayRung {
  return { label: `overdue${workingDays}`, offset: { workingDays }, to };
}
function weekly(rungs: readonly DayRung[], to: To, source: string = sources.assumption): DayLadder {
  return { type: 'day', source, rungs, then: { label: 'weekly', every: 7, to } };
}

/** Warnings before the instant, a message at it, one every hour to the duty contacts for a day, then one a day. */
function hourly(steps: { warn: readonly number[]; to: To; late: To; daily: To }): InstantLadder {
  const hour = (label: string, hours: number, to: To) => ({ label, offset: { hours }, to });
  return {
    type: 'instant',
    source: sources.assumption,
    rungs: [
      ...steps.warn.map((hours) => hour(`beforeDue${hours}h`, -hours, steps.to)),
      hour('dueNow', 0, steps.late),
      ...Array.from({ length: 23 }, (_, i) => hour(`overdueHour${i + 1}`, i + 1, ['dutyContact'])),
    ],
    then: { label: 'daily', every: 24, to: steps.daily },
  };
}

/** A live date is watched by the adviser while there is one, and by the named post once the case is closed. */
const watchers: To = ['adviser', 'namedPost'];

/** A live date that has passed without anybody saying what became of it. */
const passedUnrecorded: readonly DayRung[] = [
  overdue(1, watchers),
  overdue(3, ['serviceManager', 'namedPost']),
  overdue(5, ['coordinator', 'namedPost']),
];
const liveDate = (...reminders: readonly DayRung[]): DayLadder =>
  weekly([...reminders, ...passedUnrecorded], ['serviceManager', 'coordinator', 'namedPost']);

/** The ladders everywhere unless an area says otherwise; the rungs of time are assumptions, no published ones were found. */
export const nationalLadders: Readonly<Record<LadderName, Ladder>> = {
  action: weekly(
    [
      before(2, ['owner']),
      dueDay(['owner']),
      overdue(1, ['owner', 'agencyLead']),
      overdue(3, ['coordinator']),
      overdue(5, ['chair']),
      overdue(10, ['governance']),
    ],
    ['coordinator', 'governance'],
  ),
  coordinatorDuty: weekly(
    [dueDay(['owner']), overdue(1, ['administrator', 'cover']), overdue(2, ['supervisor']), overdue(5, ['chair'])],
    ['supervisor', 'chair'],
  ),
  idvaDuty: weekly(
    [dueDay(['adviser']), overdue(1, ['serviceManager']), overdue(2, ['coordinator']), overdue(5, ['chair'])],
    ['serviceManager', 'chair'],
  ),
  serviceDecision: weekly(
    [
      dueDay(['serviceManager']),
      overdue(1, ['serviceManager', 'coordinator']),
      overdue(2, ['supervisor']),
      overdue(5, ['chair']),
    ],
    ['serviceManager', 'chair'],
  ),
  // The chair's own: whoever works for them is told beside them, and whoever is above them after that.
  chairDecision: weekly(
    [
      dueDay(['chair']),
      overdue(1, ['chair', 'coordinator']),
      overdue(2, ['chair', 'supervisor']),
      overdue(5, ['chair', 'strategicCoordinator']),
      overdue(10, ['governance']),
    ],
    ['chair', 'governance'],
  ),
  referrerChase: weekly(
    [
      dueDay(['referrer']),
      overdue(1, ['referrer', 'administrator']),
      overdue(2, ['coordinator']),
      overdue(5, ['chair']),
    ],
    ['coordinator'],
  ),
  research: hourly({
    warn: [24, 2],
    to: ['owner'],
    late: ['owner', 'agencyLead', 'dutyContact'],
    daily: ['dutyContact', 'coordinator', 'chair'],
  }),
  urgentAction: hourly({
    warn: [4, 1],
    to: ['owner'],
    late: ['owner', 'cover', 'agencyLead', 'dutyContact'],
    daily: ['dutyContact', 'coordinator', 'chair'],
  }),
  // A hearing is over with its day; what came of it is a duty of its own.
  hearing: {
    type: 'day',
    source: sources.victimsCode,
    rungs: [daysBefore(7, watchers), before(1, watchers)],
    then: null,
  },
  courtTime: hourly({
    warn: [12, 4, 1],
    to: ['owner', 'agencyLead'],
    late: ['owner', 'agencyLead', 'dutyContact'],
    daily: ['dutyContact', 'coordinator', 'chair'],
  }),
  dvpo: liveDate(daysBefore(7, watchers), daysBefore(2, watchers), dueDay(watchers)),
  order: liveDate(daysBefore(28, watchers), dueDay(watchers)),
  bail: liveDate(daysBefore(7, watchers), dueDay(watchers)),
  release: liveDate(daysBefore(28, watchers), daysBefore(7, watchers), before(1, watchers)),
  protection: liveDate(before(2, watchers), dueDay(watchers)),
  acknowledgement: weekly(
    [
      dueDay(['receivingService']),
      overdue(1, ['receivingService', 'owner']),
      overdue(2, ['coordinator']),
      overdue(5, ['chair']),
    ],
    ['coordinator', 'chair'],
  ),
  urgentAcknowledgement: hourly({
    warn: [4],
    to: ['receivingService'],
    late: ['receivingService', 'owner', 'dutyContact'],
    daily: ['dutyContact', 'coordinator', 'chair'],
  }),
  transfer: weekly(
    [
      before(2, ['receivingService']),
      dueDay(['receivingService', 'coordinator']),
      overdue(1, ['receivingService', 'coordinator']),
      overdue(2, ['supervisor']),
      overdue(5, ['chair', 'strategicCoordinator']),
    ],
    ['coordinator', 'chair', 'strategicCoordinator'],
  ),
  // Both areas are told by every rung: neither can settle it alone.
  refusedTransfer: weekly(
    [
      dueDay(['coordinator', 'chair']),
      overdue(1, ['coordinator', 'supervisor', 'chair']),
      overdue(2, ['strategicCoordinator', 'chair']),
    ],
    ['coordinator', 'chair', 'strategicCoordinator'],
  ),
  // The flag ends by itself to the day: one notice, for the agenda's "cases reaching 12 months", and no chase.
  flag: { type: 'day', source: sources.assumption, rungs: [before(5, ['coordinator'])], then: null },
  retention: weekly(
    [before(20, ['administrator']), dueDay(['administrator']), overdue(5, ['supervisor'])],
    ['administrator', 'supervisor'],
  ),
};
