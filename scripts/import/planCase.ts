import type { IsoDate } from '../../domain/calendar/time.ts';
import type { TableRow } from '../../platform/readTable.ts';
import { actionSteps } from './actionSteps.ts';
import { adoptionStep } from './adoptionStep.ts';
import type { CaseloadFile } from './caseloadFile.ts';
import { type Cells, type Fault, type Looked, several } from './checkCells.ts';
import { childName, childOf, childSteps } from './childSteps.ts';
import { closingSteps } from './closingSteps.ts';
import { actionColumns, caseColumns, childColumns, type Column, dateColumns } from './columns.ts';
import { dateSteps } from './dateSteps.ts';
import { meetingSteps, referrerToldSteps } from './meetingSteps.ts';
import type { KnownOffice, Office } from './readOffice.ts';
import type { Step } from './step.ts';
import { supportSteps } from './supportSteps.ts';

/** A case that can be taken over: what is sent for it, in order, and what stands in its rows. */
export interface PlannedCase {
  readonly row: number;
  readonly caseKey: string;
  readonly steps: readonly Step[];
  readonly cells: Cells;
  readonly children: readonly Cells[];
  readonly actions: readonly Cells[];
  readonly dates: readonly Cells[];
}

export interface Beside {
  readonly children: readonly TableRow[];
  readonly actions: readonly TableRow[];
  readonly dates: readonly TableRow[];
}

/** Where the faults of a row of a file go. */
export type FaultIn = (file: CaseloadFile) => (row: number) => Fault;

interface Looking {
  readonly today: IsoDate;
  readonly office: KnownOffice;
  readonly faultIn: FaultIn;
}

/** Stands for an adviser of whom the product was not asked. */
const anAdviser = '00000000-0000-4000-8000-000000000000';

/**
 * What a row leads to with the rows beside it. A case is silent until the last request, so that nobody is reminded of
 * what was done already.
 */
export function planCase({ row, cells }: TableRow, beside: Beside, looking: Looking): PlannedCase {
  const looked = look('cases', { row, cells }, caseColumns, looking);
  const adviserId = adviserOf(looked, looking.office);
  const children = beside.children.map((each) => look('children', each, childColumns, looking));
  const adoption = adoptionStep(
    looked,
    children.map((child) => ({ name: childName(child.cells), child: childOf(child) })),
  );
  checkReferred(looked);
  const actions = beside.actions.map((each) => actionSteps(lookBeside('actions', each, actionColumns)));
  const dates = beside.dates.map((each) => dateSteps(lookBeside('dates', each, dateColumns)));
  const openActions = beside.actions.filter((each) => each.cells['outcome'] === '').length;
  const steps: Step[] = [
    adoption,
    ...meetingSteps(looked),
    ...children.flatMap((child) => childSteps(child, cells)),
    ...supportSteps(looked, adviserId),
    ...actions.flat(),
    ...dates.flat(),
    ...referrerToldSteps(looked),
    ...closingSteps(looked, { openActions, datesStanding: beside.dates.length }),
    { name: 'caughtUp', by: 'marac', path: '/caught-up', body: {} },
  ];
  const cellsOf = (rows: readonly TableRow[]) => rows.map((each) => each.cells);
  return {
    row,
    caseKey: cells['caseKey'] ?? '',
    steps,
    cells,
    children: cellsOf(beside.children),
    actions: cellsOf(beside.actions),
    dates: cellsOf(beside.dates),
  };

  /** What happened in a case did not happen before its referral. */
  function lookBeside(file: CaseloadFile, each: TableRow, columns: readonly Column[]): Looked {
    const beheld = look(file, each, columns, looking);
    const began = file === 'actions' ? 'setOn' : 'knownOn';
    const day = each.cells[began] ?? '';
    if (day !== '' && day < (cells['referredOn'] ?? ''))
      beheld.fault(began, 'This lies before the referral of its case.');
    return beheld;
  }
}

/** The same without declaring it caught up: what the files do not hold can be entered before anybody is reminded. */
export function leftSilent(planned: PlannedCase): PlannedCase {
  return { ...planned, steps: planned.steps.filter(({ name }) => name !== 'caughtUp') };
}

function look(
  file: CaseloadFile,
  { row, cells }: TableRow,
  columns: readonly Column[],
  { today, office, faultIn }: Looking,
): Looked {
  const fault = faultIn(file)(row);
  for (const { name, needed } of columns)
    if (needed && (cells[name] ?? '') === '') fault(name, 'Something has to stand here.');
  const looked = { cells, today, fault };
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

/** Names are compared as people write them. */
function adviserOf({ cells, fault }: Looked, office: KnownOffice): string | undefined {
  const name = cells['adviser'] ?? '';
  if (name === '') return undefined;
  if (office === 'unknown') return anAdviser;
  const id = office.advisers.get(name.toLowerCase());
  if (id === undefined) fault('adviser', 'No one adviser here has this name. Write it as the product has it.');
  return id;
}
