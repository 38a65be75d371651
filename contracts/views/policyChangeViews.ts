import { z } from 'zod';
import { dateOrNull, dueView, instantOrNull, instantView, textOrNull } from './parts.ts';

const effects = ['becomesLate', 'rescued', 'later', 'earlier', 'remindersOnly'] as const;

const movedClock = z
  .object({
    clockId: z.uuid(),
    kind: z.string(),
    what: z.string(),
    effect: z.enum(effects).meta({ description: '`remindersOnly`: the date stays, only what is sent about it moves.' }),
    from: dueView,
    to: dueView,
    nextReminderFrom: instantOrNull,
    nextReminderTo: instantOrNull,
  })
  .meta({ id: 'MovedClock' });

const matter = {
  about: z.enum(['case', 'meeting']),
  reference: textOrNull.meta({ description: 'Of a case; null for a meeting.' }),
  meetingOn: dateOrNull.meta({ description: 'Of a meeting; null for a case.' }),
  area: z.string(),
};
const clocksShown = z
  .array(movedClock)
  .nullable()
  .meta({ description: 'Null for whoever may not see the case: they are told how many.' });

export const planningPreviewView = z
  .object({
    areas: z.array(
      z.object({
        area: z.string(),
        matters: z.int().meta({ description: 'Cases and meetings in which something moves.' }),
        clocks: z.int(),
        becomesLate: z.int(),
        rescued: z.int(),
        later: z.int(),
        earlier: z.int(),
        remindersOnly: z.int(),
      }),
    ),
    matters: z.array(
      z.object({ ...matter, count: z.int(), becomesLate: z.int(), rescued: z.int(), clocks: clocksShown }),
    ),
    leftOut: z
      .int()
      .meta({ description: 'Cases and meetings beyond those listed; what becomes late is listed first.' }),
  })
  .meta({ id: 'PlanningPreview' });
export type PlanningPreviewView = z.output<typeof planningPreviewView>;

const casesGo = z.object({ meetingOn: z.iso.date(), cases: z.int() }).meta({ id: 'CasesGo' });

const meetingRow = {
  does: z.enum(['stays', 'moves', 'isNew', 'fallsAway']),
  because: z.enum(['locked', 'movedByHand', 'taken', 'besidePattern']).nullable().meta({
    description: 'Why it stays although the pattern, or a bank holiday, wants it elsewhere; null where it does not.',
  }),
  from: instantOrNull,
  to: instantOrNull,
  cutOff: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable().meta({
    id: 'MovedCutOff',
    description: 'Of one that stays: its list closes on another day by the other rhythm; null where it does not.',
  }),
  cases: z.int().meta({ description: 'Cases on its list.' }),
  casesGo: z.array(casesGo),
  casesNowhere: z.int(),
};

export const holidayPreviewView = planningPreviewView
  .extend({
    meetings: z.array(z.object({ area: z.string(), ...meetingRow })).meta({
      description: 'Meetings that meet the day: where each goes, with its cases, or why it stays.',
    }),
  })
  .meta({ id: 'HolidayPreview' });
export type HolidayPreviewView = z.output<typeof holidayPreviewView>;

export const patternPreviewView = z
  .object({
    area: z.string(),
    stay: z.int(),
    move: z.int(),
    isNew: z.int(),
    fallAway: z.int(),
    casesRelisted: z.int().meta({ description: 'Cases on lists that fall away and go to another meeting.' }),
    casesNowhere: z.int().meta({
      description:
        'Cases on lists that fall away and for which no meeting is left: each would stand among the exceptions.',
    }),
    meetings: z.array(z.object(meetingRow)),
  })
  .meta({ id: 'PatternPreview' });
export type PatternPreviewView = z.output<typeof patternPreviewView>;

const changedMeeting = z
  .object({
    does: z.enum(['called', 'moved', 'cancelled', 'cutOffMoved']),
    from: instantOrNull,
    to: instantOrNull,
    cutOffOn: dateOrNull.meta({
      description: 'Of one that stays: the day on which its list closes now; null until it has answered.',
    }),
    cases: z.int().meta({ description: 'Cases that moved with it, or were to be listed again.' }),
  })
  .nullable()
  .meta({
    id: 'ChangedMeeting',
    description: 'What a changed pattern or a bank holiday does to a meeting; null for anything else.',
  });

export const policyChangeView = z
  .object({
    changeId: z.uuid(),
    because: z.enum(['calendar', 'policy']),
    version: z.string(),
    what: z.string(),
    area: textOrNull.meta({ description: 'Null: everywhere.' }),
    countsFrom: z.iso.date(),
    source: z.string(),
    enteredAt: instantView,
    withdrawnAt: instantOrNull,
    toRunning: z.boolean().meta({ description: 'Whether running cases were planned anew by it.' }),
  })
  .meta({ id: 'PolicyChange' });
export type PolicyChangeView = z.output<typeof policyChangeView>;

const progress = z.object({
  madeAt: instantView,
  total: z.int(),
  done: z.int(),
  refused: z.int(),
  waiting: z.int().meta({ description: 'Not decided yet. They go on by themselves, whatever happens meanwhile.' }),
  matters: z.array(
    z.object({
      ...matter,
      status: z.enum(['waiting', 'done', 'refused', 'parked']),
      problem: textOrNull,
      commandId: z.uuid(),
      count: z.int(),
      clocks: clocksShown,
      meeting: changedMeeting,
    }),
  ),
});
export type PlanningProgressView = z.output<typeof progress>;

export const policyChangeProgressView = z
  .object({
    change: policyChangeView,
    applied: progress.nullable().meta({ description: 'Null where running cases were left as they are.' }),
    undone: progress.nullable().meta({ description: 'Null as long as it was not taken back.' }),
  })
  .meta({ id: 'PolicyChangeProgress' });
export type PolicyChangeProgressView = z.output<typeof policyChangeProgressView>;
