import { londonDate } from '../calendar/london.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { type DutyChange, fallsAway, nobody, starts, theCaseOf } from './dutyChange.ts';

/** A repeat has its last plan reviewed before the agenda of the meeting goes out, unless that was done already. */
export function planReviewFor({ data }: Fact<'caseListed'>, standing: CaseStanding): readonly DutyChange[] {
  if (standing.repeatOfId === null || standing.planReviewed) return [];
  const review = starts('planReview', theCaseOf(standing), nobody, { meetingOn: data.meetingOn });
  return [fallsAway(['planReview'], 'listedAgain'), review];
}

/** On a list already, a case found to be a repeat has its last plan reviewed before that meeting; what is listed now is asked by that fact. */
export function repeatFound({ occurred }: Fact<'repeatFound'>, standing: CaseStanding): readonly DutyChange[] {
  const { meetingOn, planReviewed } = standing;
  if (meetingOn === null || planReviewed || meetingOn < londonDate(occurred.at)) return [];
  return [starts('planReview', theCaseOf(standing), nobody, { meetingOn })];
}
