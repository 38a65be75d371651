import { expect } from 'vitest';
import type { CaseView } from '../../../contracts/views/caseView.ts';
import type { MinutesView } from '../../../contracts/views/meetingDocumentViews.ts';
import type { Meeting } from './aMeetingOf.ts';
import { byKeyboard, type Keyboard } from './byKeyboard.ts';
import { until, type Office } from './office.ts';

/** The case in which the one who was to present it was called away. */
const deferred = 7;
/** How often somebody at the table presses Tab before they can say who presents the case: more holds up everybody. */
const mostTabsToPresenter = 5;

/**
 * Esther takes her meeting through its list without touching a mouse: who is there and has signed, fifteen cases with an
 * action each, one of them deferred, the end, and the minutes until they are out. Every key is pressed as she would press it.
 */
export async function chairRunsTheMeeting(office: Office, { meetingId, startsAt, references }: Meeting): Promise<void> {
  await office.clockComesTo(startsAt);
  const esther = await office.site.signInAs('esther.quaye');
  const keys = byKeyboard(esther);
  await esther.open(`/meetings/${meetingId}`);
  await keys.follow('Who is at the table');
  await seat(keys, 'Kent Police', 'Esther');
  await seat(keys, 'Housing', 'Owen');
  await keys.enter();

  await keys.follow('Take case 1');
  await keys.skipToContent();
  for (let number = 1; number <= references.length; number += 1) {
    expect(await esther.heading(), await esther.text()).toContain(`Case ${number} of ${references.length}`);
    if (number === deferred) await defer(keys);
    else await hear(keys, `Visit her this week, ${number}`);
  }
  await keys.follow('Conclude the meeting');
  await keys.follow('Conclude the meeting');
  await keys.follow('Minutes');
  expect(await esther.text()).toMatch(/Draft/);
  const minutes = await esther.text();
  expect(minutes.match(/Visit her this week/g)).toHaveLength(references.length - 1);
  expect(minutes).not.toContain(`Visit her this week, ${deferred}`);
  expect(minutes).toContain('The officer was called away.');
  await keys.follow('The meeting');
  await keys.follow('Confirm the minutes');
  await keys.follow('Confirm the minutes');
  await keys.follow('Send the minutes out');
  await keys.follow('Send them out');
  await esther.open(`/meetings/${meetingId}/agenda`);
  await everyCaseHasHeard(office, references);
  await housingReadsItsOwn(office, meetingId, references.length - 1);
}

/** An agency is there, by somebody who signs for confidentiality. */
async function seat(keys: Keyboard, agency: string, who: string): Promise<void> {
  await keys.tabTo(`Presence of ${agency}`);
  await keys.choose('Present');
  await keys.press('Tab');
  await keys.choose(who);
  await keys.tabTo(`Signed, ${agency}`);
  await keys.press('Space');
}

/** Presenter, what is to be done, by whom, against which risk; Enter records it and the next case follows. */
async function hear(keys: Keyboard, action: string): Promise<void> {
  expect(await keys.tabTo('Who presented it?')).toBeLessThanOrEqual(mostTabsToPresenter);
  await keys.choose('Kent Police');
  await keys.press('Tab');
  await keys.type(action);
  await keys.press('Tab');
  await keys.choose('Housing');
  await keys.press('Tab');
  await keys.choose('Stalk');
  await keys.press('Tab');
  await keys.enter();
}

async function defer(keys: Keyboard): Promise<void> {
  await keys.tabTo('heard');
  await keys.press('ArrowDown', 'Tab');
  await keys.choose('Nobody');
  await keys.press('Tab');
  await keys.type('The officer was called away.');
  await keys.follow('Record it and go on');
}

/** What the meeting decided reaches every case by itself. */
async function everyCaseHasHeard({ as }: Office, references: readonly string[]): Promise<void> {
  const heard = async (reference: string) => {
    const { body } = await as('amy.adeyemi').get<CaseView>(`/cases/${reference}`);
    return body.stage === 'heard' && body.actions.some(({ risk }) => risk === 'stalking');
  };
  await until(async () => {
    const each = await Promise.all(references.map(heard));
    return each.filter(Boolean).length === references.length - 1;
  }, 'all cases but the deferred one are heard, each with its action');
}

/** Minutes that are out are there for an agency, with what it is to do and nothing else. */
async function housingReadsItsOwn({ as }: Office, meetingId: string, count: number): Promise<void> {
  const { body } = await as('owen.tregear').get<MinutesView>(`/meetings/${meetingId}/minutes`);
  expect(body).toMatchObject({ state: 'sent', whole: false });
  expect(body.cases.flatMap(({ actions }) => actions)).toHaveLength(count);
}
