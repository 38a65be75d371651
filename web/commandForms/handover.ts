import { outwardKinds } from '../../domain/lifecycle/facts/handover.ts';
import { handoverLabels } from '../wording/labels.ts';
import { reason, type CommandForm } from './commandForm.ts';

/** What becomes of things handed to services outside MARAC, and where a case goes without consent. */
export const handoverForms: readonly CommandForm[] = [
  {
    path: '/handover-refusals',
    label: 'Refuse what was handed over, or give it back',
    before: 'The coordinator of the area decides what follows. Until then nobody has taken it on.',
    button: 'Record the refusal',
    done: 'The refusal is recorded; the area decides what follows.',
    fields: [{ kind: 'handover', which: 'standing', name: 'handoverId', label: 'What is not taken on?' }, reason],
  },
  {
    path: '/onward-referrals',
    label: 'Refer on to a service outside MARAC',
    button: 'Refer on',
    done: 'The service is asked, and chased until it answers.',
    fields: [
      {
        kind: 'radios',
        name: 'kind',
        label: 'For what?',
        choices: outwardKinds.map((value) => ({ value, text: handoverLabels[value] })),
      },
      { kind: 'agency', name: 'to', label: 'To whom?' },
      { kind: 'yes', name: 'urgent', label: 'It is urgent: to be acknowledged within 24 hours' },
      { kind: 'text', name: 'request', label: 'What is asked of them (optional)', max: 4_000 },
      {
        kind: 'handover',
        which: 'refused',
        name: 'insteadOf',
        label: 'In place of something that was refused (optional)',
      },
    ],
  },
  {
    path: '/refusal-settlements',
    label: 'Decide that nobody else is asked after a refusal',
    button: 'Record the decision',
    done: 'The decision is recorded.',
    fields: [{ kind: 'handover', which: 'refused', name: 'handoverId', label: 'What was refused?' }, reason],
  },
  {
    path: '/consent-decision',
    label: 'Decide where the case goes without consent',
    button: 'Record the decision',
    done: 'The decision is recorded and carried out.',
    fields: [
      {
        kind: 'radios',
        name: 'decision',
        label: 'Where does the case go?',
        choices: [
          { value: 'marac', text: 'To MARAC' },
          { value: 'idvaService', text: 'To the IDVA service' },
          { value: 'standardRiskService', text: 'To the service for cases below the threshold' },
        ],
      },
      reason,
    ],
  },
];
