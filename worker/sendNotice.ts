import { instantAt, epochMs, londonDate } from '../domain/calendar/london.ts';
import { recipientRoles } from '../domain/clocks/ladder.ts';
import { calendarPart } from '../domain/notices/calendarPart.ts';
import type { NoticeRole } from '../domain/notices/directory.ts';
import { retryDelay } from '../domain/notices/retryDelay.ts';
import { withheld } from '../domain/notices/stillToSend.ts';
import { wordNotice } from '../domain/notices/wording.ts';
import type { WallClock } from '../platform/clock.ts';
import type { MailTransport } from '../platform/mail.ts';
import type { LeasedNotice } from '../store/notices/leaseNotices.ts';
import type { Sending } from '../store/notices/recordSendings.ts';

export interface SendingTools {
  readonly transport: MailTransport;
  readonly clock: WallClock;
  readonly publicUrl: string;
}

/** Sends one notice to the address its recipient has now, unless by now it must not be sent; says what became of it. */
export async function sendNotice(notice: LeasedNotice, tools: SendingTools): Promise<Sending> {
  const { id, data, recipient, asRole, messageId, contactSuspended, clock, reference, meeting, areaName } = notice;
  const role = readRole(asRole);
  if (!data || !role) return { id, outcome: 'undelivered', error: 'UNREADABLE' };
  if (!recipient) return { id, outcome: 'undelivered', error: 'RECIPIENT_UNKNOWN' };
  const now = tools.clock.now();
  const { endsOn, denied } = recipient;
  const moment = {
    ...{ today: londonDate(now), recipientEndsOn: endsOn, recipientDenied: denied, contactSuspended, clock },
    meetingCancelled: meeting?.cancelled ?? false,
    toldTogether: notice.toldTogether,
    frozen: notice.frozen,
  };
  const held = withheld(data, role, moment);
  if (held) return { id, outcome: held.as, error: held.code };
  const words = wordNotice(data, { reference, meeting, areaName, role, now, publicUrl: tools.publicUrl });
  const invitation = meeting && { ...meeting, areaName: areaName ?? '', publicUrl: tools.publicUrl };
  const calendar = calendarPart(data, invitation, now);
  const delivery = await tools.transport.send({ to: recipient.email, messageId, ...words, calendar });
  switch (delivery.outcome) {
    case 'sent':
      return { id, outcome: 'sent', at: tools.clock.now() };
    case 'refused':
      return { id, outcome: 'undelivered', error: delivery.code };
    case 'failed':
      return triedAgain(notice, delivery.code, tools.clock);
  }
}

/** What becomes of a notice that could not be sent this time: it waits, longer each time. */
export function triedAgain({ id, attempts }: LeasedNotice, error: string, clock: WallClock): Sending {
  const notBefore = instantAt(epochMs(clock.now()) + retryDelay(attempts + 1, Math.random()));
  return { id, outcome: 'failed', error, notBefore };
}

function readRole(text: string): NoticeRole | null {
  return text === 'systemAdministrator' ? text : (recipientRoles.find((role) => role === text) ?? null);
}
