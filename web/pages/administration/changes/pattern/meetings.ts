import type { HolidayPreviewView, PatternPreviewView } from '../../../../../contracts/views/policyChangeViews.ts';
import { londonDate } from '../../../../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../../../../domain/calendar/time.ts';
import type { Names } from '../../../../../usecases/office/readNames.ts';
import { dayWords, momentWords } from '../../../../wording/days.ts';

type Row = PatternPreviewView['meetings'][number];
type HolidayRow = HolidayPreviewView['meetings'][number];

const states: Readonly<Record<Row['does'], { readonly text: string; readonly colour: string }>> = {
  stays: { text: 'Stays', colour: 'grey' },
  moves: { text: 'Moves', colour: 'blue' },
  isNew: { text: 'New', colour: 'green' },
  fallsAway: { text: 'Falls away', colour: 'orange' },
};
const reasons: Readonly<Record<NonNullable<Row['because']>, string>> = {
  locked: 'Its list is locked: agencies were asked already.',
  movedByHand: 'Somebody moved it and said why.',
  taken: 'The area has another meeting at the new time.',
  besidePattern: 'It is none of the pattern: whoever called it moves it.',
};

/** What a pattern would do, as its page shows it. */
export function presentPatternPreview(view: PatternPreviewView, names: Names, now: IsoInstant) {
  const { stay, move, isNew, fallAway, casesRelisted, casesNowhere } = view;
  return {
    area: names.area(view.area),
    ...{ stay, move, isNew, fallAway, casesRelisted, casesNowhere },
    meetings: view.meetings.map((row) => inWords(row, now)),
  };
}

/** What a bank holiday would do to the meetings that meet it, in every area. */
export function presentHolidayMeetings(rows: readonly HolidayRow[], names: Names, now: IsoInstant) {
  return rows.map((row) => ({ area: names.area(row.area), ...inWords(row, now) }));
}

function inWords(row: Row, now: IsoInstant) {
  return {
    title: momentWords(row.from ?? row.to ?? now, now),
    state: states[row.does],
    lines: [...movement(row, now), ...(row.because === null ? [] : [reasons[row.because]]), ...cutOffLine(row, now)],
    cases: row.cases,
    go: goingWords(row, now),
  };
}

/** What became, or is to become, of a meeting by a changed pattern. */
export function meetingChangeWords(
  { does, from, to, cutOffOn, cases }: NonNullable<PatternChange>,
  now: IsoInstant,
): readonly string[] {
  if (does === 'cutOffMoved') {
    const until = cutOffOn === null ? '' : `; its list is open until ${dayWords(cutOffOn, londonDate(now))}`;
    return [`Stays on ${momentWords(from ?? now, now)}${until}`];
  }
  const listed = cases === 0 ? '' : `, with ${countOf(cases)}`;
  if (does === 'called') return [`New: ${momentWords(to ?? now, now)}`];
  if (does === 'cancelled')
    return [`Falls away: ${momentWords(from ?? now, now)}${cases === 0 ? '' : `; ${countOf(cases)} listed again`}`];
  return [`Moves from ${momentWords(from ?? now, now)} to ${momentWords(to ?? now, now)}${listed}`];
}

type PatternChange = {
  readonly does: 'called' | 'moved' | 'cancelled' | 'cutOffMoved';
  readonly cutOffOn: IsoDate | null;
} & Pick<Row, 'from' | 'to' | 'cases'>;

function movement({ does, to }: Row, now: IsoInstant): string[] {
  return does === 'moves' && to !== null ? [`To ${momentWords(to, now)}`] : [];
}

function cutOffLine({ cutOff }: Row, now: IsoInstant): string[] {
  if (cutOff === null) return [];
  const today = londonDate(now);
  return [`Its list is open until ${dayWords(cutOff.to, today)}, no longer until ${dayWords(cutOff.from, today)}`];
}

function goingWords({ does, cases, casesGo, casesNowhere }: Row, now: IsoInstant): readonly string[] {
  if (does === 'moves' && cases > 0) return ['They move with it'];
  const today = londonDate(now);
  const to = casesGo.map((each) => `${each.cases} to the meeting of ${dayWords(each.meetingOn, today)}`);
  return casesNowhere === 0 ? to : [...to, `${casesNowhere} to no meeting: they would stand among the exceptions`];
}

function countOf(cases: number): string {
  return `${cases} ${cases === 1 ? 'case' : 'cases'}`;
}
