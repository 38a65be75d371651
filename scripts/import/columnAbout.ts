import type { ProblemCode } from '../../contracts/problemCode.ts';
import type { Cells } from './checkCells.ts';

/** In which of its columns a row says what is refused; the first that the file has. */
const columnsAbout: Partial<Record<ProblemCode, readonly string[]>> = {
  ORDER_TERM_OUTSIDE_LAW: ['at'],
  BAIL_RANK_TOO_LOW: ['authorisedBy'],
  AUTHORITY_MISSING: ['authorisedBy'],
  OWNER_MISSING: ['agency'],
  END_MISSING: ['at'],
  HAS_NO_DATE: ['at'],
  ENDS_BEFORE_IT_BEGINS: ['at'],
  BEGINS_LATER: ['from'],
  BEFORE_PROCEEDING: ['at', 'milestones'],
  NOT_IN_THESE_PROCEEDINGS: ['milestones'],
  UNKNOWN_PROCEEDING: ['proceedingKey'],
  PROCEEDING_HAS_HEARINGS: ['endedOn'],
  ADJOURNED_TO_THE_PAST: ['outcomeOn'],
  HEARING_NOT_YET: ['outcome'],
  UNKNOWN_AREA: ['area'],
  UNKNOWN_AGENCY: ['agency', 'agencies'],
  ADVISER_NOT_IN_SERVICE: ['adviser'],
  ADVISER_CONFLICT: ['adviser'],
  UNKNOWN_PRACTITIONER: ['adviser', 'goesAlong'],
  BORN_LATER: ['victimDateOfBirth'],
  PERPETRATOR_IS_VICTIM: ['perpetratorFamilyName'],
  MEDIUM_NOT_SAFE: ['contactMedium'],
  MESSAGE_NOT_SAFE: ['firstAttemptResult'],
};

/** The column that a refusal is about; undefined where it is not about one of its own. */
export function columnAbout(code: ProblemCode, cells: Cells): string | undefined {
  return columnsAbout[code]?.find((column) => Object.hasOwn(cells, column));
}
