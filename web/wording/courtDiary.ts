import type { CourtDiaryView } from '../../contracts/views/courtDiaryView.ts';
import type { Labels } from './labels.ts';

/** What a line of the court diary is about; opaque enough to stand on a locked screen. */
export const diaryLabels: Labels<CourtDiaryView['what']> = {
  hearing: 'Hearing',
  outcomeDue: 'Outcome due',
  toCourt: 'Due at court',
  answerDue: 'Answer due',
  ends: 'Ends',
  release: 'Release',
};
