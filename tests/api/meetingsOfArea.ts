import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { addDays, addMonths, londonDate } from '../../domain/calendar/london.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import { expect } from 'vitest';
import { aReferralBody, officeForTest } from './officeForTest.ts';

/** The meetings of an area as its coordinator sees them, and cases put on their lists. */
export function meetingsOfArea(product: TestProduct, area: string) {
  const office = officeForTest(product);
  const amy = office.as('amy.adeyemi');
  return {
    /** Those that are planned from a London date on. */
    async planned(from: string): Promise<readonly MeetingView[]> {
      const until = addMonths(londonDate(product.clock.now()), 14);
      const path = `/meetings?area=${area}&from=${addDays(from, -31)}&until=${until}`;
      const { body } = await amy.get<{ items: MeetingView[] }>(path);
      return body.items.filter(({ status, on }) => status === 'planned' && on >= from);
    },

    /** A case listed on a meeting; its reference. */
    async listedFor(meetingId: string): Promise<string> {
      const { reference } = (await office.as('marek.nowak').post('/referrals', aReferralBody({ area }))).body;
      await amy.post(`/cases/${reference}/screening`, { outcome: 'accept' });
      await amy.post(`/cases/${reference}/grade`, {}, { version: '*' });
      await amy.post(`/cases/${reference}/listing-removal`, { reason: 'For this test.', decidedBy: 'The chair' });
      const listed = await amy.post(`/cases/${reference}/listing`, { meetingId });
      expect({ status: listed.status, body: listed.body }).toMatchObject({ body: { status: 'recorded' } });
      return reference;
    },

    /** Where a case is listed, and for which day. */
    async listingOf(reference: string) {
      const row = await product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
      const meeting = row.meetingId
        ? await product.store.prisma.meeting.findUniqueOrThrow({ where: { id: row.meetingId } })
        : null;
      const on = meeting && meeting.onDate.toISOString().slice(0, 10);
      return { stage: row.stage, meetingId: row.meetingId, status: meeting?.status, on };
    },
  };
}
