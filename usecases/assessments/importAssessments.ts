import {
  type AssessmentImportBody,
  type LoneAssessmentBody,
  loneAssessmentSchema,
} from '../../contracts/loneAssessment.ts';
import { type FaultyPart, meaningOf, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { newId } from '../../platform/ids.ts';
import { knownAssessments } from '../../store/assessments/findAssessments.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { type AssessmentDesk, prepareAssessment } from './prepareAssessment.ts';
import { readTable } from '../../platform/readTable.ts';
import { assessmentDesk } from './recordAssessment.ts';
import { type AssessmentToWrite, rowHash, writeAssessments } from './writeAssessments.ts';

const columns = [
  'reference',
  'area',
  'agency',
  'takenAt',
  'victimGivenNames',
  'victimFamilyName',
  'victimDateOfBirth',
  'perpetratorGivenNames',
  'perpetratorFamilyName',
  'perpetratorDateOfBirth',
  'relationship',
  'count',
  'policeGrade',
  'history',
] as const;
type Column = (typeof columns)[number];
type Row = Readonly<Record<Column, string>>;
interface NumberedRow {
  readonly row: number;
  readonly cells: Row;
}
const mostRows = 1_000;

export interface Imported {
  readonly ok: true;
  readonly dryRun: boolean;
  readonly rows: number;
  readonly recorded: number;
  readonly known: number;
}

/**
 * Takes a table of assessments, all of it or nothing: every cell at fault is named, a dry run changes nothing, and rows
 * that are on record already, by the agency's own reference, change nothing either.
 */
export async function importAssessments(
  deps: Dependencies,
  request: CommandRequest,
  { csv, dryRun }: AssessmentImportBody,
): Promise<Imported | RequestProblem> {
  const rows = readRows(csv);
  if ('ok' in rows) return rows;
  const desk = await assessmentDesk(deps, request);
  const read = rows.map((row) => readRow(desk, request, row));
  const faults = [...read.flatMap((each) => ('parts' in each ? each.parts : [])), ...twice(rows)];
  if (faults.length > 0) return problem('NOT_AS_DESCRIBED', faults);
  const all = read.flatMap((each) => ('parts' in each ? [] : [each]));
  return deps.store.prisma.$transaction(
    async (tx): Promise<Imported | RequestProblem> => {
      const known = await knownAssessments(
        tx,
        all.map(({ assessmentId }) => assessmentId),
      );
      const changed = all.flatMap((each, index) => {
        const hash = known.get(each.assessmentId);
        return hash === undefined || hash === each.bodyHash
          ? []
          : [{ at: `row ${rows[index]?.row}, reference`, problem: 'It is on record already, with other contents.' }];
      });
      if (changed.length > 0) return problem('NOT_AS_DESCRIBED', changed);
      const fresh = all.filter(({ assessmentId }) => !known.has(assessmentId));
      const result = {
        ok: true,
        dryRun,
        rows: all.length,
        recorded: fresh.length,
        known: all.length - fresh.length,
      } as const;
      if (dryRun || fresh.length === 0) return result;
      await writeAssessments(tx, deps, request, fresh);
      return result;
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
}

/** The rows by the names of their columns, or what is wrong with the table as a whole. */
function readRows(csv: string): readonly NumberedRow[] | RequestProblem {
  const wrong = (what: string) => problem('NOT_AS_DESCRIBED', [{ at: 'csv', problem: what }]);
  const table = readTable(
    csv,
    columns.map((name) => ({ name, needed: true })),
  );
  if (!table.ok)
    return problem(
      'NOT_AS_DESCRIBED',
      table.faults.map(({ row, column, problem: what }) => ({ at: `row ${row}, ${column}`, problem: what })),
    );
  if (table.rows.length === 0) return wrong('There is no row below the names.');
  if (table.rows.length > mostRows) return wrong(`A table has at most ${mostRows} rows. Send it in parts.`);
  return table.rows;
}

function readRow(
  desk: AssessmentDesk,
  request: CommandRequest,
  { row, cells }: NumberedRow,
): AssessmentToWrite | { readonly parts: readonly FaultyPart[] } {
  const place = (at: string) => `row ${row}, ${columnOf(at)}`;
  if (cells.reference === '')
    return {
      parts: [
        { at: place('reference'), problem: 'Give the agency’s own reference, so that the same row is known again.' },
      ],
    };
  const parsed = loneAssessmentSchema.safeParse(bodyOf(cells));
  if (!parsed.success)
    return {
      parts: oncePerCell(
        parsed.error.issues.map(({ path, message }) => ({ at: place(path.join('.')), problem: message })),
      ),
    };
  const body: LoneAssessmentBody = parsed.data;
  const prepared = prepareAssessment(desk, body, newId());
  if (!prepared.ok)
    return {
      parts: (prepared.parts ?? [{ at: 'reference', problem: meaningOf(prepared.code) }]).map((part) => ({
        ...part,
        at: place(part.at),
      })),
    };
  const hash = rowHash(bodyOf(cells));
  return { ...prepared, key: `row/${prepared.assessmentId}`, bodyHash: hash };
}

/** The first thing that is wrong with each cell: what follows from it says nothing more. */
function oncePerCell(parts: readonly FaultyPart[]): readonly FaultyPart[] {
  return parts.filter(({ at }, index) => parts.findIndex((each) => each.at === at) === index);
}

/** What is not there is left out, so that the contract says what is missing. */
function bodyOf(row: Row): object {
  const given = (text: string) => (text === '' ? undefined : text);
  const person = (who: 'victim' | 'perpetrator') => ({
    givenNames: row[`${who}GivenNames`],
    familyName: row[`${who}FamilyName`],
    dateOfBirth: given(row[`${who}DateOfBirth`]),
  });
  return {
    reference: row.reference,
    area: row.area,
    agency: row.agency,
    // A row without its moment would be taken for now.
    occurredAt: row.takenAt,
    victim: person('victim'),
    perpetrator: person('perpetrator'),
    relationship: row.relationship,
    count: row.count === '' ? undefined : numberOf(row.count),
    policeGrade: given(row.policeGrade),
    history: row.history === '' ? undefined : ({ yes: true, no: false }[row.history] ?? row.history),
  };
}

/** What is no number goes on as it was typed: the contract says what is wrong with it. */
function numberOf(text: string): number | string {
  return /^\d{1,3}$/.test(text) ? Number(text) : text;
}

function columnOf(at: string): string {
  if (at === 'occurredAt') return 'takenAt';
  const [who, part] = at.split('.');
  return part === undefined ? at : `${who}${part[0]?.toUpperCase()}${part.slice(1)}`;
}

function twice(rows: readonly NumberedRow[]): readonly FaultyPart[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, cells: { agency, reference } }) => {
    const key = `${agency}/${reference.toUpperCase()}`;
    const first = seen.get(key);
    seen.set(key, first ?? row);
    return first === undefined || reference === ''
      ? []
      : [{ at: `row ${row}, reference`, problem: `It stands in row ${first} already.` }];
  });
}
