import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { CaseSummaryView } from '../../contracts/views/caseView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { describeClockKind } from '../../domain/clocks/clockKind.ts';
import { stageMeanings, type Stage } from '../../domain/lifecycle/stage.ts';
import { noteAccesses } from '../../store/access/recordAccess.ts';
import {
  listCases as readCases,
  type CaseListed,
  type CaseOrder,
  type CasePosition,
} from '../../store/cases/listCases.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';
import { readNamesOfPeople } from './readNamesOfPeople.ts';

export const caseOrders = ['latest', 'dueSoonest'] as const satisfies readonly CaseOrder[];

export interface CaseQuestion {
  readonly area?: string | undefined;
  readonly stage?: string | undefined;
  readonly adviser?: string | undefined;
  readonly meeting?: string | undefined;
  readonly order?: CaseOrder | undefined;
  readonly after: CasePosition | null;
  readonly limit: number;
}

export type CasePage =
  | { readonly ok: true; readonly items: readonly CaseSummaryView[]; readonly next: CasePosition | null }
  | RequestProblem;

/** Whether somebody is told what is due in the cases they see, and may read them in that order: whoever has the board of what is overdue. */
export function mayReadByTime(actor: Actor): boolean {
  return mayDo(actor, 'readOverdue', null);
}

/** The cases somebody may see, latest referral first if not asked otherwise; each is noted as shown to them. */
export async function listCases(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: CaseQuestion,
): Promise<CasePage> {
  const { reads } = deps.store;
  const codes = await readCodes(deps);
  const areaId = question.area === undefined ? undefined : codes.areaId(question.area);
  if (areaId === null) return problem('UNKNOWN_AREA');
  const { stage, adviser: adviserId, meeting: meetingId, order = 'latest', after, limit } = question;
  const byTime = mayReadByTime(actor);
  if (order === 'dueSoonest' && !byTime) return problem('NOT_ALLOWED');
  const rows = await readCases(reads, actor, { areaId, stage, adviserId, meetingId }, after, limit + 1, order);
  const page = rows.slice(0, limit);
  const named = await readNamesOfPeople(
    deps,
    actor,
    page.map(({ id, victimId }) => ({ caseId: id, personIds: [victimId] })),
  );
  const at = deps.clock.now();
  const noted = page.map(({ id }) => {
    return { actorId: actor.practitionerId, event: 'listCase', route, caseId: id, outcome: 'shown', at };
  });
  await noteAccesses(reads, noted);
  const last = page.at(-1);
  return {
    ok: true,
    items: page.map((row) => ({
      ...summary(row, codes, named(row.victimId)),
      nextDue: byTime ? nextDueOf(row, at) : null,
    })),
    next: rows.length > limit && last ? positionOf(last, order) : null,
  };
}

function positionOf({ id, receivedAt, nextClock }: CaseListed, order: CaseOrder): CasePosition {
  return order === 'dueSoonest' && nextClock ? { at: nextClock.overdueAt, id: nextClock.id } : { at: receivedAt, id };
}

function nextDueOf({ nextClock }: CaseListed, now: IsoInstant): CaseSummaryView['nextDue'] {
  if (!nextClock) return null;
  const { id, kind, due, overdueAt } = nextClock;
  return { clockId: id, kind, what: describeClockKind(kind), due, overdue: overdueAt <= now };
}

function summary(row: CaseListed, codes: Codes, victim: string | null): Omit<CaseSummaryView, 'nextDue'> {
  const { id: _id, areaId, victimId: _victimId, transferredFromId, transferToId, nextClock: _clock, ...shown } = row;
  const area = (id: string | null) => (id === null ? null : id === 'outside' ? id : codes.area(id));
  return {
    ...shown,
    area: codes.area(areaId),
    stageMeaning: stageMeanings[row.stage as Stage],
    victim,
    transferredFrom: area(transferredFromId),
    transferTo: area(transferToId),
  };
}
