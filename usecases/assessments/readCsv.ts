/** A table as rows of cells; null where a quotation mark is never closed, or stands where it cannot. */
export function readCsv(text: string): readonly (readonly string[])[] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  const table = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < table.length) {
    const found = cell.exec(table);
    if (!found) return null;
    const [, quoted, plain = '', end] = found;
    row.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === ',' && cell.lastIndex < table.length) continue;
    if (end === ',') row.push('');
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.some((each) => each !== ''));
}
