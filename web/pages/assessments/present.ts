import type { LoneAssessmentView } from '../../../contracts/views/loneAssessmentView.ts';
import { londonDate } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import { assessedWords, assessmentStatusLabels } from '../../wording/assessments.ts';
import { dayWords, dueWords, wasDueWords } from '../../wording/days.ts';
import { gradeLabels, labelOf } from '../../wording/labels.ts';
import { personWords } from '../../wording/people.ts';

/** An assessment as a line of the list: whom it is about, what came of it, and by when it is to be referred. */
export function assessmentLine(view: LoneAssessmentView, names: Names, now: IsoInstant) {
  const { due, overdue } = view;
  return {
    href: `/assessments/${view.assessmentId}`,
    victim: personWords(view.victim)?.name ?? 'Not shown to you',
    perpetrator: personWords(view.perpetrator)?.name ?? '',
    grade: labelOf(gradeLabels, view.grade),
    assessed: assessedWords(view),
    from: `${names.agency(view.agency) ?? ''}, ${names.area(view.area)}`,
    taken: dayWords(londonDate(view.takenAt), londonDate(now)),
    due: due && (overdue ? wasDueWords(due, now) : dueWords(due, now)),
    overdue,
    status: assessmentStatusLabels[view.status],
    service: names.agency(view.service),
  };
}
