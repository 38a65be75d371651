import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import { formOn, type Reader, type SentForm } from './reader.ts';
import { addressOf, type Subjects } from './subjectsOfPages.ts';

/** A form as somebody is offered it. */
export interface OfferedForm {
  readonly page: Page;
  readonly subjects: Subjects;
  readonly address: string;
  readonly subject: string;
  readonly by: Reader;
  readonly form: SentForm;
}

const decided = 'source=The+steering+group';

/** Forms that are offered once somebody has chosen, by what stands in their address then. */
const chosenFirst: Readonly<Record<string, (subjects: Subjects) => string>> = {
  '/overdue/views': () => 'area=medway',
  '/overdue/bulk': ({ clockId = '' }) => `clock=${clockId}`,
  '/administration/changes/holiday': () => 'date=2027-06-03&name=A+day+of+rest&source=Proclaimed',
  '/administration/changes/figure': () => `area=thanet&figure=clocks.firstContact&value=2&${decided}`,
  '/administration/changes/ladder': () =>
    `area=thanet&ladder=action&steps=due+day:+owner%0A1+working+day+after:+coordinator%0Aevery+7+days:+chair&${decided}`,
  '/administration/changes/permission': () =>
    `area=thanet&clock=riskReview&reason=victimInHospital&permitted=false&${decided}`,
  '/administration/changes/pattern': () =>
    `area=dover&every=month&nth=2&weekday=3&at=15:45&onBankHoliday=nextWorkingDay&${decided}`,
};

/** Every page that takes a form, as it is offered to the first of these people to whom anybody offers it. */
export async function everyForm(
  everything: readonly Subjects[],
  readers: ReadonlyMap<string, Reader>,
): Promise<readonly OfferedForm[]> {
  const offered: OfferedForm[] = [];
  for (const page of pages.filter(({ form }) => form)) {
    const first = await firstOffer(page, everything, readers);
    if (first) offered.push(first);
  }
  return offered;
}

async function firstOffer(
  page: Page,
  everything: readonly Subjects[],
  readers: ReadonlyMap<string, Reader>,
): Promise<OfferedForm | null> {
  const asked = new Set<string>();
  for (const subjects of everything) {
    const address = askedAt(page, subjects);
    if (address === null || asked.has(address)) continue;
    asked.add(address);
    for (const [subject, by] of readers) {
      const form = formOn(await by.get(address));
      if (form) return { page, subjects, address, subject, by, form };
    }
  }
  return null;
}

/** The address of a page about these subjects, with what is chosen first where its form comes after a choice. */
function askedAt(page: Page, subjects: Subjects): string | null {
  const plain = addressOf(page, subjects);
  const question = chosenFirst[page.path]?.(subjects);
  return plain === null || question === undefined ? plain : `${plain}?${question}`;
}
