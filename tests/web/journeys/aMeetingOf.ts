import type { MeetingBoardView } from '../../../contracts/views/meetingBoardView.ts';
import type { MeetingView } from '../../../contracts/views/officeViews.ts';
import { addHours } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { aReferralBody } from '../../api/officeForTest.ts';
import { until, type Office } from './office.ts';

/** A meeting that is about to begin, with the cases on its list and one action of the housing agency in the first. */
export interface Meeting {
  readonly meetingId: string;
  readonly startsAt: IsoInstant;
  readonly references: readonly string[];
  readonly housingCase: string;
}

const area = 'maidstone';
const lockChange = { agency: 'housing', risk: 'physicalHarm', description: 'Change the locks.', urgent: true };

/** Calls an emergency meeting for cases that were accepted and graded; every agency with a part is asked what it knows. */
export async function aMeetingOf({ as, record }: Office, cases: number): Promise<Meeting> {
  const coordinator = 'amy.adeyemi';
  const startsAt = addHours(new Date().toISOString(), 1 / 60);
  const called = await as(coordinator).post<MeetingView>('/meetings', { area, kind: 'emergency', startsAt });
  const { meetingId } = called.body;
  const listed = async (index: number) => {
    const children = index % 3 === 0 ? [{ unborn: true }] : [];
    const { reference } = await record('marek.nowak', '/referrals', aReferralBody({ area, children }));
    const step = (path: string, body: object) => record(coordinator, `/cases/${reference}/${path}`, body);
    await step('screening', { outcome: 'accept' });
    await step('grade', {});
    if (index === 0) await step('actions', lockChange);
    await step('emergency-listing', { meetingId, reason: 'Cannot wait.' });
    return reference;
  };
  const references = await Promise.all(Array.from({ length: cases }, (_, index) => listed(index)));
  const [housingCase = ''] = references;
  await until(async () => {
    const { body } = await as(coordinator).get<MeetingBoardView>(`/meetings/${meetingId}`);
    return body.research.some(({ agency, asked }) => agency === 'housing' && asked.includes(housingCase));
  }, 'every agency with a part is asked');
  return { meetingId, startsAt, references, housingCase };
}
