import type { AssessmentBody } from '../../contracts/assessment.ts';
import { countDash } from '../../domain/dash/countDash.ts';
import { dashQuestions } from '../../domain/dash/questions.ts';
import type { AssessmentTaken } from '../../domain/lifecycle/facts/referral.ts';
import type { Grade } from '../../domain/risk/grade.ts';

/** How words are put aside: their kind and the words, for the id under which they will be found. */
type Keep = (kind: string, words: unknown, name?: string) => string;

/**
 * An assessment as the case remembers it: tool, version and count as facts, the answers with the wording that was
 * shown as content. Only a DASH count is graded by, so the count of another form stays among its answers.
 */
export function assessmentTaken(
  assessment: AssessmentBody | undefined,
  policeGrade: Grade | undefined,
  assessmentId: string,
  keep: Keep,
): AssessmentTaken | null {
  if (!assessment) {
    if (!policeGrade) return null;
    return { assessmentId, tool: 'gradeOnly', toolVersion: '1', count: null, policeGrade, contentId: null };
  }
  const { tool, version: toolVersion } = assessment;
  const common = { assessmentId, tool, toolVersion, policeGrade: policeGrade ?? null };
  if (assessment.tool !== 'DASH')
    return { ...common, count: null, contentId: keep('assessment', assessment, 'assessment/answers') };
  const { answers, ...rest } = assessment;
  const asked = dashQuestions.map((question, index) => ({ question, answer: answers[index] ?? 'notKnown' }));
  return {
    ...common,
    count: countDash(answers),
    contentId: keep('assessment', { ...rest, answers: asked }, 'assessment/answers'),
  };
}
