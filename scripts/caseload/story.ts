import type { Office } from '../year/yearPeople.ts';

/** Who acts in a story; the referrer is the police's, the manager that of the area's IDVA service. */
export type StoryOffice = Office | 'manager' | 'referrer';

/** What a story learns from the answers on its way. */
export interface StoryKnown {
  readonly reference: string;
  readonly revision: number;
  readonly actionIds: readonly string[];
  readonly childIds: readonly string[];
}

/** Working days before (or, negative, after) the day of the first start, and a London time of that day. */
export interface Moment {
  readonly workingDaysAgo: number;
  readonly at: string;
}

/** Turns a moment of the story into what a body says. */
export interface StoryTime {
  readonly date: (workingDaysAgo: number) => string;
  readonly moment: (moment: Moment) => string;
}

/** What a body may be made with. */
export interface StoryDesk {
  readonly time: StoryTime;
  readonly known: StoryKnown;
  /** The practitioner who advises in the area’s service. */
  readonly adviser: string;
  /** The meeting of the area that is over, and has heard cases. */
  readonly pastMeeting: string;
}

/** One thing that was done in a case. */
export interface StoryStep {
  readonly office: StoryOffice;
  /** Below the case; `:action1` stands for the first action that was set. */
  readonly path: string;
  readonly when: Moment;
  readonly ifMatch?: true;
  readonly body: (desk: StoryDesk) => Readonly<Record<string, unknown>>;
}

/** One invented case as somebody finds it who opens the product for the first time. */
export interface Story {
  /** Within its area; part of every key under which it is sent. */
  readonly name: string;
  readonly areaCode: string;
  readonly received: Moment;
  /** How many of the 24 questions were answered yes. */
  readonly yes: number;
  readonly children: number;
  readonly steps: readonly StoryStep[];
  /** Nothing of it is left to remind of. */
  readonly ended?: true;
}
