import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { londonDate } from '../../domain/calendar/london.ts';
import { developmentPorts } from '../launch/developmentPorts.ts';
import { productClient } from '../year/productClient.ts';
import { outlookOf } from './outlookOf.ts';
import { type BadCell, caseloadFiles } from './caseloadFile.ts';
import { leftSilent } from './planCase.ts';
import { type CaseloadTexts, planCaseload } from './planCaseload.ts';
import { readOffice } from './readOffice.ts';
import { rehearseInProduct } from './rehearseInProduct.ts';
import { type RowResult, type Senders, sendCases } from './sendCases.ts';

// npm run import -- cases.csv [--children file] [--actions file] … [--take [--silent]] [--as subject] [--service subject]:
// what files would do, and with --take does it. See docs/import.md.
const say = (line: string) => console.log(line);
const filesBeside = caseloadFiles.filter((file) => file !== 'cases');
const usage = `npm run import -- cases.csv ${filesBeside.map((file) => `[--${file} ${file}.csv]`).join(' ')} [--take [--silent]] [--as subject] [--service subject]. The columns are in docs/import.md.`;

const aFile = { type: 'string' } as const;
const options = {
  ...{ children: aFile, actions: aFile, proceedings: aFile, hearings: aFile, dates: aFile },
  take: { type: 'boolean', default: false },
  silent: { type: 'boolean', default: false },
  as: { type: 'string' },
  service: { type: 'string' },
} as const;

type Asked = NonNullable<ReturnType<typeof read>>;

/** What is asked for; null where no file of cases is named, or something is said that means nothing here. */
function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...others] = positionals;
    return file === undefined || others.length > 0 ? null : { ...values, file };
  } catch {
    return null;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const asked = read(args);
  if (asked === null) {
    console.error(usage);
    return 2;
  }
  const text = (name: string | undefined) => (name === undefined ? undefined : fs.readFileSync(name, 'utf8'));
  const texts = {
    cases: text(asked.file),
    ...Object.fromEntries(filesBeside.map((each) => [each, text(asked[each])])),
  };
  return asked.take ? takeOver(texts, asked) : lookFirst(texts, asked);
}

/** With what the product knows where it answers: without it names of advisers and codes stay unlooked at. */
async function lookFirst(texts: CaseloadTexts, asked: Asked): Promise<number> {
  const now = new Date().toISOString();
  const { marac, api } = sendersOf(asked);
  const office = (await answers(api)) ? await readOffice(marac.client, marac.as) : 'unknown';
  const planned = planCaseload(texts, londonDate(now), office);
  if (office === 'unknown')
    say('The product does not answer: what only it knows is looked at once it does, before anything is taken.');
  if (!planned.ok) return sayFaults(planned.bad);
  const { service } = sendersOf(asked);
  const foretold = office === 'unknown' ? null : await rehearseInProduct({ marac, service }, planned.cases);
  if (foretold && foretold.bad.length > 0) return sayFaults(foretold.bad);
  for (const each of planned.cases) say(`Row ${String(each.row)}: ${outlookOf(each, now).join(' ')}`);
  say(`${String(planned.cases.length)} cases would be taken over. Nothing was sent: add --take to do it.`);
  return 0;
}

/** Whether the product is there: asked once, and not for as long as it may take to come back. */
async function answers(api: string): Promise<boolean> {
  const answer = await fetch(`${api}/healthz`, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
  return answer?.ok ?? false;
}

async function takeOver(texts: CaseloadTexts, asked: Asked): Promise<number> {
  const today = londonDate(new Date().toISOString());
  const looked = planCaseload(texts, today, 'unknown');
  if (!looked.ok) return sayFaults(looked.bad);
  const senders = sendersOf(asked);
  const needsService = looked.cases.find(({ steps }) => steps.some(({ by }) => by === 'service'));
  if (needsService && senders.service === null) {
    say(
      `Row ${String(needsService.row)} says what the IDVA service did. Name who speaks for it: --service or MARAC_SERVICE_TOKEN.`,
    );
    say('Nothing was sent.');
    return 1;
  }
  const planned = planCaseload(texts, today, await readOffice(senders.marac.client, senders.marac.as));
  if (!planned.ok) return sayFaults(planned.bad);
  const cases = asked.silent ? planned.cases.map(leftSilent) : planned.cases;
  const foretold = await rehearseInProduct(senders, cases);
  if (foretold.bad.length > 0) return sayFaults(foretold.bad);
  const told = (result: RowResult) =>
    say(`Row ${String(result.row)}: ${result.problem ?? `taken over as ${String(result.reference)}.`}`);
  const results = await sendCases(senders, cases, told, foretold.keys);
  const failed = results.filter(({ problem }) => problem !== null).length;
  say(`${String(results.length - failed)} cases are taken over, ${String(failed)} are not.`);
  return failed === 0 ? 0 : 1;
}

/** In development by the sign-in of development, as Amy Adeyemi where nobody is named; elsewhere by tokens. */
function sendersOf({
  as = 'amy.adeyemi',
  service,
}: Asked): Senders & { readonly marac: NonNullable<Senders['marac']>; readonly api: string } {
  const ports = developmentPorts(process.env);
  const at = (port: number) => `http://127.0.0.1:${String(port)}`;
  const { MARAC_API: api = at(ports.api), MARAC_TOKEN: token, MARAC_SERVICE_TOKEN: serviceToken } = process.env;
  const client = (own: string | undefined) =>
    productClient({ api, identity: at(ports.identity), ...(own ? { token: own } : {}) });
  const speaks = service !== undefined || serviceToken;
  return {
    api,
    marac: { client: client(token), as },
    service: speaks ? { client: client(serviceToken), as: service ?? 'the service' } : null,
  };
}

function sayFaults(bad: readonly BadCell[]): number {
  for (const { file, row, column, problem } of bad)
    say(`${file === 'cases' ? 'Row' : `In ${file}, row`} ${String(row)}, ${column}: ${problem}`);
  say(`${String(bad.length)} cells cannot be taken. Nothing was sent.`);
  return 1;
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
