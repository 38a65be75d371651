import type { TakenMail } from '../environment/programs/ownMailServer.ts';
import type { Expected } from './expectedNotices.ts';
import type { World } from './world.ts';

/** A message under way when something died may have been taken a moment before that. */
const underWayMs = 3_000;

/** A message that policy asks for, with what the product made of it. */
export interface ExpectedMail extends Expected {
  readonly key: string;
  readonly messageId: string;
  readonly status: string;
  readonly to: string;
  /** Whether its duty had ended before it went out, so that there was nothing to tell any more. */
  readonly mayBeWithdrawn: boolean;
}

/**
 * Holds what the mail server took against what was to be sent: each message at least once, under its one Message-ID,
 * to its recipient and not before its time; more than once only where the first was under way in a disturbance.
 * Gives how many copies there were.
 */
export function checkMail(
  { disturbances }: World,
  taken: readonly TakenMail[],
  expected: readonly ExpectedMail[],
): number {
  const byId = new Map<string, TakenMail[]>();
  for (const mail of taken) byId.set(mail.messageId, [...(byId.get(mail.messageId) ?? []), mail]);
  let copies = 0;
  for (const mail of expected) {
    const sent = byId.get(mail.messageId) ?? [];
    if (sent.length === 0 && !(mail.status === 'withdrawn' && mail.mayBeWithdrawn))
      throw new Error(`${mail.key} (${mail.status}) was never mailed.`);
    for (const { to, at } of sent) {
      if (to !== mail.to) throw new Error(`${mail.key} went to somebody else.`);
      if (at < Date.parse(mail.from)) throw new Error(`${mail.key} was mailed before its time.`);
    }
    for (const { at } of sent.slice(0, -1)) {
      const wasUnderWay = disturbances.some(({ from, until }) => at > from - underWayMs && at < until + underWayMs);
      if (!wasUnderWay) throw new Error(`${mail.key} was mailed twice, and nothing had died.`);
    }
    copies += Math.max(0, sent.length - 1);
  }
  return copies;
}
