import { londonMoment } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { englandAndWales, workingDaysAfter, workingDaysBefore } from '../../domain/calendar/workingCalendar.ts';
import { developmentPeople } from '../../dev/identity/people.ts';
import { idvaServiceOf } from '../year/agencies.ts';
import { yearAreas } from '../year/areas.ts';
import type { ProductAnswer, ProductClient } from '../year/productClient.ts';
import { setbackOf, type Setback } from '../year/sendCase.ts';
import { holderOf } from '../year/yearPeople.ts';
import { answersBelowMarac, assessmentStories, type AssessmentStory } from './assessments.ts';
import { referralsOf } from './referralsOf.ts';
import { caseloadStories } from './stories.ts';
import type { Moment, Story, StoryDesk, StoryKnown, StoryOffice, StoryStep, StoryTime } from './story.ts';

export interface CaseloadOutcome {
  readonly cases: number;
  /** Assessments without a referral, below MARAC. */
  readonly assessments: number;
  readonly setbacks: readonly Setback[];
}

const storiesAtOnce = 6;
/** Meetings of the caseload sit at a time at which no ordinary meeting begins, so that both can be there. */
const meetsAt = '10:30';

/**
 * Sends an invented caseload to a running product, dated by working days before and after `today`. The same day gives
 * the same keys and bodies, so that what was interrupted is taken up where it ended.
 */
export async function sendCaseload(
  client: ProductClient,
  today: IsoDate,
  areaCodes = yearAreas.map(({ code }) => code),
): Promise<CaseloadOutcome> {
  const time = storyTime(today);
  const pastMeetings = new Map<string, string>();
  for (const code of areaCodes) pastMeetings.set(code, await sendMeetings(client, code, time));
  const advisers = new Map<string, string>();
  for (const code of areaCodes) advisers.set(code, await practitionerId(client, holderOf('idva', code)));
  const stories = caseloadStories(areaCodes);
  const referrals = referralsOf(stories, Number(today.slice(0, 4)));
  const setbacks: Setback[] = [];
  const waiting = [...stories.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, story] = next;
      const adviser = advisers.get(story.areaCode) ?? '';
      const pastMeeting = pastMeetings.get(story.areaCode) ?? '';
      const setback = await sendStory(client, story, referrals[index], { time, adviser, pastMeeting });
      if (setback) setbacks.push(setback);
    }
  };
  await Promise.all(Array.from({ length: storiesAtOnce }, work));
  const assessments = assessmentStories(areaCodes, Number(today.slice(0, 4)));
  for (const story of assessments) {
    const setback = await sendAssessment(client, story, time);
    if (setback) setbacks.push(setback);
  }
  return { cases: stories.length, assessments: assessments.length, setbacks };
}

/** An assessment without a referral, and that the service of its area takes it on where it has. */
async function sendAssessment(
  client: ProductClient,
  { areaCode, name, taken, takenOn, body }: AssessmentStory,
  time: StoryTime,
): Promise<Setback | null> {
  const key = (what: string) => `caseload/${areaCode}/assessment/${name}/${what}`;
  const recorded = await client.send({
    as: personWith('referrer', 'police'),
    path: '/assessments',
    key: key('recorded'),
    body: { occurredAt: whenOf(taken, time), ...body },
  });
  if (recorded.status >= 300) return setbackOf(key('recorded'), 'recordAssessment', recorded);
  if (takenOn === null) return null;
  const { assessmentId = '' } = recorded.body['created'] as { readonly assessmentId?: string };
  const answered = await client.send({
    as: answersBelowMarac(areaCode),
    path: `/assessments/${assessmentId}/acknowledgement`,
    key: key('takenOn'),
    body: { occurredAt: whenOf(takenOn, time) },
  });
  return answered.status >= 300 ? setbackOf(key('takenOn'), 'takeOnAssessment', answered) : null;
}

/** One story from its referral on; what goes wrong ends it, and the others go on. */
async function sendStory(
  client: ProductClient,
  story: Story,
  referral: unknown,
  desk: Omit<StoryDesk, 'known'>,
): Promise<Setback | null> {
  const key = (what: string) => `caseload/${story.areaCode}/${story.name}/${what}`;
  const taken = await send(client, story, 'administrator', '/adoptions', key('referral'), {
    occurredAt: whenOf(story.received, desk.time),
    ...(referral as object),
  });
  if (taken.status >= 300) return setbackOf(key('referral'), 'referral', taken);
  let known = learn(null, taken);
  for (const [index, step] of story.steps.entries()) {
    const answer = await sendStep(client, story, step, known, desk, key(String(index + 1)));
    if (answer.status >= 300) return setbackOf(key(String(index + 1)), step.path, answer);
    known = learn(known, answer);
  }
  if (story.ended) return null;
  const path = `/cases/${known.reference}/caught-up`;
  const caughtUp = await send(client, story, 'coordinator', path, key('caughtUp'), {});
  return caughtUp.status >= 300 ? setbackOf(key('caughtUp'), 'caughtUp', caughtUp) : null;
}

async function sendStep(
  client: ProductClient,
  story: Story,
  step: StoryStep,
  known: StoryKnown,
  desk: Omit<StoryDesk, 'known'>,
  key: string,
): Promise<ProductAnswer> {
  const below = step.path.replace(/:action(\d)/, (_all, number) => known.actionIds[Number(number) - 1] ?? '');
  const body = { occurredAt: whenOf(step.when, desk.time), ...step.body({ ...desk, known }) };
  const ifMatch = step.ifMatch ? known.revision : undefined;
  return send(client, story, step.office, `/cases/${known.reference}${below}`, key, body, ifMatch);
}

function send(
  client: ProductClient,
  { areaCode }: Story,
  office: StoryOffice,
  path: string,
  key: string,
  body: unknown,
  ifMatch?: number,
): Promise<ProductAnswer> {
  return client.send({ as: actorFor(office, areaCode), path, key, body, ifMatch });
}

function learn(known: StoryKnown | null, { body }: ProductAnswer): StoryKnown {
  const created = (body['created'] ?? {}) as { readonly actionId?: string; readonly childIds?: readonly string[] };
  const { actionId, childIds } = created;
  return {
    reference: known?.reference ?? String(body['reference']),
    revision: Number(body['revision']),
    actionIds: [...(known?.actionIds ?? []), ...(actionId === undefined ? [] : [actionId])],
    childIds: childIds ?? known?.childIds ?? [],
  };
}

/** A meeting on the next working day, and one some time ago, at which cases were heard; gives the id of the latter. */
async function sendMeetings(client: ProductClient, areaCode: string, time: StoryTime): Promise<string> {
  const meeting = async (workingDaysAgo: number): Promise<string> => {
    const startsAt = time.moment({ workingDaysAgo, at: meetsAt });
    const answer = await client.send({
      as: holderOf('coordinator', areaCode),
      path: '/meetings',
      key: `caseload/${areaCode}/meeting/${String(workingDaysAgo)}`,
      body: { area: areaCode, kind: 'extra', startsAt },
    });
    if (answer.status < 300 && typeof answer.body['meetingId'] === 'string') return answer.body['meetingId'];
    throw new Error(`The meeting of ${areaCode} on ${startsAt} was not added: ${String(answer.body['detail'])}`);
  };
  await meeting(-1);
  return meeting(12);
}

async function practitionerId(client: ProductClient, as: string): Promise<string> {
  const { body } = await client.send({ as, path: '/me' });
  return String(body['practitionerId']);
}

function actorFor(office: StoryOffice, areaCode: string): string {
  if (office === 'referrer') return personWith('referrer', 'police');
  if (office === 'manager') return personWith('idvaServiceManager', idvaServiceOf(areaCode));
  return holderOf(office, areaCode);
}

function personWith(role: string, agencyCode: string): string {
  const found = developmentPeople.find(({ appointments }) =>
    appointments.some((held) => held.role === role && held.agencyCode === agencyCode),
  );
  if (!found) throw new Error(`Nobody is ${role} of ${agencyCode}.`);
  return found.subject;
}

function storyTime(today: IsoDate): StoryTime {
  const date = (workingDaysAgo: number): IsoDate => {
    if (workingDaysAgo === 0) return today;
    return workingDaysAgo > 0
      ? workingDaysBefore(englandAndWales, today, workingDaysAgo).date
      : workingDaysAfter(englandAndWales, today, -workingDaysAgo).date;
  };
  return { date, moment: ({ workingDaysAgo, at }) => londonMoment(date(workingDaysAgo), at) };
}

/** What lies on an earlier day has its time; of today only the day is said, which is never in the future. */
function whenOf(when: Moment, time: StoryTime): string {
  return when.workingDaysAgo > 0 ? time.moment(when) : time.date(0);
}
