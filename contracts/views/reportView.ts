import { z } from 'zod';

const days = z.number().nullable().meta({ description: 'Days of 24 hours, to one decimal.' });

/** How long cases took, by group. */
export const durationsView = z
  .object({
    from: z.string(),
    to: z.string(),
    groupBy: z.string().nullable(),
    groups: z.array(
      z.object({
        group: z.string().meta({ description: 'A code, a month or a quarter; "all" where nothing was grouped.' }),
        cases: z.int(),
        durations: z.array(
          z.object({
            duration: z.string(),
            what: z.string(),
            count: z.int(),
            median: days,
            ninetiethPercentile: days,
            open: z.int().meta({ description: 'Cases in which it has not happened and somebody waits for it.' }),
            oldestOpen: days,
          }),
        ),
        paused: z
          .object({ pauses: z.int(), days: z.number() })
          .meta({ description: 'Pauses of clocks that have ended. They are not taken off the durations.' }),
      }),
    ),
  })
  .meta({ id: 'Durations' });
export type DurationsView = z.output<typeof durationsView>;

const figures = z
  .record(z.string(), z.string().nullable())
  .meta({ description: 'Exact figures by line, such as "180.75" or "10 1/3"; null where a figure is left out.' });
const indicators = z
  .object({ repeatRate: z.number().nullable(), policeShare: z.number().nullable() })
  .meta({ description: 'Percentages to one decimal; null without cases, or where a figure in them is left out.' });

/** The return to SafeLives: exact figures by area and meeting, or by area alone as they may be published. */
export const quarterlyReturnView = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    view: z.enum(['internal', 'publication']),
    lines: z.array(z.object({ line: z.string(), what: z.string() })),
    areas: z.array(
      z.object({
        area: z.string(),
        name: z.string(),
        figures,
        indicators,
        heardElsewhere: z.int().nullable().meta({
          description:
            'Cases taken over as heard in this time by a meeting that is not on record here: in none of the figures. Null where it may be published.',
        }),
        meetings: z.array(z.object({ meetingId: z.uuid(), date: z.iso.date(), figures })),
      }),
    ),
    total: z.object({ figures, indicators }),
    notes: z.array(z.string()).meta({ description: 'What has to be known to read it.' }),
  })
  .meta({ id: 'QuarterlyReturn' });
export type QuarterlyReturnView = z.output<typeof quarterlyReturnView>;

/** What became of duties, and which rungs were reached. */
export const punctualityView = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    duties: z.array(
      z.object({
        kind: z.string(),
        what: z.string(),
        agency: z.string().nullable().meta({ description: 'Null where the duty is the MARAC’s own.' }),
        met: z.int(),
        metLate: z.int(),
        cancelled: z.int(),
        open: z.int(),
        overdue: z.int(),
      }),
    ),
    escalations: z.array(z.object({ kind: z.string(), what: z.string(), rung: z.string(), fired: z.int() })),
  })
  .meta({ id: 'Punctuality' });
export type PunctualityView = z.output<typeof punctualityView>;
