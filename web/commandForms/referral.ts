import { choicesOf, gradeLabels, missingPartLabels } from '../wording/labels.ts';
import { note, type CommandForm, type Field } from './commandForm.ts';

const outcome = (is: string) => ({ name: 'outcome', is });

const optionally = (label: string) => `${label} (optional)`;
/** What a notification tells; nothing of it is asked where it was sent before. */
const childNotificationQuestions: readonly Field[] = [
  { kind: 'text', name: 'about.incident', label: 'What happened, and where were the children?', max: 4_000 },
  { kind: 'text', name: 'about.concerns', label: 'What is feared for them?', max: 4_000 },
  {
    kind: 'text',
    name: 'about.othersInvolved',
    label: optionally('Who else lives with them or was there?'),
    max: 4_000,
  },
  { kind: 'text', name: 'about.history', label: optionally('What is known from before?'), max: 4_000 },
  { kind: 'text', name: 'about.situation', label: optionally('How do they live now?'), max: 4_000 },
];

/** Screening, grading and telling the services around a referral. */
export const referralForms: readonly CommandForm[] = [
  {
    path: '/screening',
    label: 'Screen the referral',
    button: 'Record the screening',
    done: 'The screening is recorded.',
    fields: [
      {
        kind: 'radios',
        name: 'outcome',
        label: 'What becomes of the referral?',
        choices: [
          { value: 'accept', text: 'Accept it' },
          {
            value: 'returnAsIncomplete',
            text: 'Return it as incomplete',
            hint: 'Nothing stops for the victim: the adviser’s clock runs on.',
          },
          { value: 'decline', text: 'Decline it', hint: 'Not where a route into MARAC is met.' },
        ],
      },
      { ...note, name: 'advice', label: 'Advice to the referrer (optional)', only: outcome('accept') },
      {
        kind: 'checkboxes',
        name: 'missing',
        label: 'What is missing?',
        choices: choicesOf(missingPartLabels),
        only: outcome('returnAsIncomplete'),
      },
      { ...note, only: outcome('returnAsIncomplete') },
      {
        kind: 'radios',
        name: 'reason',
        label: 'Why is it declined?',
        choices: [
          {
            value: 'duplicate',
            text: 'It was referred already',
            hint: 'Where a route into MARAC is met, merge it with the other case instead.',
          },
          {
            value: 'wrongArea',
            text: 'It belongs to another area',
            hint: 'Where a route into MARAC is met, transfer it to that area instead.',
          },
          { value: 'belowThreshold', text: 'No route into MARAC is met' },
          { value: 'notDomesticAbuse', text: 'It is not domestic abuse' },
        ],
        only: outcome('decline'),
      },
      {
        ...note,
        name: 'advice',
        as: 'adviceInstead',
        label: 'What should the referrer do instead?',
        only: outcome('decline'),
      },
      {
        kind: 'disposals',
        name: 'liveDates',
        label: 'Orders, hearings and bail that still stand',
        only: outcome('decline'),
      },
    ],
  },
  {
    path: '/completion',
    label: 'Supply what was missing',
    button: 'Send it',
    done: 'What was missing is recorded; the referral is screened again.',
    fields: [
      { kind: 'text', name: 'supplied', label: 'What was missing', max: 10_000 },
      {
        kind: 'select',
        name: 'policeGrade',
        label: 'Police grade, if there is one now (optional)',
        choices: choicesOf(gradeLabels),
      },
    ],
  },
  {
    path: '/grade',
    label: 'Grade the risk',
    before:
      'The highest counts: of the checklist, the police grade and your judgement. What you leave out is taken from the latest assessment.',
    button: 'Grade it',
    done: 'The risk is graded.',
    fields: [
      { kind: 'number', name: 'count', label: 'DASH count, if it is another by now (optional)' },
      {
        kind: 'select',
        name: 'policeGrade',
        label: 'Police grade, if it is another by now (optional)',
        choices: choicesOf(gradeLabels),
      },
      {
        kind: 'select',
        name: 'judgement.grade',
        label: 'Your professional judgement (optional)',
        hint: 'It raises a grade and never lowers it.',
        choices: choicesOf(gradeLabels),
      },
      {
        kind: 'text',
        name: 'judgement.reason',
        label: 'Why do you judge so?',
        hint: 'Only with a judgement.',
        max: 2_000,
      },
      {
        kind: 'agency',
        name: 'handOverTo',
        label: 'Hand over to, where no route into MARAC is met (optional)',
        hint: 'Left out: the service of the area.',
      },
    ],
  },
  {
    path: '/child-notifications',
    label: 'Notify children’s services',
    before:
      'Who the children, their siblings and their parents are, the services read in the case. Tell them here what happened and what is feared.',
    button: 'Record the notification',
    done: 'The notification is recorded.',
    fields: [
      { kind: 'children', which: 'unnotified', name: 'children', label: 'Which children?' },
      {
        kind: 'agency',
        name: 'to',
        label: 'To whom (optional)',
        hint: 'Left out: the children’s services of the child’s address, where it is known which they are.',
      },
      { kind: 'yes', name: 'alreadySent', label: 'The police or somebody else has told them already' },
      ...childNotificationQuestions,
    ],
  },
  {
    path: '/acknowledgements',
    label: 'Record that something handed over has arrived',
    button: 'Record it',
    done: 'The acknowledgement is recorded.',
    fields: [{ kind: 'handover', which: 'unacknowledged', name: 'handoverId', label: 'What has arrived?' }],
  },
];
