import type { MeetingPolicy } from './areaPolicy.ts';
import { figure, sources } from './figure.ts';

const { assumption, practice } = sources;

export type Rhythm = MeetingPolicy['pattern']['value'];
export type RhythmFigures = Pick<MeetingPolicy, 'cutOffWorkingDays' | 'agendaWorkingDays'>;

/** What is counted before a meeting by how often an area meets, unless the area has set a figure of its own. */
export const figuresOfRhythm: Readonly<Record<Rhythm, RhythmFigures>> = {
  monthly: { cutOffWorkingDays: figure(8, practice), agendaWorkingDays: figure(5, assumption) },
  // Eight working days would reach back beyond the meeting before.
  weekly: { cutOffWorkingDays: figure(3, assumption), agendaWorkingDays: figure(2, assumption) },
};
