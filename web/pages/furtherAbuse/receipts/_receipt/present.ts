import type { ReportLedTo } from '../../../../../usecases/furtherAbuse/reportReceipt.ts';

interface Follows {
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** What follows from a report, said to somebody who may see the case of the two people. */
export function followsWords({ kind, reference, repeat }: ReportLedTo): Follows {
  const earlier = { text: `Their case before: ${reference}`, href: `/cases/${reference}` };
  switch (kind) {
    case 'repeat':
      return {
        text: `It is a repeat: the flag of the two people runs on the day it happened. A new case ${repeat === null ? 'is being opened' : 'is open'} and goes on the list of the next meeting, whatever the score. The IDVA service is asked to reach the victim.`,
        links: [...(repeat === null ? [] : [{ text: `The new case: ${repeat}`, href: `/cases/${repeat}` }]), earlier],
      };
    case 'noFlag':
      return {
        text: 'It is not a repeat: on the day it happened no flag ran for the two people. Your report is kept with their case, and whoever looks after it is told.',
        links: [{ ...earlier, text: `Their case: ${reference}` }],
      };
    case 'afterEnd':
      return {
        text: 'The last case of the two people has ended, and so has its flag. Its coordinator finds your report among what is stuck. Where the risk is high, refer the two anew: nobody does it for you.',
        links: [
          { text: 'Refer somebody to MARAC', href: '/refer' },
          { ...earlier, text: `Their last case: ${reference}` },
        ],
      };
  }
}
