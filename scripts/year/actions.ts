import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, Occurred } from '../../domain/calendar/time.ts';
import { childrensServicesOf, idvaServiceOf } from './agencies.ts';
import type { CaseFrame } from './caseFrame.ts';
import { duringDay, minutesLater, someTimeOn, workingDaysLater } from './moments.ts';
import type { ActionRisk, Intention, PlannedAction, PlannedDue } from './plannedCase.ts';
import type { Chance } from './random.ts';

/** An action and what became of it, in order. */
export interface ActionCourse {
  readonly action: PlannedAction;
  readonly outcome: readonly Intention[];
}

/** Ten working days, unless the action has a date of its own. */
const defaultWorkingDays = 10;

/** The actions that a hearing sets, one to four, each against a risk, and what became of each. */
export function planActions(chance: Chance, frame: CaseFrame): ActionCourse[] {
  const count = Number(chance.weigh({ '1': 48, '2': 35, '3': 12, '4': 5 }));
  return Array.from({ length: count }, (_, index) =>
    planAction(chance, frame, `action-${String(index + 1)}`, frame.heard.turn),
  );
}

/** Some cases cannot wait for the meeting: an action set the working day after the referral, for three to five days. */
export function planInterimAction(chance: Chance, frame: CaseFrame, screened: Occurred): Intention[] {
  if (!chance.happens(0.08)) return [];
  const setOn = workingDaysLater(londonDate(screened.at), 1);
  const days = chance.between(3, 5);
  const due: PlannedDue = { type: 'day', date: workingDaysLater(setOn, days) };
  const action = { key: 'interim', due, ...riskAndAgency(chance, frame) };
  const done = someTimeOn(chance, workingDaysLater(setOn, chance.between(1, days)));
  return [
    { type: 'setAction', occurred: duringDay(chance, setOn), action },
    { type: 'completeAction', occurred: done, action: action.key },
  ];
}

function planAction(chance: Chance, frame: CaseFrame, key: string, setAt: Occurred): ActionCourse {
  const setOn = londonDate(setAt.at);
  const type = chance.weigh({ default: 70, day: 25, urgent: 5 });
  const against = riskAndAgency(chance, frame);
  if (type === 'urgent') {
    return { action: { key, due: { type }, ...against }, outcome: [urgentOutcome(chance, key, setAt)] };
  }
  const days = type === 'default' ? defaultWorkingDays : chance.between(3, 20);
  const due: PlannedDue = type === 'default' ? { type } : { type, date: workingDaysLater(setOn, days) };
  return { action: { key, due, ...against }, outcome: outcomeOf(chance, key, setOn, days) };
}

/** Done in time, late, no longer possible, not done, or moved and then done: for an action due in so many working days. */
function outcomeOf(chance: Chance, key: string, setOn: IsoDate, days: number): Intention[] {
  const on = (first: number, last: number): Occurred =>
    someTimeOn(chance, workingDaysLater(setOn, chance.between(first, last)));
  switch (chance.weigh({ inTime: 62, late: 15, notPossible: 7, notDone: 5, moved: 11 })) {
    case 'inTime':
      return [{ type: 'completeAction', occurred: on(1, days), action: key }];
    case 'late':
      return [{ type: 'completeAction', occurred: on(days + 1, days + 12), action: key }];
    case 'notPossible':
      return [{ type: 'actionNotPossible', occurred: on(1, days + 3), action: key }];
    case 'notDone':
      return [{ type: 'actionNotDone', occurred: on(days + 1, days + 8), action: key }];
    case 'moved': {
      const movedAfter = chance.between(Math.max(1, days - 2), days);
      const newDays = days + chance.between(5, 10);
      const to = workingDaysLater(setOn, newDays);
      const moved = duringDay(chance, workingDaysLater(setOn, movedAfter));
      return [
        { type: 'moveActionDue', occurred: moved, action: key, to },
        { type: 'completeAction', occurred: on(movedAfter + 1, newDays), action: key },
      ];
    }
  }
}

/** Within hours, or late on the next working day. */
function urgentOutcome(chance: Chance, key: string, setAt: Occurred): Intention {
  const nextDay = workingDaysLater(londonDate(setAt.at), 1);
  const occurred = chance.happens(0.8)
    ? minutesLater(setAt, chance.between(45, 120))
    : duringDay(chance, nextDay, 15, 17);
  return { type: 'completeAction', occurred, action: key };
}

function riskAndAgency(chance: Chance, frame: CaseFrame): Pick<PlannedAction, 'risk' | 'agency'> {
  const risk: ActionRisk = chance.weigh({
    physicalHarm: 26,
    stalking: 8,
    harmToChildren: frame.hasChildren ? 24 : 0,
    homelessness: 12,
    selfHarm: 7,
    substanceMisuse: 7,
    isolation: 8,
    perpetratorBehaviour: 8,
  });
  return { risk, agency: chance.pick(agenciesAgainst(risk, frame.areaCode)) };
}

function agenciesAgainst(risk: ActionRisk, areaCode: string): readonly string[] {
  const meeting: Record<ActionRisk, readonly string[]> = {
    physicalHarm: ['police', idvaServiceOf(areaCode)],
    stalking: ['police', idvaServiceOf(areaCode)],
    harmToChildren: [childrensServicesOf(areaCode), 'education', 'health-primary'],
    homelessness: ['housing'],
    selfHarm: ['mental-health', 'health-primary', 'health-acute'],
    substanceMisuse: ['substance-misuse'],
    isolation: ['voluntary', 'adult-social-care'],
    perpetratorBehaviour: ['probation', 'police'],
  };
  return meeting[risk];
}
