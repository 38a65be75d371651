import type { CellFault } from '../../platform/readTable.ts';

/** The tables of a caseload, in the order in which they are looked at: the cases, and what a case may have several of. */
export const caseloadFiles = ['cases', 'children', 'actions', 'proceedings', 'hearings', 'dates'] as const;
export type CaseloadFile = (typeof caseloadFiles)[number];
/** A table of what belongs to cases. */
export type FileBeside = Exclude<CaseloadFile, 'cases'>;

/** A cell that cannot be taken, named by file, row and column and never by what stands in it. */
export interface BadCell extends CellFault {
  readonly file: CaseloadFile;
}
