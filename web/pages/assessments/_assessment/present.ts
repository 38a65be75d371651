import type { LoneAssessmentView } from '../../../../contracts/views/loneAssessmentView.ts';
import { londonDate } from '../../../../domain/calendar/london.ts';
import { dashQuestions, dashVersion } from '../../../../domain/dash/questions.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import type { Names } from '../../../../usecases/office/readNames.ts';
import { identitiesAsTyped } from '../../../form/identity.ts';
import type { Fields } from '../../../form/fields.ts';
import { assessedWords, assessmentStatusLabels } from '../../../wording/assessments.ts';
import { dayWords, dueWords, sentence, toldWords } from '../../../wording/days.ts';
import { gradeLabels, labelOf, relationshipLabels } from '../../../wording/labels.ts';
import { personWords } from '../../../wording/people.ts';
import { plainWords } from '../../../wording/plainWords.ts';
import { dashAnswerLabels, dashField } from '../../refer/drafts/_draft/questions.ts';

interface Given {
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

/** Whom an assessment is about, and what came of it: what has to be before whoever decides what follows. */
export function whoAndHow(view: LoneAssessmentView, names: Names, now: IsoInstant) {
  const person = (who: LoneAssessmentView['victim']) => {
    const words = personWords(who);
    return words === null
      ? ''
      : [words.name, ...words.details.map(({ key, value }) => `${key.toLowerCase()} ${value}`)].join(', ');
  };
  return [
    { key: 'The victim', value: person(view.victim) },
    { key: 'The person causing harm', value: person(view.perpetrator) },
    { key: 'What they are to the victim', value: labelOf(relationshipLabels, saidIn(view)?.relationship ?? null) },
    { key: 'Grade', value: labelOf(gradeLabels, view.grade) },
    { key: 'Assessed by', value: assessedWords(view) },
    {
      key: 'Events that come together',
      value: view.escalationOn.map((on) => dayWords(on, londonDate(now))).join('; '),
    },
    { key: 'By whom', value: `${names.agency(view.agency) ?? ''}, ${names.area(view.area)}` },
    { key: 'When', value: sentence(toldWords(view.takenAt, now)) },
  ];
}

/** An assessment in words, its answers with the questions they were given to. */
export function presentAssessment(view: LoneAssessmentView, { names, nameOf, now }: Given) {
  const said = saidIn(view);
  return {
    status: assessmentStatusLabels[view.status],
    overdue: view.overdue,
    owed: owedWords(view, names, view.due && dueWords(view.due, now)),
    rows: [
      ...whoAndHow(view, names, now),
      { key: 'Their reference', value: said?.reference ?? '' },
      { key: 'Handed over to', value: names.agency(view.service) ?? '' },
      { key: 'When it was handed over', value: view.handedOverAt === null ? '' : toldWords(view.handedOverAt, now) },
      { key: 'When they answered', value: view.answeredAt === null ? '' : toldWords(view.answeredAt, now) },
      { key: 'Decided by', value: nameOf(view.settledById) ?? '' },
      { key: 'When it was settled', value: view.settledAt === null ? '' : toldWords(view.settledAt, now) },
    ],
    reason: plainWords(view.reason),
    refusal: plainWords(view.refusal),
    reasonHeading: view.status === 'notHandedOver' ? 'Why no service is asked' : 'Why it led to no referral',
    answers: answersOf(said).map((answer, index) => ({
      question: dashQuestions[index] ?? '',
      answer: labelOf(dashAnswerLabels, answer),
    })),
  };
}

/** What is owed, by whom and by when; null where nothing is. */
function owedWords({ status, grade, service }: LoneAssessmentView, names: Names, due: string | null): string | null {
  const by = due === null ? '' : `, due ${due}`;
  const who = names.agency(service) ?? 'The service';
  if (status === 'open') {
    const why =
      grade === 'high' ? 'Graded high' : 'The last of several events that come together to potential escalation';
    return `${why}: it has to become a referral${by}, or somebody decides that it does not.`;
  }
  if (status === 'handedOver') return `${who} has to say that they take it on${by}. Until they have, nobody has it.`;
  if (status === 'handoverRefused')
    return `${who} does not take it on: another service is asked${by}, or somebody decides that none is. Until then nobody has it.`;
  return null;
}

/** What a referral begins with that is made of an assessment: whom it is about, and what was assessed. */
export function referralFrom(view: LoneAssessmentView): Fields {
  const said = saidIn(view);
  const { victim, perpetrator } = view;
  return {
    area: view.area,
    ...(view.agency === null ? {} : { 'referringAgencies.0': view.agency }),
    ...identitiesAsTyped({ victim, perpetrator }),
    ...(said?.relationship === undefined ? {} : { relationship: said.relationship }),
    ...(view.policeGrade === null ? {} : { policeGrade: view.policeGrade }),
    ...Object.fromEntries(answersOf(said).map((answer, index) => [dashField(index), answer])),
  };
}

interface Said {
  readonly reference?: string | null;
  readonly relationship?: string;
  readonly assessment?: { readonly tool: string; readonly version: string; readonly answers?: unknown } | null;
}

/** What was recorded in words; null where it is not shown to the reader, or was erased. */
function saidIn({ details }: LoneAssessmentView): Said | null {
  return details?.state === 'open' && typeof details.text === 'object' ? details.text : null;
}

/** The answers of a checklist in today's wording; those to another wording are not shown as answers to this one. */
function answersOf(said: Said | null): readonly string[] {
  const { tool, version, answers } = said?.assessment ?? {};
  return tool === 'DASH' && version === dashVersion && Array.isArray(answers) ? (answers as string[]) : [];
}
