import { adviserKindLabels } from '../wording/advisers.ts';
import { safeContactQuestions } from '../wording/safeContact.ts';
import {
  attemptLabels,
  choicesOf,
  engagementLabels,
  exitLabels,
  mediumLabels,
  supportEndLabels,
} from '../wording/labels.ts';
import { note, reason, type CommandForm } from './commandForm.ts';
import { outsideSafeContact, toldFields } from './told.ts';

const { none: _none, ...engagements } = engagementLabels;

/** The work of the IDVA service with the victim. */
export const supportForms: readonly CommandForm[] = [
  {
    path: '/contact-attempts',
    label: 'Record an attempt to reach the victim',
    before:
      'Look at safe contact on the case first. “It was not safe” stops all contact until the service manager decides.',
    button: 'Record the attempt',
    done: 'The attempt is recorded.',
    fields: [
      { kind: 'radios', name: 'result', label: 'What came of it?', choices: choicesOf(attemptLabels) },
      { kind: 'select', name: 'medium', label: 'How did you try?', choices: choicesOf(mediumLabels) },
      outsideSafeContact,
      note,
    ],
  },
  {
    path: '/safe-contact-proposals/:proposalId/decision',
    label: 'Decide what a referral says of safe contact',
    before:
      'What stands was kept. Take over only what you know to be safe: ask the victim where you can. A suspension of contact is not lifted by this.',
    button: 'Record the decision',
    done: 'It is decided, in every case of this victim.',
    grave: true,
    fields: [
      {
        kind: 'checkboxes',
        name: 'take',
        label: 'What of the referral’s answers is taken over?',
        hint: 'Everything else stays as it stands. Choose none to leave it all.',
        choices: choicesOf(safeContactQuestions),
      },
      { ...reason, label: 'Why? (needed where nothing is taken over)' },
    ],
  },
  {
    path: '/engagement',
    label: 'Record where the victim stands with the service',
    button: 'Record it',
    done: 'It is recorded.',
    fields: [{ kind: 'radios', name: 'status', label: 'The victim is', choices: choicesOf(engagements) }, note],
  },
  {
    path: '/safety-plans',
    label: 'Record the safety plan',
    button: 'Record the plan',
    done: 'The safety plan is recorded.',
    fields: [
      {
        kind: 'covers',
        name: 'covers',
        label: 'Whom is it for?',
        hint: 'The duty is met when nobody is left without a plan.',
      },
      { kind: 'text', name: 'plan', label: 'The plan', max: 20_000 },
    ],
  },
  {
    path: '/safety-plans/:planId/reviews',
    label: 'Record a review of this plan',
    button: 'Record the review',
    done: 'The review of the plan is recorded.',
    fields: [
      {
        kind: 'radios',
        name: 'outcome',
        label: 'The plan',
        choices: [
          { value: 'stands', text: 'stands as it is' },
          { value: 'changed', text: 'has to change', hint: 'Record the new version afterwards.' },
        ],
      },
      note,
    ],
  },
  {
    path: '/victim-views',
    label: 'Record what the victim wants the meeting to know',
    button: 'Record it',
    done: 'The view of the victim is recorded.',
    fields: [{ kind: 'text', name: 'view', label: 'In their own words where possible', max: 10_000 }],
  },
  {
    path: '/risk-reviews',
    label: 'Record a review of the risk',
    button: 'Record the review',
    done: 'The review is recorded.',
    before: 'A fresh checklist. How the risk has changed follows from both counts.',
    fields: [{ kind: 'dash', name: 'assessment', label: 'The checklist' }, note],
  },
  {
    path: '/outcome-told',
    label: 'Record that the victim heard the outcome',
    button: 'Record it',
    done: 'It is recorded.',
    fields: toldFields,
  },
  {
    path: '/allocation',
    label: 'Give the case to an adviser',
    button: 'Allocate',
    done: 'The case is allocated.',
    fields: [
      { kind: 'person', name: 'adviser', label: 'Adviser', role: 'idva' },
      {
        kind: 'select',
        name: 'kind',
        label: 'For which kind of support? (community if left out)',
        choices: choicesOf(adviserKindLabels),
      },
      {
        ...reason,
        label: 'Why? (optional)',
        hint: 'Needed where the adviser has no room left, or does not speak the victim’s language.',
      },
    ],
  },
  {
    path: '/contact-decision',
    label: 'Decide about suspended contact',
    before:
      'No timer lifts a suspension: somebody has to be sure that contact is safe again, in every case of this victim.',
    button: 'Record the decision',
    done: 'The decision is recorded.',
    fields: [
      {
        kind: 'radios',
        name: 'decision',
        label: 'Contact is',
        choices: [
          { value: 'resumed', text: 'Safe again: it is resumed' },
          { value: 'ended', text: 'Ended' },
        ],
      },
      reason,
    ],
  },
  {
    path: '/attempts-decision',
    label: 'Decide whether to go on trying',
    button: 'Record the decision',
    done: 'The decision is recorded.',
    fields: [
      {
        kind: 'radios',
        name: 'decision',
        label: 'The service',
        choices: [
          { value: 'continue', text: 'goes on trying' },
          { value: 'stop', text: 'stops trying' },
        ],
      },
      reason,
    ],
  },
  {
    path: '/support-end',
    label: 'Record that support has ended',
    button: 'Record it',
    done: 'The end of support is recorded.',
    fields: [
      { kind: 'radios', name: 'status', label: 'It ended', choices: choicesOf(supportEndLabels) },
      { kind: 'radios', name: 'exit.feltSafer', label: 'Does the victim feel safer?', choices: choicesOf(exitLabels) },
      { kind: 'radios', name: 'exit.abuseStopped', label: 'Has the abuse stopped?', choices: choicesOf(exitLabels) },
      note,
    ],
  },
  {
    path: '/referrer-told',
    label: 'Record that the referrer heard what became of it',
    button: 'Record it',
    done: 'It is recorded.',
    fields: [
      {
        kind: 'radios',
        name: 'about',
        label: 'What of?',
        choices: [
          { value: 'screening', text: 'The screening' },
          { value: 'meeting', text: 'The meeting' },
        ],
      },
      note,
    ],
  },
];
