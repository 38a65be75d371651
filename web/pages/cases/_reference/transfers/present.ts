import type { CaseView } from '../../../../../contracts/views/caseView.ts';
import type { IsoInstant } from '../../../../../domain/calendar/time.ts';
import type { Names } from '../../../../../usecases/office/readNames.ts';
import { toldWords } from '../../../../wording/days.ts';
import { plainWords } from '../../../../wording/plainWords.ts';

const states = {
  pending: { text: 'Waits for an answer', colour: 'yellow' },
  refused: { text: 'Refused', colour: 'red' },
  accepted: { text: 'Accepted', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
} as const;

/** Where a case was sent and what became of it, the latest first; the pack only for who may read it. */
export function transfersOf(view: CaseView, names: Names, mayReadPack: boolean, now: IsoInstant) {
  return view.transfers.toReversed().map((each) => ({
    from: names.area(each.from),
    to: each.to === null ? 'a MARAC outside this system' : names.area(each.to),
    outside: plainWords(each.outside, 'name'),
    contact: plainWords(each.outside, 'contact'),
    asked: toldWords(each.requestedAt, now),
    reason: plainWords(each.reason),
    answered: each.answeredAt && toldWords(each.answeredAt, now),
    answer: plainWords(each.answer),
    state: states[each.status],
    packHref: mayReadPack ? `/cases/${view.reference}/transfers/${each.transferId}/pack` : null,
  }));
}
