import { condition, proxyActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities.ts';
import { addDays, epochMs, instantAt, startOfLondonDay } from '../../domain/calendar/london.ts';
import { type FlagWatch, referralAcceptedSignal } from '../messages.ts';

const { endFlag } = proxyActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * The flag of one pair: from the last accepted referral for twelve months, to the calendar day, whether the case is
 * open or closed. A new accepted referral restarts it; when the last day is over, the flag ends and so does this.
 */
export async function repeatWatch(first: FlagWatch): Promise<void> {
  let flag = first;
  const accepted: FlagWatch[] = [];
  setHandler(referralAcceptedSignal, (newer) => void accepted.push(newer));
  for (;;) {
    await condition(() => accepted.length > 0, untilOver(flag));
    const other = accepted.shift();
    if (!other) {
      await endFlag({ ...flag, because: 'over', at: now() });
      return;
    }
    const [longer, shorter] = other.endsOn >= flag.endsOn ? [other, flag] : [flag, other];
    // The same case may set its flag anew, from the meeting that heard it; then nothing ends.
    let came: Awaited<ReturnType<typeof endFlag>> = 'ended';
    if (longer.caseId !== shorter.caseId) came = await endFlag({ ...shorter, because: 'restarted', at: now() });
    // Word of a longer flag may come late: where that was taken back meanwhile, the shorter one stands and is watched.
    flag = came === 'stands' ? shorter : longer;
  }
}

/** Milliseconds until the last day of a flag is over in London; at least one, for what has passed already. */
function untilOver({ endsOn }: FlagWatch): number {
  return Math.max(epochMs(startOfLondonDay(addDays(endsOn, 1))) - Date.now(), 1);
}

function now(): string {
  return instantAt(Date.now());
}
