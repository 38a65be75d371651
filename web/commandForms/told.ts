import { choicesOf, mediumLabels } from '../wording/labels.ts';
import { type Field, note, reason } from './commandForm.ts';

/** Why a contact was made outside of how the victim can be reached safely: asked of every contact. */
export const outsideSafeContact: Field = {
  ...reason,
  name: 'outsideSafeContactBecause',
  label: 'Why outside of what is safe? (only if it was)',
  hint: 'At another time, in another way, or by a message where none may be left.',
};

/** Whether and how a victim was told something, or why there is no safe way. */
export const toldFields: readonly Field[] = [
  {
    kind: 'radios',
    name: 'result',
    label: 'What happened?',
    choices: [
      { value: 'told', text: 'The victim was told' },
      { value: 'noSafeWay', text: 'There is no safe way to tell the victim' },
    ],
  },
  {
    kind: 'select',
    name: 'medium',
    label: 'How were they told?',
    choices: choicesOf(mediumLabels),
    only: { name: 'result', is: 'told' },
  },
  { ...outsideSafeContact, only: { name: 'result', is: 'told' } },
  { ...note, only: { name: 'result', is: 'told' } },
  { ...reason, only: { name: 'result', is: 'noSafeWay' } },
];
