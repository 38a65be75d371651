import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';

/** What became of trying to send a notice; `error` is a code, never the words of a mail server: those quote addresses. */
export type Sending =
  | { readonly id: string; readonly outcome: 'sent'; readonly at: IsoInstant }
  /** Nobody took it; it is tried again from `notBefore` on, for ever. */
  | { readonly id: string; readonly outcome: 'failed'; readonly error: string; readonly notBefore: IsoInstant }
  /** It will not get better by itself: somebody has to see to it. */
  | { readonly id: string; readonly outcome: 'undelivered'; readonly error: string }
  /** There was nothing to tell any more. */
  | { readonly id: string; readonly outcome: 'withdrawn'; readonly error: string }
  /** Taken but not tried: the next one who asks has it at once. */
  | { readonly id: string; readonly outcome: 'released' };

/** Records many outcomes in one statement and gives the leases back. What has been sent or settled stays so. */
export async function recordSendings(tx: Tx, sendings: readonly Sending[]): Promise<void> {
  if (sendings.length === 0) return;
  const rows = sendings.map((sending) => ({
    id: sending.id,
    outcome: sending.outcome,
    error: 'error' in sending ? sending.error : null,
    not_before: 'notBefore' in sending ? fromInstant(sending.notBefore) : null,
    sent_at: 'at' in sending ? fromInstant(sending.at) : null,
  }));
  await tx.$executeRaw`
    UPDATE notice n SET
      status = CASE o.outcome WHEN 'failed' THEN 'waiting' WHEN 'released' THEN 'waiting' ELSE o.outcome END,
      attempts = n.attempts + CASE WHEN o.outcome IN ('failed', 'undelivered') THEN 1 ELSE 0 END,
      last_error = CASE o.outcome WHEN 'sent' THEN NULL WHEN 'released' THEN n.last_error ELSE o.error END,
      not_before = coalesce(o.not_before, n.not_before),
      sent_at = o.sent_at,
      leased_until = NULL
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS o(id uuid, outcome text, error text, not_before timestamptz, sent_at timestamptz)
    WHERE n.id = o.id AND n.status NOT IN ('sent', 'settled', 'withdrawn')`;
}
