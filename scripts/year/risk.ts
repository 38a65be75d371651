import { addMonths } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { YesNoUnknown } from '../../domain/lifecycle/facts/referral.ts';
import type { Grade, Route } from '../../domain/risk/grade.ts';
import type { PlannedChild, PlannedRisk } from './plannedCase.ts';
import type { Chance } from './random.ts';

/** The checklist's questions that the household answers, counted from 1: contact with children, and a baby. */
const aboutChildContact = 7;
const aboutPregnancyOrBaby = 9;
const questions = 24;

/**
 * Invents how the risk of a case was put, in keeping with its route into MARAC: a count of 14 or more, or a high grade
 * by the police, for visible high risk; fewer with a judgement or an escalation; anything for a repeat.
 */
export function inventRisk(
  chance: Chance,
  given: {
    readonly isRepeat: boolean;
    readonly byPolice: boolean;
    readonly children: readonly PlannedChild[];
    readonly on: IsoDate;
  },
): PlannedRisk {
  const route = given.isRepeat
    ? chance.weigh({ repeat: 90, visibleHighRisk: 10 })
    : chance.weigh({ visibleHighRisk: 72, professionalJudgement: 16, potentialEscalation: 12 });
  const dash = isCounted(chance, route, given.byPolice) ? answer(chance, yesCount(chance, route), given) : null;
  return {
    route,
    dash,
    policeGrade: given.byPolice ? policeGrade(chance, route) : null,
    judgement: route === 'professionalJudgement' ? 'high' : null,
  };
}

/** Whether anything is known by which the case can be graded. */
export function canBeGraded(risk: PlannedRisk): boolean {
  return risk.dash !== null || risk.policeGrade !== null || risk.judgement !== null;
}

type YearRoute = Extract<Route, 'visibleHighRisk' | 'professionalJudgement' | 'potentialEscalation' | 'repeat'>;

function isCounted(chance: Chance, route: YearRoute, byPolice: boolean): boolean {
  const uncounted = {
    visibleHighRisk: byPolice ? 0.05 : 0,
    professionalJudgement: 0.1,
    potentialEscalation: 0,
    repeat: 0.2,
  };
  return !chance.happens(uncounted[route]);
}

function yesCount(chance: Chance, route: YearRoute): number {
  switch (route) {
    case 'visibleHighRisk':
      return 14 + Math.floor(chance.next() ** 2 * 9);
    case 'professionalJudgement':
      return chance.between(7, 13);
    case 'potentialEscalation':
      return chance.between(6, 13);
    case 'repeat':
      return chance.between(4, 20);
  }
}

function policeGrade(chance: Chance, route: YearRoute): Grade {
  switch (route) {
    case 'visibleHighRisk':
      return 'high';
    case 'professionalJudgement':
      return 'medium';
    case 'potentialEscalation':
      return chance.weigh({ standard: 40, medium: 60 });
    case 'repeat':
      return chance.weigh({ standard: 15, medium: 35, high: 50 });
  }
}

/** The 24 answers, so many of them yes; what the household itself settles is answered accordingly. */
function answer(
  chance: Chance,
  yes: number,
  given: { readonly children: readonly PlannedChild[]; readonly on: IsoDate },
): YesNoUnknown[] {
  const settled = new Map<number, boolean>([[aboutPregnancyOrBaby, hasBabyOrIsExpecting(given.children, given.on)]]);
  if (given.children.length === 0) settled.set(aboutChildContact, false);
  const numbers = Array.from({ length: questions }, (_, index) => index + 1);
  const sure = numbers.filter((number) => settled.get(number) === true);
  const open = numbers.filter((number) => !settled.has(number));
  const ticked = new Set([...sure, ...chance.shuffle(open).slice(0, yes - sure.length)]);
  return numbers.map((number) => {
    if (ticked.has(number)) return 'yes';
    return settled.has(number) || chance.happens(0.75) ? 'no' : 'notKnown';
  });
}

function hasBabyOrIsExpecting(children: readonly PlannedChild[], on: IsoDate): boolean {
  return children.some((child) => child.unborn || child.dateOfBirth > addMonths(on, -18));
}
