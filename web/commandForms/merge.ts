import { reason, type CommandForm } from './commandForm.ts';

/** Two referrals of one incident, and two incidents after all. */
export const mergeForms: readonly CommandForm[] = [
  {
    path: '/merge',
    label: 'Merge it into another case of the same two people',
    before:
      'Only where both tell of one incident. The other case goes on for both and is counted once, shared between the agencies that referred. This one leaves its list and reminds nobody any more, except of what was asked of others. It can be undone.',
    button: 'Merge the referral',
    done: 'The referral is merged. The other case goes on for both.',
    fields: [
      { kind: 'sameTwo', name: 'into', label: 'Which case goes on?' },
      { ...reason, label: 'How do you know that it is one incident?' },
    ],
  },
  {
    path: '/merge-undoing',
    label: 'Undo the merge',
    before: 'The referral stands for itself again, and is listed again where it was to be heard.',
    button: 'Undo the merge',
    done: 'The merge is undone.',
    fields: [reason],
  },
];
