import type { Fact, FactData } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { done, type DutyChange, nobody, starts, theCaseOf } from './dutyChange.ts';

/** Listings that are somebody's answer to a risk that rose; the others only put off what was listed. */
const answers: readonly FactData['caseListed']['because'][] = ['graded', 'decided', 'late', 'emergency'];

/** A high-risk case whose meeting is far off is not left to wait, unless something is being done already. */
export function caseListed({ data }: Fact<'caseListed'>, standing: CaseStanding): readonly DutyChange[] {
  const answered = answers.includes(data.because) ? [done(['interimDecision'])] : [];
  if (data.because === 'meetingMoved' || data.farOff !== true || standing.grade !== 'high') return answered;
  return [...answered, ...unlessSomethingIsDone(standing)];
}

/** The same where it came to be high on the list. */
export function graded({ farOff }: FactData['riskGraded'], standing: CaseStanding): readonly DutyChange[] {
  return farOff === true ? unlessSomethingIsDone(standing) : [];
}

/** A risk that has risen is somebody's to answer, whatever is being done for the lower one. What another MARAC has is theirs. */
export function riskReviewed({ data }: Fact<'riskReviewed'>, standing: CaseStanding): readonly DutyChange[] {
  return data.risen === true && standing.stage !== 'transferred' ? decisionOwed(standing) : [];
}

function unlessSomethingIsDone(standing: CaseStanding): readonly DutyChange[] {
  return standing.openActionIds.length > 0 || standing.frozen ? [] : decisionOwed(standing);
}

function decisionOwed(standing: CaseStanding): readonly DutyChange[] {
  return [starts('interimDecision', theCaseOf(standing), nobody)];
}
