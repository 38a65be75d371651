import fs from 'node:fs';
import { londonDate } from '../../domain/calendar/london.ts';
import { developmentPorts } from '../launch/developmentPorts.ts';
import { productClient } from '../year/productClient.ts';
import { planFile } from './planFile.ts';
import { sendRows } from './sendRows.ts';

// npm run import -- file.csv [--take] [--as subject]: what a file would do, and with --take does it. See docs/import.md.
const say = (line: string) => console.log(line);

async function main(args: readonly string[]): Promise<number> {
  const file = args.find((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--as');
  const as = args[args.indexOf('--as') + 1];
  if (file === undefined || (args.includes('--as') && as === undefined)) {
    console.error('npm run import -- file.csv [--take] [--as subject]. The columns are in docs/import.md.');
    return 2;
  }
  const planned = planFile(fs.readFileSync(file, 'utf8'), londonDate(new Date().toISOString()));
  if (!planned.ok) {
    for (const { row, column, problem } of planned.bad) say(`Row ${String(row)}, ${column}: ${problem}`);
    say(`${String(planned.bad.length)} cells cannot be taken. Nothing was sent.`);
    return 1;
  }
  if (!args.includes('--take')) {
    for (const { row, steps } of planned.rows) say(`Row ${String(row)}: ${steps.map(({ name }) => name).join(', ')}.`);
    say(`${String(planned.rows.length)} cases would be taken over. Nothing was sent: add --take to do it.`);
    return 0;
  }
  const ports = developmentPorts(process.env);
  const at = (port: number) => `http://127.0.0.1:${String(port)}`;
  const token = process.env['MARAC_TOKEN'];
  const api = process.env['MARAC_API'] ?? at(ports.api);
  const client = productClient({ api, identity: at(ports.identity), ...(token ? { token } : {}) });
  const results = await sendRows(client, args.includes('--as') ? (as ?? '') : 'amy.adeyemi', planned.rows, (result) => {
    say(`Row ${String(result.row)}: ${result.problem ?? `taken over as ${String(result.reference)}.`}`);
  });
  const failed = results.filter(({ problem }) => problem !== null).length;
  say(`${String(results.length - failed)} cases are taken over, ${String(failed)} are not.`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // The words of an unforeseen fault might quote the file: its kind has to do.
  console.error(
    `The import stopped: ${(error as NodeJS.ErrnoException).code ?? (error as Error).name}. Start it again and it goes on.`,
  );
  process.exitCode = 1;
}
