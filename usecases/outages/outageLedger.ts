import type { DeadlineCrossedView } from '../../contracts/views/outageView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import type { ClockPosition } from '../../store/clocks/overdueClocks.ts';
import { deadlinesCrossed } from '../../store/outages/deadlinesCrossed.ts';
import { presentClock } from '../clocks/presentClock.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';

export interface LedgerPage {
  readonly ok: true;
  readonly items: readonly DeadlineCrossedView[];
  readonly next: ClockPosition | null;
}

/** Every deadline that was crossed while the product was down, once each, with when it was due then and what became of it. */
export async function outageLedger(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: { readonly since: IsoDate | null; readonly after: ClockPosition | null; readonly limit: number },
): Promise<LedgerPage> {
  const { since, after, limit } = question;
  const now = deps.clock.now();
  const codes = await readCodes(deps);
  const from = since === null ? null : startOfLondonDay(since);
  const rows = await deadlinesCrossed(deps.store.prisma, actor, from, after, limit + 1);
  await recordAccess(deps.store.prisma, {
    actorId: actor.practitionerId,
    event: 'readOverdue',
    route,
    caseId: null,
    outcome: 'shown',
    at: now,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    ok: true,
    items: page.map((row) => ({
      outage: { from: row.from, until: row.until },
      dueThen: row.dueThen,
      overdueThen: row.overdueThen,
      clock: presentClock(row, codes, now),
    })),
    next: rows.length > limit && last ? { at: last.overdueThen, id: last.id } : null,
  };
}
