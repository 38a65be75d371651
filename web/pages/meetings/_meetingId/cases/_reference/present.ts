import type { MeetingBoardView } from '../../../../../../contracts/views/meetingBoardView.ts';
import type { CaseAtMeetingView } from '../../../../../../contracts/views/meetingDocumentViews.ts';
import type { Names } from '../../../../../../usecases/office/readNames.ts';
import { counted } from '../../../../../wording/days.ts';
import { choicesOf, labelOf, riskLabels } from '../../../../../wording/labels.ts';
import { deferralLabels, marksOf, researchResultLabels } from '../../../../../wording/meetings.ts';
import { plainWords } from '../../../../../wording/plainWords.ts';
import { actionRows, informationRows, spareActionRows } from './form.ts';

interface Given {
  readonly board: MeetingBoardView;
  readonly listed: MeetingBoardView['cases'][number] & { readonly number: number };
  readonly agencies: readonly { readonly code: string; readonly name: string }[];
  /** The agencies that were asked about this case, which come first in every choice. */
  readonly asked: readonly string[];
  readonly names: Names;
}

/** One case at the table in words, with what its form may be answered by. */
export function presentCaseAtMeeting(view: CaseAtMeetingView, { board, listed, agencies, asked, names }: Given) {
  const first = agencies.filter(({ code }) => asked.includes(code));
  const rest = agencies.filter(({ code }) => !asked.includes(code));
  const used = view.taken?.actions.length ?? 0;
  return {
    address: `/meetings/${board.meetingId}`,
    number: listed.number,
    of: board.cases.length,
    taken: view.taken !== null,
    caseHref: `/cases/${view.reference}`,
    victim: view.victim,
    perpetrator: view.perpetrator,
    marks: marksOf(listed, names),
    openActions: listed.openActions === 0 ? null : counted(listed.openActions, 'action is open', 'actions are open'),
    research: view.research.map(({ agency, result, words }) => ({
      agency: names.agency(agency) ?? '',
      result: labelOf(researchResultLabels, result),
      missing: result === 'missing',
      words: plainWords(words),
    })),
    agencies: [...first, ...rest].map(({ code, name }) => ({ value: code, text: name })),
    risks: choicesOf(riskLabels),
    deferrals: choicesOf(deferralLabels),
    actionRows: rows('actions', Math.max(actionRows, used + spareActionRows)),
    informationRows: rows('information', Math.max(informationRows, (view.taken?.information.length ?? 0) + 1)),
  };
}

function rows(list: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({ name: `${list}.${index}`, number: index + 1 }));
}
