import type { IsoDate } from '../../domain/calendar/time.ts';
import type { TableRow } from '../../platform/readTable.ts';
import { actionSteps } from './actionSteps.ts';
import { adoptionStep } from './adoptionStep.ts';
import { adviserOf, companyOf } from './advisersNamed.ts';
import type { CaseloadFile, FileBeside } from './caseloadFile.ts';
import { type Cells, type Fault, type Looked, several } from './checkCells.ts';
import { childName, childOf, childSteps } from './childSteps.ts';
import { closingSteps, type KeepingOpen } from './closingSteps.ts';
import { columnsOf } from './columns.ts';
import { dateSteps } from './dateSteps.ts';
import { hearingSteps } from './hearingSteps.ts';
import { meetingSteps, referrerToldSteps } from './meetingSteps.ts';
import { proceedingEndSteps, proceedingSteps } from './proceedingSteps.ts';
import type { KnownOffice, Office } from './readOffice.ts';
import { rehearse } from './rehearse.ts';
import { plannedStep, type PlannedStep, type RowStep } from './step.ts';
import { supportSteps } from './supportSteps.ts';

/** A case that can be taken over: what is sent for it, in order, and what stands in its rows. */
export interface PlannedCase extends Readonly<Record<FileBeside, readonly Cells[]>> {
  readonly row: number;
  readonly caseKey: string;
  readonly steps: readonly PlannedStep[];
  readonly cells: Cells;
}

/** The rows of a file that belong to a case. */
export type OwnRows = (file: FileBeside) => readonly TableRow[];

/** Where the faults of a row of a file go. */
export type FaultIn = (file: CaseloadFile) => (row: number) => Fault;

interface Looking {
  readonly today: IsoDate;
  readonly office: KnownOffice;
  readonly faultIn: FaultIn;
}

/** The day on which what stands in a row began, where that cannot be before the referral. */
const beganIn: Partial<Record<FileBeside, string>> = { actions: 'setOn', hearings: 'knownOn', dates: 'knownOn' };

/**
 * What a row leads to with the rows beside it. A case is silent until the last request, so that nobody is reminded of
 * what was done already.
 */
export function planCase({ row, cells }: TableRow, own: OwnRows, { faultIn, ...known }: Looking): PlannedCase {
  let isAtFault = false;
  const looking: Looking = {
    ...known,
    faultIn: (file) => (of) => (column, problem) => {
      isAtFault = true;
      faultIn(file)(of)(column, problem);
    },
  };
  const beside = (file: FileBeside) => own(file).map((each) => lookBeside(file, each, cells, looking));
  const looked = look('cases', { row, cells }, looking);
  const children = beside('children');
  const inCourt = courtSteps(beside, known.office);
  const steps: RowStep[] = [
    adoptionStep(
      looked,
      children.map((child) => ({ name: childName(child.cells), child: childOf(child) })),
    ),
    ...meetingSteps(looked),
    ...children.flatMap((child) => childSteps(child, cells)),
    ...supportSteps(looked, adviserOf(looked, known.office)),
    ...beside('actions').flatMap(actionSteps),
    ...inCourt,
    ...referrerToldSteps(looked),
    ...closingSteps(looked, keepingOpen(own)),
    { looked, column: 'caseKey', step: { name: 'caughtUp', by: 'marac', path: '/caught-up', body: {} } },
  ];
  checkReferred(looked);
  // Cells at fault cannot be gone through by the rules; what these would say comes when they are right.
  if (!isAtFault)
    rehearse(inCourt, { area: cells['area'] ?? '', referredOn: cells['referredOn'] ?? '', today: known.today });
  const cellsOf = (file: FileBeside) => own(file).map((each) => each.cells);
  return {
    ...{ row, caseKey: cells['caseKey'] ?? '', steps: steps.map(plannedStep), cells },
    ...{ children: cellsOf('children'), actions: cellsOf('actions'), proceedings: cellsOf('proceedings') },
    ...{ hearings: cellsOf('hearings'), dates: cellsOf('dates') },
  };
}

/** Proceedings with what they reached, then their hearings, then their ends; and what courts and the police set beside. */
function courtSteps(beside: (file: FileBeside) => readonly Looked[], office: KnownOffice): readonly RowStep[] {
  const proceedings = beside('proceedings');
  const proceedingKeys = proceedings.map(({ cells }) => cells['proceedingKey'] ?? '');
  return [
    ...proceedings.flatMap(proceedingSteps),
    ...hearingSteps(beside('hearings'), { proceedingKeys, companyOf: (looked) => companyOf(looked, office) }),
    ...proceedings.flatMap(proceedingEndSteps),
    ...beside('dates').flatMap(dateSteps),
  ];
}

function keepingOpen(own: OwnRows): KeepingOpen {
  const isOpen = ({ cells }: TableRow) => cells['outcome'] === '';
  const hearings = own('hearings');
  return {
    openActions: own('actions').filter(isOpen).length,
    datesStanding: own('dates').length + hearings.filter(isOpen).length + adjournedWithoutDate(hearings),
    resultsToTell: hearings.filter((each) => !isOpen(each) && each.cells['toldOn'] === '').length,
  };
}

/** What was adjourned and no row goes on with stands as a hearing without a day. */
function adjournedWithoutDate(hearings: readonly TableRow[]): number {
  const goesOn = new Set(hearings.map(({ cells }) => cells['adjournedFrom']));
  return hearings.filter(({ cells }) => cells['outcome'] === 'adjourned' && !goesOn.has(cells['hearingKey'])).length;
}

/** What happened in a case did not happen before its referral. */
function lookBeside(file: FileBeside, each: TableRow, ofCase: Cells, looking: Looking): Looked {
  const beheld = look(file, each, looking);
  const began = beganIn[file] ?? '';
  const day = each.cells[began] ?? '';
  if (day !== '' && day < (ofCase['referredOn'] ?? ''))
    beheld.fault(began, 'This lies before the referral of its case.');
  return beheld;
}

/** The same without declaring it caught up: what the files do not hold can be entered before anybody is reminded. */
export function leftSilent(planned: PlannedCase): PlannedCase {
  return { ...planned, steps: planned.steps.filter(({ name }) => name !== 'caughtUp') };
}

function look(file: CaseloadFile, { row, cells }: TableRow, { today, office, faultIn }: Looking): Looked {
  const fault = faultIn(file)(row);
  for (const { name, needed } of columnsOf[file])
    if (needed && (cells[name] ?? '') === '') fault(name, 'Something has to stand here.');
  const looked = { file, row, cells, today, fault };
  if (office !== 'unknown') checkCodes(looked, office);
  return looked;
}

function checkReferred({ cells, today, fault }: Looked): void {
  if ((cells['referredOn'] ?? '') > today) fault('referredOn', 'This day is still to come.');
}

/** Codes that the product does not know would stop a case half-way. */
function checkCodes({ cells, fault }: Looked, { areas, agencies }: Office): void {
  if (cells['area'] && !areas.has(cells['area'])) fault('area', 'There is no area with this code here.');
  for (const column of ['agencies', 'agency', 'childrensServices'])
    if (several(cells, column).some((code) => !agencies.has(code)))
      fault(column, 'There is no agency with this code here.');
}
