import { londonDate, occurredOnDay } from '../calendar/london.ts';
import { childrenOwed } from '../children/childrenOwed.ts';
import type { CaseFact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { Ask } from '../lifecycle/ask.ts';
import type { Found } from './found.ts';
import { reachedGrade } from './reachedGrade.ts';

type HearElsewhere = Extract<Ask, { type: 'hearElsewhere' }>;

/**
 * A meeting elsewhere heard the case on the day this happened. Where nobody has graded it here it is graded with it and
 * goes to MARAC whatever was counted: a MARAC has heard it. It is put on no list, and nobody is handed anything.
 */
export function hearElsewhere(
  ask: HearElsewhere,
  standing: CaseStanding,
  found: Pick<Found, 'occurred' | 'policy' | 'children'>,
): readonly CaseFact[] {
  const { occurred } = found;
  const data = { meetingOn: londonDate(occurred.at), contentId: ask.contentId };
  return [...gradedBefore(ask, standing, found), { type: 'heardElsewhere', occurred, data }];
}

function gradedBefore(
  { gradedOn, count, policeGrade, judgement, reasonId }: HearElsewhere,
  { grade }: CaseStanding,
  { occurred, policy, children }: Pick<Found, 'occurred' | 'policy' | 'children'>,
): readonly CaseFact[] {
  const by = { count, policeGrade, judgement, reasonId };
  const reached = grade === null ? reachedGrade(by, null, policy) : null;
  if (reached === null) return [];
  const on = gradedOn === null ? occurred : occurredOnDay(gradedOn);
  const owed = childrenOwed(children, reached.grade, policy);
  return [{ type: 'riskGraded', occurred: on, data: { ...by, ...reached, toMarac: true, childrenOwed: owed } }];
}
