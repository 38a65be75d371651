import { workflowIds } from '../../../contracts/workflowIds.ts';
import { addDays, addHours, epochMs, londonDate, startOfLondonDay } from '../../../domain/calendar/london.ts';
import { aReferralBody, type Caller, officeForTest } from '../../api/officeForTest.ts';
import { sendForward } from '../../environment/sendForward.ts';
import type { TestProduct } from '../../environment/startWorkerForTest.ts';
import type { Life } from '../life.ts';

/** The lives of meetings themselves, sent to them through the interface as people do. */
export const livesOfMeetings: readonly Life[] = [
  {
    name: 'meeting that is called at once, asks, is held, and sends its minutes',
    async live(product) {
      const office = officeOf(product);
      const meetingId = await office.called('emergency', addHours(product.clock.now(), 1 / 60));
      const reference = await office.graded();
      await office.coordinator(`/cases/${reference}/emergency-listing`, { meetingId, reason: 'Cannot wait.' });
      const step = (path: string, body: object = {}) => office.coordinator(`/meetings/${meetingId}${path}`, body);
      const returned = { reference, agency: 'police', result: 'nothingKnown' };
      await sent(office.as('quentin.ashby'), `/meetings/${meetingId}/research`, returned);
      const today = { occurredAt: londonDate(product.clock.now()) };
      const attendees = [{ agency: 'police', name: 'A. Nother', presence: 'present', signed: true }];
      await step('/attendance', { ...today, attendees });
      const action = { agency: 'housing', risk: 'homelessness', description: 'Find a safe address.' };
      const heard = { outcome: 'presented', presentedBy: 'police', risks: ['homelessness'], actions: [action] };
      await step('/cases', { ...today, reference, ...heard });
      await step('/conclusion', today);
      await step('/minutes-confirmation');
      await step('/minutes-sending');
      return { 'meeting-held': workflowIds.ofMeeting(meetingId) };
    },
  },
  {
    name: 'meeting that is moved there and back, and cancelled with a case on its list',
    async live(product) {
      const office = officeOf(product);
      const startsAt = addHours(product.clock.now(), 24 * 45);
      const meetingId = await office.called('extra', startsAt);
      const reference = await office.graded();
      await office.coordinator(`/cases/${reference}/listing-removal`, { reason: 'Elsewhere.', decidedBy: 'The chair' });
      await office.coordinator(`/cases/${reference}/listing`, { meetingId });
      const step = (path: string, body: object = {}) => office.coordinator(`/meetings/${meetingId}${path}`, body);
      await step('/lock');
      await step('/move', { startsAt: addHours(startsAt, 48), reason: 'The room is taken.' });
      await step('/move', { startsAt, reason: 'The room is free.' });
      await step('/cancellation', { reason: 'Nobody can come.' });
      return { 'meeting-cancelled': workflowIds.ofMeeting(meetingId) };
    },
  },
  {
    name: 'meeting that locks its own list when its cut-off has passed, and waits for agencies that say nothing',
    async live(product) {
      const office = officeOf(product);
      const startsAt = addHours(product.clock.now(), 24 * 46);
      const meetingId = await office.called('extra', startsAt);
      const workflowId = workflowIds.ofMeeting(meetingId);
      const until = startOfLondonDay(addDays(londonDate(startsAt), -1));
      const seconds = Math.ceil((epochMs(until) - epochMs(product.clock.now())) / 1_000);
      await sendForward(product.temporalAddress, product.namespace, [workflowId], seconds);
      return { 'meeting-locked': workflowId };
    },
  },
];

function officeOf(product: TestProduct) {
  const { as } = officeForTest(product);
  const coordinator = (path: string, body: object) => sent(as('amy.adeyemi'), path, body);
  return {
    as,
    coordinator,
    called: async (kind: 'emergency' | 'extra', startsAt: string): Promise<string> => {
      const { status, body } = await as('amy.adeyemi').post<{ meetingId: string }>('/meetings', {
        ...{ area: 'maidstone', kind, startsAt },
      });
      if (status !== 201) throw new Error(`The meeting was answered ${status} ${body.code}`);
      return body.meetingId;
    },
    graded: async (): Promise<string> => {
      const { body } = await as('marek.nowak').post('/referrals', aReferralBody());
      await coordinator(`/cases/${body.reference}/screening`, { outcome: 'accept' });
      await coordinator(`/cases/${body.reference}/grade`, {});
      return body.reference;
    },
  };
}

/** Sends something that has to be recorded. */
async function sent(caller: Caller, path: string, body: object): Promise<void> {
  const answer = await caller.post(path, body, { version: '*' });
  if (answer.body.status !== 'recorded') throw new Error(`${path} was answered ${answer.status} ${answer.body.code}`);
}
