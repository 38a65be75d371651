import { formatLondonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import { proceedingKinds } from '../../domain/court/codes.ts';
import { proceedingWords } from '../../domain/court/words.ts';
import { type Cells, several } from './checkCells.ts';

/** Something that is owed, and from which day on. */
export interface Duty {
  readonly kind: ClockKind;
  readonly from: IsoDate;
}

/** Where proceedings stand. */
export function proceedingSentence(cells: Cells): string {
  const { kind, startedOn = '', outcome, endedOn = '' } = cells;
  const known = proceedingKinds.find((each) => each === kind);
  const reached = several(cells, 'milestones').length;
  const ended = outcome ? `, ${outcome} on ${formatLondonDate(endedOn)}` : ', which go on';
  const counted = `${reached} ${reached === 1 ? 'milestone' : 'milestones'} reached`;
  return `${known ? proceedingWords[known] : ''} proceedings since ${formatLondonDate(startedOn)}, ${counted}${ended}`;
}

/** What a hearing is taken over as: over, or still to come and kept in sight. */
export function hearingSentence({ at, outcome }: Cells, today: IsoDate): string {
  const on = at ? `on ${formatLondonDate(at.slice(0, 10))}` : 'without a date yet';
  if (outcome === 'adjourned') return `a hearing ${on}, adjourned`;
  if (outcome) return `a hearing ${on}, over`;
  return isPast(at, today) ? `a hearing ${on}, of which nobody knows what came` : `a hearing ${on}, kept in sight`;
}

/** What nobody has written down as done about hearings, and about bail that stands. */
export function courtDutiesOwed(hearings: readonly Cells[], dates: readonly Cells[], today: IsoDate): readonly Duty[] {
  const ofHearings = hearings.flatMap(({ at = '', outcome, outcomeOn = '', toldOn }): readonly Duty[] => {
    if (!outcome) return isPast(at, today) ? [{ kind: 'hearingOutcome', from: at.slice(0, 10) }] : [];
    return toldOn ? [] : [{ kind: 'hearingTold', from: outcomeOn }];
  });
  const ofBail = dates.flatMap(({ kind = '', knownOn = '', toldOn }): readonly Duty[] =>
    tellsVictim.includes(kind) && !toldOn ? [{ kind: 'bailOutcome', from: knownOn }] : [],
  );
  return [...ofHearings, ...ofBail];
}

/** What the police decided and the victim is told of; of other dates nobody has to be told. */
export const tellsVictim: readonly string[] = ['preChargeBail', 'releasedUnderInvestigation'];

function isPast(at: string | undefined, today: IsoDate): boolean {
  return Boolean(at) && (at ?? '').slice(0, 10) < today;
}
