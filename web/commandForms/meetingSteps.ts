import type { MeetingCommand } from '../../usecases/meetings/meetingCommand.ts';
import { reason, type CommandForm } from './commandForm.ts';

/** The forms of what is done with a meeting as a whole, in the order in which it is done. */
export const meetingStepForms: readonly CommandForm[] = [
  {
    path: '/lock',
    label: 'Lock the list now',
    before:
      'The list locks by itself when its cut-off has passed. Once it is locked, every agency with a part is asked what it knows, and a case comes in only by the chair’s decision.',
    button: 'Lock the list',
    done: 'The list is locked, and the agencies are asked.',
    fields: [],
  },
  {
    path: '/agenda-sending',
    label: 'Record that the agenda has gone out',
    before: 'Do it again if the list changed after the agenda went out.',
    button: 'The agenda has gone out',
    done: 'The agenda is recorded as sent.',
    fields: [],
  },
  {
    path: '/conclusion',
    label: 'Conclude the meeting',
    before:
      'What was decided goes to every case at once: actions are set, deferred cases are listed again, and the clocks begin. Nothing can be recorded at the table afterwards.',
    button: 'Conclude the meeting',
    done: 'The meeting is concluded. What was decided is on its way to every case.',
    grave: true,
    fields: [],
  },
  {
    path: '/minutes-confirmation',
    label: 'Confirm the minutes',
    before: 'From now on they change only by a new version with its reason.',
    button: 'Confirm the minutes',
    done: 'The minutes are confirmed.',
    fields: [{ kind: 'text', name: 'remarks', label: 'Anything to add to them (optional)', max: 20_000 }],
  },
  {
    path: '/minutes-sending',
    label: 'Send the minutes out',
    before: 'Each agency that was there or has an action is told, and finds its own actions alone.',
    button: 'Send them out',
    done: 'The minutes are out.',
    fields: [],
  },
  {
    path: '/minutes-corrections',
    label: 'Correct the minutes',
    before: 'The version that was confirmed stays. The next one has to go out again.',
    button: 'Make the new version',
    done: 'The new version of the minutes stands. Send it out.',
    fields: [{ kind: 'text', name: 'correction', label: 'What is corrected?', max: 20_000 }, reason],
  },
  {
    path: '/move',
    label: 'Move the meeting',
    before: 'Its cases move with it. What agencies have answered stays; what is missing is asked for by the new date.',
    button: 'Move the meeting',
    done: 'The meeting has moved, and its cases with it.',
    fields: [{ kind: 'moment', name: 'startsAt', label: 'To when?' }, reason],
  },
  {
    path: '/cancellation',
    label: 'Cancel the meeting',
    before: 'Every case on its list is listed again, on the next meeting whose list is open.',
    button: 'Cancel the meeting',
    done: 'The meeting is cancelled, and its cases are listed again.',
    grave: true,
    fields: [reason],
  },
];

/** The form of a step; none where a page of its own sends it. */
export function stepFormOf({ path }: Pick<MeetingCommand, 'path'>): CommandForm | undefined {
  return meetingStepForms.find((form) => form.path === path);
}
