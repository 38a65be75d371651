import type { TestProduct } from '../environment/startWorkerForTest.ts';
import type { OfferedForm } from './everyForm.ts';
import { filledIn, type Filling, lastChoice } from './filledIn.ts';
import { formOn, type Sent } from './reader.ts';

/**
 * What is answered in single forms where the first answer of each question would not be taken, or would end what the walk needs;
 * null: left out.
 */
const said: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  '/administration/people/:practitioner/end': { when: 'day', day: 'later' },
  '/administration/people/:practitioner/posts/:post/end': { when: 'day', day: 'later' },
  '/administration/people/:practitioner/posts': { role: 'supervisor', area: null, agency: null, until: null },
  '/administration/people/:practitioner/absences': { cover: null },
  '/administration/people/add': { subject: 'somebody.new' },
  '/administration/agencies/add': { code: 'somebody-new' },
  '/administration/areas/add': { code: 'somewhere-new' },
  '/administration/authorities/add': { code: 'surrey', places: 'GU1' },
  '/administration/authorities/:authority/school-years': {
    ...{ year: '2028/29', terms: '1/9/2028 to 20/10/2028', closed: null },
  },
  '/further-abuse/:report/settlement': { as: 'notOurs', reference: null },
  '/caseload/absence': { cover: null },
  '/caseload/handover': { to: lastChoice },
  '/meetings/new': { startsAtDay: 'later' },
  '/cases/:reference/heard-elsewhere': { occurredAtDay: 'today' },
  '/cases/:reference/transfers': { 'outside.name': null, 'outside.contact': null },
  '/assessments/new': { area: 'medway', 'perpetrator.familyName': 'Somebody else' },
};

/** Forms that put something down nowhere, each with why. */
export const putsDownNothing: Readonly<Record<string, string>> = {
  '/find': 'it leads to the case of a reference',
};

/** Forms whose second press leads where the first one led by another address, each with which. */
const leadsThereBy: Readonly<Record<string, string>> = {
  '/refer/drafts/:draftId/check': 'the receipt, which leads on to what is kept and not decided yet',
};

/** What came of a walk in which every form was sent three times. */
export interface SentTwice {
  /** Forms that were offered, filled in and put something down. */
  readonly done: readonly string[];
  /** Forms that were not taken, with what was said. */
  readonly notTaken: readonly string[];
  /** What a second or third sending changed or answered otherwise than the first. */
  readonly wrong: readonly string[];
}

/**
 * Fills in every form and sends it, then the very same twice more at one moment, as somebody does who presses again while nothing
 * seems to happen. Everything on record is compared before and after. Nothing else may write meanwhile.
 */
export async function sendEachTwice(
  product: TestProduct,
  forms: readonly OfferedForm[],
  filling: Filling,
): Promise<SentTwice> {
  const [done, notTaken, wrong] = [[] as string[], [] as string[], [] as string[]];
  for (const { by, address, page } of forms) {
    const shown = await by.get(address);
    if (!formOn(shown)) {
      notTaken.push(`${page.path}: not offered any more`);
      continue;
    }
    const answers = filledIn(shown, filling, saidIn(page.path, filling));
    const before = await onRecord(product);
    const first = await by.post(address, answers);
    const once = await onRecord(product);
    const again = await Promise.all([by.post(address, answers), by.post(address, answers)]);
    const changed = differing(once, await onRecord(product));
    if (differing(before, once).length > 0) done.push(page.path);
    else notTaken.push(`${page.path}: ${first.status} ${saidBy(first)}`);
    if (changed.length > 0) wrong.push(`${page.path} changes ${changed.join(', ')}`);
    for (const { status, to } of again) {
      const led = page.path in leadsThereBy && to !== null ? (await by.get(to)).to : to;
      if (status !== first.status || led !== first.to)
        wrong.push(`${page.path}: ${first.status} ${first.to ?? ''}, then ${status} ${led ?? ''}`);
    }
  }
  return { done, notTaken, wrong };
}

/** What is answered in one form; `today` and `later` are the days the walk has. */
function saidIn(path: string, { today, later }: Filling): Readonly<Record<string, string | null>> {
  const days: Readonly<Record<string, string>> = { today, later };
  const answers = Object.entries(said[path] ?? {});
  return Object.fromEntries(answers.map(([name, value]) => [name, days[value ?? ''] ?? value]));
}

const saidBy = ({ document }: Sent) =>
  [...document.querySelectorAll('.govuk-error-summary__list li')].map((each) => each.textContent?.trim()).join(' | ');

type OnRecord = ReadonlyMap<string, string>;

/** Who looked at what, and who is signed in, is put down with each sending. */
const besides = ['access_log', 'page_session', 'held_form', 'heartbeat', '_prisma_migrations'];

/** Everything on record, by its table: how many rows there are, and a digest of them. */
async function onRecord({ store: { prisma } }: TestProduct): Promise<OnRecord> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`;
  const digests = tables
    .filter(({ name }) => !besides.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as state from "${name}" t`,
    );
  const states = await prisma.$queryRawUnsafe<{ name: string; state: string }[]>(digests.join(' union all '));
  return new Map(states.map(({ name, state }) => [name, state]));
}

function differing(one: OnRecord, other: OnRecord): readonly string[] {
  return [...one].flatMap(([name, state]) => (other.get(name) === state ? [] : [name]));
}
