import {
  adjournmentLabels,
  bailAuthorityLabels,
  conditionLabels,
  dateChangeLabels,
  milestoneLabels,
  milestoneResultLabels,
  proceedingLabels,
  proceedingOutcomeLabels,
  reviewReasonLabels,
} from '../wording/courtLabels.ts';
import { choicesOf, liveDateLabels, liveDateOutcomeLabels, riskChangeLabels } from '../wording/labels.ts';
import { note, type CommandForm, type Field } from './commandForm.ts';
import { toldFields } from './told.ts';

const { hearing: _hearing, ...datesKept } = liveDateLabels;
const conditions: Field = {
  kind: 'checkboxes',
  name: 'conditions',
  label: 'Conditions (optional)',
  choices: choicesOf(conditionLabels),
};
const authorisedBy: Field = {
  kind: 'select',
  name: 'authorisedBy',
  label: 'Who authorised the bail? (only for bail)',
  choices: choicesOf(bailAuthorityLabels),
};
const company: Field = { kind: 'people', name: 'goesAlong', label: 'Who goes along? (optional)', role: 'idva' };
const aHearing = '/hearings/:liveDateId';
const aDate = '/live-dates/:liveDateId';

/** Courts: proceedings, hearings and what becomes of them. */
const hearingForms: readonly CommandForm[] = [
  {
    path: '/hearings',
    label: 'Add a hearing at court',
    button: 'Add the hearing',
    done: 'The hearing is kept in sight from now on.',
    fields: [
      { kind: 'moment', name: 'at', label: 'When is it?' },
      { kind: 'line', name: 'where', label: 'Which court? (optional)' },
      company,
      note,
    ],
  },
  {
    path: `${aHearing}/adjournment`,
    label: 'Adjourned',
    button: 'Record the adjournment',
    done: 'The adjournment is recorded; the old date is kept.',
    fields: [
      { kind: 'radios', name: 'because', label: 'Why?', choices: choicesOf(adjournmentLabels) },
      { kind: 'moment', name: 'to', label: 'To when? (optional)', hint: 'Leave it out where there is no date yet.' },
      note,
    ],
  },
  {
    path: `${aHearing}/company`,
    label: 'Who goes along',
    button: 'Record it',
    done: 'Who goes along is recorded.',
    fields: [company],
  },
  {
    path: '/proceedings',
    label: 'Record that a matter is before a court',
    button: 'Record the proceedings',
    done: 'The proceedings are recorded.',
    fields: [
      { kind: 'radios', name: 'kind', label: 'Before which kind of court?', choices: choicesOf(proceedingLabels) },
      { kind: 'line', name: 'court', label: 'Which court? (optional)' },
      { kind: 'yes', name: 'specialist', label: 'It is a specialist domestic violence court' },
      { kind: 'date', name: 'startedOn', label: 'When did it begin? (optional)' },
      note,
    ],
  },
  {
    path: '/proceedings/:proceedingId/milestones',
    label: 'Record a milestone',
    button: 'Record the milestone',
    done: 'The milestone is recorded.',
    fields: [
      { kind: 'radios', name: 'milestone', label: 'What was reached?', choices: choicesOf(milestoneLabels) },
      {
        kind: 'select',
        name: 'result',
        label: 'What was decided? (optional)',
        choices: choicesOf(milestoneResultLabels),
      },
      note,
    ],
  },
  {
    path: '/proceedings/:proceedingId/end',
    label: 'The proceedings are over',
    button: 'Record the end',
    done: 'The end of the proceedings is recorded.',
    fields: [{ kind: 'radios', name: 'outcome', label: 'They are', choices: choicesOf(proceedingOutcomeLabels) }, note],
  },
];

/** Orders, notices, bail, releases and applications: dates outside that must not be missed. */
const dateForms: readonly CommandForm[] = [
  {
    path: '/live-dates',
    label: 'Add an order, a notice, bail or a release',
    button: 'Add it',
    done: 'It is kept in sight from now on.',
    fields: [
      { kind: 'radios', name: 'kind', label: 'What is it?', choices: choicesOf(datesKept) },
      {
        kind: 'moment',
        name: 'at',
        label: 'When does it end, or take place? (optional)',
        hint: 'Leave it out where nobody knows, or it has no end.',
      },
      { kind: 'moment', name: 'from', label: 'Since when? (optional)', hint: 'When it was made, served or granted.' },
      conditions,
      { kind: 'agency', name: 'agency', label: 'Who has to bring it to court, or to answer? (optional)' },
      authorisedBy,
      { kind: 'line', name: 'where', label: 'Which court or prison? (optional)' },
      note,
    ],
  },
  {
    path: `${aDate}/outcome`,
    label: 'Record what came of it',
    button: 'Record the outcome',
    done: 'The outcome is recorded.',
    fields: [
      { kind: 'select', name: 'outcome', label: 'What came of it?', choices: choicesOf(liveDateOutcomeLabels) },
      note,
    ],
  },
  {
    path: `${aDate}/date`,
    label: 'It has another end',
    button: 'Record the new end',
    done: 'The new end is recorded; the old one is kept.',
    fields: [
      { kind: 'moment', name: 'to', label: 'When is it now?' },
      { kind: 'radios', name: 'because', label: 'Why?', choices: choicesOf(dateChangeLabels) },
      authorisedBy,
      note,
    ],
  },
  {
    path: `${aDate}/reviews`,
    label: 'Review the risk around it',
    button: 'Record the review',
    done: 'The review is recorded.',
    fields: [
      { kind: 'radios', name: 'because', label: 'Why now?', choices: choicesOf(reviewReasonLabels) },
      { kind: 'radios', name: 'change', label: 'The risk is', choices: choicesOf(riskChangeLabels) },
      note,
    ],
  },
  {
    path: `${aDate}/breaches`,
    label: 'It was not kept',
    before: 'A breach is further abuse: it is looked at as such, and the risk is reviewed.',
    button: 'Record the breach',
    done: 'The breach is recorded.',
    fields: [
      { kind: 'text', name: 'whatHappened', label: 'What happened?', max: 10_000 },
      { ...conditions, label: 'Which conditions were not kept? (optional)' },
    ],
  },
  {
    path: `${aDate}/result-told`,
    label: 'The victim heard of it',
    button: 'Record it',
    done: 'It is recorded.',
    fields: toldFields,
  },
];

export const courtForms: readonly CommandForm[] = [...hearingForms, ...dateForms];
