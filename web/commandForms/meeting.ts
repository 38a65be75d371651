import { reason, type CommandForm } from './commandForm.ts';

/** A case and its meeting. */
export const meetingForms: readonly CommandForm[] = [
  {
    path: '/listing',
    label: 'Put it on the list of a meeting',
    button: 'Put it on the list',
    done: 'The case is on the list.',
    fields: [
      {
        kind: 'meeting',
        name: 'meetingId',
        label: 'Meeting (optional)',
        hint: 'Left out: the first whose cut-off has not passed.',
      },
      {
        ...reason,
        label: 'Why? (optional)',
        hint: 'Needed where a meeting has heard the case already: what is new, or what of the plan has failed.',
      },
    ],
  },
  {
    path: '/late-admission',
    label: 'Take it onto a locked list',
    before: 'The chair decides this. Every agency with a part is asked about the case at once.',
    button: 'Take it onto the list',
    done: 'The case is on the list, and the agencies are asked.',
    fields: [{ kind: 'lockedMeeting', name: 'meetingId', label: 'Which meeting?' }, reason],
  },
  {
    path: '/emergency-listing',
    label: 'Take it to an emergency meeting',
    before: 'Call the meeting first, on the page of meetings. Agencies are asked to answer within 24 hours.',
    button: 'Take it there',
    done: 'The case goes to the emergency meeting.',
    fields: [{ kind: 'emergencyMeeting', name: 'meetingId', label: 'Which meeting?' }, reason],
  },
  {
    path: '/listing-removal',
    label: 'Take it off the list',
    button: 'Take it off the list',
    done: 'The case is off the list.',
    fields: [reason, { kind: 'line', name: 'decidedBy', label: 'Who decided?' }],
  },
  {
    path: '/hearing',
    label: 'Record what the meeting decided',
    button: 'Record it',
    done: 'The meeting’s decision is recorded.',
    fields: [
      { kind: 'ownMeeting', name: 'meetingId', label: 'Meeting' },
      {
        kind: 'radios',
        name: 'outcome',
        label: 'What happened?',
        choices: [
          { value: 'heard', text: 'The case was heard', hint: 'Set its actions afterwards, one by one.' },
          { value: 'deferred', text: 'It was deferred', hint: 'It is listed again by itself.' },
        ],
      },
      {
        kind: 'text',
        name: 'minute',
        label: 'Minute (optional)',
        max: 20_000,
        only: { name: 'outcome', is: 'heard' },
      },
      { ...reason, label: 'Why was it deferred?', only: { name: 'outcome', is: 'deferred' } },
      { kind: 'agencies', name: 'attendance', label: 'Who was there? (optional)' },
    ],
  },
  {
    path: '/heard-elsewhere',
    label: 'Record that it was heard elsewhere',
    before:
      'The case was taken over. Give the day of the meeting as the day on which it happened: telling the victim and the referrer count from it.',
    button: 'Record it',
    done: 'It is recorded that the case had been heard. Enter the actions that were set, with their dates.',
    fields: [
      { kind: 'line', name: 'source', label: 'Which MARAC heard it, and where is that written down?' },
      { kind: 'text', name: 'decided', label: 'What did it decide? (optional)', max: 20_000 },
      { kind: 'date', name: 'gradedOn', label: 'When was it graded? (optional)' },
    ],
  },
  {
    path: '/plan-review',
    label: 'Record what became of the last plan',
    button: 'Record the review',
    done: 'The review of the last plan is recorded.',
    fields: [{ kind: 'text', name: 'findings', label: 'What became of the last plan?', max: 10_000 }],
  },
  {
    path: '/deferral-decision',
    label: 'Decide on the deferral',
    before:
      'The case was deferred again, and is on the list of the next meeting. Where it cannot wait that long, call it to an emergency meeting or take it onto a locked list; either answers this as well.',
    button: 'Record the decision',
    done: 'The decision is recorded, and the coordinator told.',
    fields: [
      {
        kind: 'radios',
        name: 'decision',
        label: 'What is decided?',
        choices: [
          { value: 'agreed', text: 'It waits for its next meeting' },
          {
            value: 'mustBeHeard',
            text: 'Its next meeting has to hear it',
            hint: 'Whoever is to brief is asked to come or to send somebody.',
          },
        ],
      },
      reason,
    ],
  },
  {
    path: '/interim-decision',
    label: 'Decide what protects the victim until a meeting',
    before:
      'The risk has risen, or the meeting is far off. Where something can be done now, set it as an action; where it cannot wait, call the case to an emergency meeting. Either answers this as well.',
    button: 'Record the decision',
    done: 'The decision is recorded.',
    fields: [
      {
        kind: 'radios',
        name: 'decision',
        label: 'What was decided?',
        choices: [
          { value: 'interimPlan', text: 'Something protects the victim until then' },
          { value: 'notNeeded', text: 'Nothing more is needed' },
        ],
      },
      { ...reason, label: 'What protects until then, or why is nothing more needed?' },
    ],
  },
];
