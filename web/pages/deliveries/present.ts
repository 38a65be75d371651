import { londonDate } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { describeClockKind } from '../../../domain/clocks/clockKind.ts';
import type { NoticeRole } from '../../../domain/notices/directory.ts';
import { newsWords } from '../../../domain/notices/newsWords.ts';
import type { NoticeStatus } from '../../../domain/notices/noticeStatus.ts';
import type { deliveryBoard } from '../../../usecases/deliveries/deliveryBoard.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import { counted, dayWords, momentWords, sentence } from '../../wording/days.ts';
import { labelOf, type Labels } from '../../wording/labels.ts';

export const statusLabels: Labels<NoticeStatus> = {
  undelivered: 'Did not get through',
  waiting: 'Waits to go',
  sent: 'Sent',
  settled: 'Seen to by somebody',
  withdrawn: 'No longer needed',
};

interface Given {
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

type Line = Extract<Awaited<ReturnType<typeof deliveryBoard>>, { ok: true }>['items'][number];

/** A message in words: what it says in its subject, about what, to whom, and what became of it. */
export function presentDelivery(line: Line, { names, nameOf, now }: Given) {
  const { id, reference, meetingId, meetingOn, areaId, data, asRole, status, error, attempts, createdAt, sentAt } =
    line;
  return {
    what: whatWords(data, asRole),
    reference,
    meeting: meetingOn && `The meeting of ${dayWords(meetingOn, londonDate(now))}`,
    meetingHref: meetingId && `/meetings/${meetingId}`,
    area: names.areaById(areaId),
    to: nameOf(line.recipientId) ?? 'Somebody who has left',
    asRole: labelOf({}, asRole),
    when: sentAt ? `Sent ${momentWords(sentAt, now)}` : `Written ${momentWords(createdAt, now)}`,
    tries: attempts === 0 ? null : counted(attempts, 'failed attempt'),
    error:
      error &&
      labelOf(
        {},
        error.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => ` ${letter}`),
      ),
    href: status === 'undelivered' ? `/deliveries/${id}` : null,
  };
}

function whatWords(data: Line['data'], role: string): string {
  if (data === null) return 'A message that this release does not know';
  if (data.code === 'rung') return `Reminder: ${describeClockKind(data.kind)}`;
  return sentence(newsWords(data.code, role as NoticeRole).title);
}
