import { liveDateKinds } from '../../contracts/liveDate.ts';
import { addMonths, formatLondonDate, londonDate, occurredOnDay } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { describeClockKind, type ClockKind } from '../../domain/clocks/clockKind.ts';
import { describeRecipientRoles } from '../../domain/clocks/describeRung.ts';
import { dueDate } from '../../domain/clocks/dueFor.ts';
import { dueRungs } from '../../domain/clocks/dueRungs.ts';
import { rungAt } from '../../domain/clocks/rungAt.ts';
import { startClock } from '../../domain/clocks/startClock.ts';
import { liveDateWords } from '../../domain/court/words.ts';
import { rolesPassedOver } from '../../domain/notices/rolesPassedOver.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import type { Cells } from './checkCells.ts';
import { courtDutiesOwed, type Duty, hearingSentence, proceedingSentence } from './courtOutlook.ts';
import type { PlannedCase } from './planCase.ts';

/**
 * What taking a case over would lead to, in sentences without a name: where it stands, what is owed in it and who hears of
 * that, and when its flag ends. By the figures the product came with; where others were entered since, those count.
 */
export function outlookOf(planned: PlannedCase, now: IsoInstant): readonly string[] {
  const { cells, children, actions, proceedings, hearings, dates } = planned;
  const area = cells['area'] ?? '';
  const today = londonDate(now);
  const owed = [
    ...[...dutiesOwed(cells), ...courtDutiesOwed(hearings, dates, today)].map(({ kind, from }) =>
      owedWords(describeClockKind(kind), { area, kind, from, due: null }, now),
    ),
    ...actions.filter(({ outcome }) => outcome === '').map((action) => actionWords(action, area, now)),
  ];
  return [
    standsWhere(cells),
    ...(children.length === 0 ? [] : [countedChildren(children)]),
    ...byItsGrade(cells, children),
    ...(actions.length === 0 ? [] : [countedActions(actions)]),
    ...owed,
    ...proceedings.map(proceedingSentence),
    ...hearings.map((hearing) => hearingSentence(hearing, today)),
    ...dates.map(dateWords),
    ...(cells['acceptedOn'] ? [flagWords(cells, area, today)] : []),
  ].map((sentence) => `${sentence[0]?.toUpperCase() ?? ''}${sentence.slice(1)}.`);
}

function standsWhere(cells: Cells): string {
  const { referredOn = '', acceptedOn, gradedOn, heardOn, closedOn, adviser } = cells;
  const advised = adviser ? ', with an adviser' : ', without an adviser';
  const referred = `referred on ${day(referredOn)}`;
  if (closedOn) return `${referred}, heard on ${day(heardOn ?? '')}, closed on ${day(closedOn)}${advised}`;
  if (heardOn) return `${referred}, heard on ${day(heardOn)}${advised}`;
  if (gradedOn) return `${referred}, graded: on the next list, or with the service below the threshold${advised}`;
  return acceptedOn
    ? `${referred}, accepted, still to be graded${advised}`
    : `${referred}, still to be screened${advised}`;
}

function countedActions(actions: readonly Cells[]): string {
  const open = actions.filter(({ outcome }) => outcome === '').length;
  return `${actions.length} ${actions.length === 1 ? 'action' : 'actions'}, ${open} of them open`;
}

function countedChildren(children: readonly Cells[]): string {
  const told = children.filter(({ notifiedOn }) => notifiedOn).length;
  return `${children.length} ${children.length === 1 ? 'child' : 'children'}, of ${told} of whom children’s services were told`;
}

/** What only the product works out, of the grade and the list, when it takes the case: told beforehand that it may be owed as well. */
function byItsGrade({ gradedOn, heardOn, closedOn }: Cells, children: readonly Cells[]): readonly string[] {
  if (closedOn || !(gradedOn || heardOn)) return [];
  const untold = children.some(({ notifiedOn }) => !notifiedOn);
  const [whom, until] = [
    'telling children’s services of the others, at once where it is high',
    'an answer by the service it is handed to below the threshold, or a decision on what is done meanwhile where its meeting is far off',
  ];
  const owed = [...(untold ? [whom] : []), ...(heardOn ? [] : [until])];
  return owed.length === 0 ? [] : [`by its grade also owed: ${owed.join('; ')}`];
}

function dateWords({ kind, at }: Cells): string {
  const known = liveDateKinds.find((each) => each === kind);
  const words = known === undefined ? '' : liveDateWords[known];
  return `${words}: ${at ? day(at.slice(0, 10)) : 'no date'}, kept in sight`;
}

/** What nobody has written down as done, of what every case owes by its stage. */
function dutiesOwed(cells: Cells): readonly Duty[] {
  const { referredOn = '', acceptedOn, heardOn, firstAttemptOn, engagement, supportEndedOn } = cells;
  const spokenOn = cells['spokeOn'] || (cells['firstAttemptResult'] === 'spoke' ? firstAttemptOn : '') || '';
  const owes = (kind: ClockKind, from: string, still: boolean): readonly Duty[] => (still ? [{ kind, from }] : []);
  const untold = (told: string) => Boolean(heardOn) && !cells[told];
  return [
    ...owes('screen', referredOn, !acceptedOn),
    ...owes('firstContact', referredOn, !firstAttemptOn && !engagement && !supportEndedOn),
    ...owes('engagement', spokenOn, spokenOn !== '' && !engagement && !supportEndedOn),
    ...owes(
      'safetyPlan',
      cells['engagedOn'] ?? '',
      engagement === 'engaged' && !cells['safetyPlanOn'] && !supportEndedOn,
    ),
    ...owes('riskReview', cells['reviewedOn'] || cells['engagedOn'] || '', engagement === 'engaged' && !supportEndedOn),
    ...owes('outcomeTold', heardOn ?? '', untold('victimToldOn')),
    ...owes('referrerTold', heardOn ?? '', untold('referrerToldOn')),
  ];
}

function actionWords({ agency = '', urgent, setOn = '', dueOn }: Cells, area: string, now: IsoInstant): string {
  const due = dueOn ? ({ type: 'day', date: dueOn } as const) : null;
  const kind = urgent === 'yes' ? 'urgentAction' : 'action';
  return owedWords(`an action of ${agency}`, { area, kind, from: setOn, due }, now);
}

interface Owed extends Duty {
  readonly area: string;
  readonly due: { readonly type: 'day'; readonly date: IsoDate } | null;
}

/** When it is due, and where a step of its ladder is behind it, who hears of it once the case is taken over. */
function owedWords(what: string, { area, kind, from, due }: Owed, now: IsoInstant): string {
  const policy = policyInForce(defaultPolicyEntries, area, from);
  const subject = { type: 'case', id: 'taken over' } as const;
  const clock = startClock(
    { id: 'taken over', kind, subject, anchor: occurredOnDay(from).at, due },
    policy,
    englandAndWales,
  );
  const when = `owed: ${what}, due on ${day(dueDate(clock.due))}`;
  const { fire, noted } = dueRungs(clock, now, policy, englandAndWales);
  if (clock.overdueAt > now || fire === null) return when;
  const rung = rungAt(clock, fire, policy, englandAndWales);
  const besides = rolesPassedOver(policy.ladders[policy.clocks[kind].ladder], noted);
  const hears = describeRecipientRoles([...new Set([...besides, ...(rung?.to ?? [])])]);
  return `${when}; overdue, and when the case is taken over ${hears} will hear of it`;
}

function flagWords({ referredOn = '', heardOn }: Cells, area: string, today: IsoDate): string {
  const { repeatFrom, repeatMonths } = policyInForce(defaultPolicyEntries, area, heardOn || referredOn).routes;
  const from = repeatFrom.value === 'meeting' && heardOn ? heardOn : referredOn;
  const endsOn = addMonths(from, repeatMonths.value);
  return `the flag of twelve months ${endsOn < today ? 'ended' : 'ends'} on ${day(endsOn)}`;
}

function day(date: string): string {
  return formatLondonDate(date);
}
