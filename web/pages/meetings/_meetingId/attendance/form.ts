import type { MinutesView } from '../../../../../contracts/views/meetingDocumentViews.ts';
import { typed } from '../../../../form/dates.ts';
import type { Fields } from '../../../../form/fields.ts';
import { rowOnPage, rowsTyped } from '../../../../form/rows.ts';

/** The rows of the table that say something: agencies of which nobody has said whether they are there are left out. */
const said = (fields: Fields) => rowsTyped(fields, 'attendees').filter(([, row]) => typed(row, 'presence') !== '');

/** Makes the body of the command of the table as it was filled in. */
export function readAttendance(fields: Fields): unknown {
  return {
    attendees: said(fields).map(([, row]) => ({
      agency: typed(row, 'agency'),
      presence: typed(row, 'presence'),
      ...(typed(row, 'practitioner') === '' ? {} : { practitioner: typed(row, 'practitioner') }),
      ...(typed(row, 'name') === '' ? {} : { name: typed(row, 'name') }),
      signed: typed(row, 'signed') === 'yes',
    })),
  };
}

/** The field of the table that a fault in the body is about. */
export function attendanceField(at: string, fields: Fields): string {
  const kept = said(fields).map(([number]) => number);
  return at === 'attendees' ? 'attendees.0.presence' : rowOnPage(at, 'attendees', kept, 'name');
}

/** Rows one may fill in beside those of the agencies that were asked. */
const spareRows = 3;

/** One row of the table; the agency of a spare row is chosen on the page. */
export interface AttendanceRow {
  readonly name: string;
  readonly agency: string | null;
}

/** The rows of the table: everybody recorded before, then each agency that was asked and is not among them, then some to spare. */
export function attendanceRows(recorded: MinutesView['attendees'], asked: readonly string[]) {
  const known = recorded.map(({ agency }) => agency ?? '');
  const agencies = [...known, ...asked.filter((agency) => !known.includes(agency))];
  const rows = agencies.map((agency, index): AttendanceRow => ({ name: `attendees.${index}`, agency }));
  const spare = Array.from({ length: spareRows }, (_, index): AttendanceRow => {
    return { name: `attendees.${agencies.length + index}`, agency: null };
  });
  return [...rows, ...spare];
}

/** What was recorded last, as the fields of the form. */
export function attendanceValues(recorded: MinutesView['attendees']): Fields {
  const values: Record<string, string> = {};
  for (const [index, { presence, practitionerId, name, signed }] of recorded.entries()) {
    const field = (part: string) => `attendees.${index}.${part}`;
    values[field('presence')] = presence;
    values[field('practitioner')] = practitionerId ?? '';
    values[field('name')] = name?.state === 'open' && typeof name.text === 'string' ? name.text : '';
    values[field('signed')] = signed ? 'yes' : '';
  }
  return values;
}
