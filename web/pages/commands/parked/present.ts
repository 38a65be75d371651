import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import { caseCommands } from '../../../../usecases/commands/caseCommands.ts';
import type { Names } from '../../../../usecases/office/readNames.ts';
import type { ParkedView } from '../../../../usecases/parked/listParked.ts';
import { linkWordsOf } from '../../../commandForms/commandForms.ts';
import { counted, momentWords } from '../../../wording/days.ts';
import { labelOf } from '../../../wording/labels.ts';

/** A parked command in words: what was to be recorded, where, since when, and the kind of fault; never what was written. */
export function presentParked(parked: ParkedView, names: Names, now: IsoInstant) {
  const { commandId, type, problem, area, reference, attempt, since } = parked;
  return {
    href: `/commands/parked/${commandId}`,
    what: whatWords(type),
    // The system administrator sees no case: what they are told apart by is the end of their own id.
    about: reference ?? `Number ${commandId.slice(-6)}`,
    caseHref: reference === null || type === 'submitReferral' ? null : `/cases/${reference}`,
    area: area === null ? null : names.area(area),
    since: momentWords(since, now),
    fault: labelOf({}, problem),
    tries: attempt === 0 ? null : `Sent again ${counted(attempt, 'time')}`,
  };
}

function whatWords(type: string): string {
  const command = caseCommands.find((each) => each.type === type);
  return (command && linkWordsOf(command)) ?? labelOf({ submitReferral: 'Receive a referral' }, type);
}
