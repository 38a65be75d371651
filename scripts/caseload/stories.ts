import * as step from './steps.ts';
import type { Story } from './story.ts';

const { ago } = step;
type Told = Omit<Story, 'areaCode'>;

const listed = [step.accepted(ago(12)), step.graded(ago(12, '11:30')), step.allocated(ago(12, '13:00'))];

/** Supported since before the last meeting, and heard there. */
const heard = [
  step.accepted(ago(25)),
  step.graded(ago(25, '11:30')),
  step.allocated(ago(25, '13:00')),
  ...step.engaged(ago(24)),
  step.heard(ago(12, '11:00')),
];

/** Children’s services knew on the day of the grading. */
const told = (workingDaysAgo: number) => step.childrenNotified(ago(workingDaysAgo, '12:00'));

const stories: Readonly<Record<string, Told>> = {
  justIn: { name: 'justIn', received: ago(0), yes: 16, children: 2, steps: [] },
  notScreened: { name: 'notScreened', received: ago(4, '15:20'), yes: 15, children: 1, steps: [] },
  incomplete: { name: 'incomplete', received: ago(5), yes: 14, children: 0, steps: [step.returned(ago(4, '09:40'))] },
  notGraded: { name: 'notGraded', received: ago(2), yes: 17, children: 0, steps: [step.accepted(ago(1))] },
  noAdviser: {
    name: 'noAdviser',
    received: ago(6),
    yes: 18,
    children: 3,
    steps: [step.accepted(ago(5)), step.graded(ago(5, '12:00'))],
  },
  notReached: {
    name: 'notReached',
    received: ago(13),
    yes: 15,
    children: 1,
    steps: [...listed, told(12), ...[11, 9, 8].map((days) => step.attempted(ago(days, '14:15'), 'noAnswer'))],
  },
  // She answered, and nobody has written down since whether she wants support.
  spokenTo: {
    name: 'spokenTo',
    received: ago(13),
    yes: 15,
    children: 0,
    steps: [...listed, step.attempted(ago(9, '14:15'), 'noAnswer'), step.attempted(ago(7, '10:30'), 'spoke')],
  },
  unsafeNumber: {
    name: 'unsafeNumber',
    received: ago(13),
    yes: 19,
    children: 2,
    steps: [...listed, told(12), step.attempted(ago(11), 'noAnswer'), step.attempted(ago(2, '10:30'), 'unsafe')],
  },
  supported: {
    name: 'supported',
    received: ago(13),
    yes: 16,
    children: 0,
    steps: [...listed, ...step.engaged(ago(11))],
  },
  atCourt: {
    name: 'atCourt',
    received: ago(30),
    yes: 17,
    children: 1,
    steps: [
      ...heard,
      told(25),
      step.outcomeTold(ago(11)),
      step.referrerTold(ago(11, '15:00')),
      step.courtHearing(ago(9), ago(-3)),
      step.orderUntil(ago(9, '10:30'), 'nonMolestation', ago(-15, '23:00')),
    ],
  },
  actionsLate: {
    name: 'actionsLate',
    received: ago(27),
    yes: 20,
    children: 2,
    steps: [
      ...heard,
      told(25),
      step.action(ago(12, '11:05'), 'housing', 'physicalHarm', 'Change the locks and fit a door chain.', -6),
      step.action(ago(12, '11:06'), 'police', 'stalking', 'Put a marker on the address.', -1),
      step.action(ago(12, '11:07'), 'education', 'harmToChildren', 'Tell the school who may collect.', 3),
      step.done(ago(4), 2),
    ],
  },
  allDone: {
    name: 'allDone',
    received: ago(28),
    yes: 15,
    children: 0,
    steps: [
      ...heard,
      step.action(ago(12, '11:35'), 'housing', 'homelessness', 'Offer a move outside the district.', -2),
      step.done(ago(3), 1),
      step.outcomeTold(ago(10)),
      step.referrerTold(ago(10, '16:00')),
      step.closed(ago(1)),
    ],
  },
  belowThreshold: {
    name: 'belowThreshold',
    received: ago(7),
    yes: 11,
    children: 1,
    steps: [step.accepted(ago(6)), step.graded(ago(6, '11:00'))],
  },
  declined: { name: 'declined', received: ago(8), yes: 3, children: 0, steps: [step.declined(ago(7))], ended: true },
};

/** A busy area has every story, an ordinary one a few; together every stage and every kind of lateness is there. */
const everyStory = Object.keys(stories);
const ordinary = [
  ['notScreened', 'supported', 'actionsLate'],
  ['notGraded', 'notReached', 'allDone'],
  ['justIn', 'noAdviser', 'atCourt'],
  ['incomplete', 'unsafeNumber', 'actionsLate'],
] as const;

/** The caseload of these areas, Medway and Thanet in full. */
export function caseloadStories(areaCodes: readonly string[]): readonly Story[] {
  return areaCodes.flatMap((code, index) => {
    const names = code === 'medway' || code === 'thanet' ? everyStory : (ordinary[index % ordinary.length] ?? []);
    return names.map((name) => ({ ...storyNamed(name), areaCode: code }));
  });
}

function storyNamed(name: string): Told {
  const story = stories[name];
  if (!story) throw new Error(`There is no story ${name}.`);
  return story;
}
