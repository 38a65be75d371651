import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { AuditCheckView, AuditLineView } from '../../contracts/views/auditView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { areasWithNames, auditedAreas } from '../../domain/access/auditScope.ts';
import { addDays, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { describeFact } from '../../domain/history/describeFact.ts';
import type { FactData, FactType } from '../../domain/lifecycle/caseFact.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { describeAuditFault } from '../../store/audit/auditFault.ts';
import { auditedCase, auditTrail, type TrailRow } from '../../store/audit/auditTrail.ts';
import { checkChain } from '../../store/audit/checkChains.ts';
import { checkShown } from '../../store/audit/checkShown.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';
import { readPractitionerNames } from '../office/readNames.ts';

export interface AuditQuestion {
  readonly case?: string | undefined;
  readonly area?: string | undefined;
  readonly by?: string | undefined;
  readonly kind?: 'did' | 'saw' | 'refused' | undefined;
  readonly from?: IsoDate | undefined;
  /** The last day, included. */
  readonly to?: IsoDate | undefined;
  readonly after: { readonly at: IsoInstant; readonly id: string } | null;
  readonly limit: number;
}

export interface AuditPage {
  readonly ok: true;
  readonly items: readonly AuditLineView[];
  readonly next: { readonly at: IsoInstant; readonly id: string } | null;
  readonly check: AuditCheckView;
}

/** Who asks, and under which name that is noted: a page, or a table to save. */
export interface AuditReading {
  readonly actor: Actor;
  readonly route: string;
  readonly event: 'readAudit' | 'exportAudit';
}

/**
 * Who saw or did what on the cases of one's areas, the latest first, with what the chains say of it. It is noted
 * before it is given, as every reading is.
 */
export async function readAudit(
  deps: Dependencies,
  { actor, route, event }: AuditReading,
  question: AuditQuestion,
): Promise<AuditPage | RequestProblem> {
  const { prisma } = deps.store;
  const reader = { practitionerId: actor.practitionerId, areas: auditedAreas(actor) };
  const codes = await readCodes(deps);
  const areaId = question.area === undefined ? undefined : codes.areaId(question.area);
  if (areaId === null) return problem('UNKNOWN_AREA');
  const caseId = question.case === undefined ? undefined : await auditedCase(prisma, reader, question.case);
  if (caseId === null) return problem('NOT_FOUND');
  const { by: actorId, kind, from, to, after, limit } = question;
  const days = { from: from && startOfLondonDay(from), before: to && startOfLondonDay(addDays(to, 1)) };
  const rows = await auditTrail(prisma, reader, { caseId, areaId, actorId, kind, ...days }, after, limit + 1);
  const page = rows.slice(0, limit);
  const check = await checkPage(deps, page, caseId ?? null);
  const outcome = check.holds ? 'shown' : 'broken';
  const noted = { actorId: actor.practitionerId, event, route, caseId: caseId ?? null };
  await recordAccess(prisma, { ...noted, outcome, at: deps.clock.now() });
  const last = page.at(-1);
  return {
    ok: true,
    items: await present(deps, actor, page, codes),
    next: rows.length > limit && last ? { at: last.at, id: last.id } : null,
    check,
  };
}

async function checkPage(
  { store }: Dependencies,
  page: readonly TrailRow[],
  caseId: string | null,
): Promise<AuditCheckView> {
  const idsOf = (wanted: TrailRow['kind']) => page.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const [facts, accesses, chain] = await Promise.all([
    checkShown(store.prisma, 'audit_event', idsOf('did')),
    checkShown(store.prisma, 'access_log', idsOf('saw')),
    caseId === null ? null : checkChain(store.prisma, caseId),
  ]);
  const fault = chain ?? facts.fault ?? accesses.fault;
  const sealed = facts.sealed + accesses.sealed;
  return {
    holds: fault === null,
    broken: fault && describeAuditFault(fault),
    checked: sealed,
    notSealedYet: page.length - sealed,
    wholeCase: caseId !== null,
  };
}

const turnedAway = ['hidden', 'notAllowed', 'refused'];

async function present(
  deps: Dependencies,
  actor: Actor,
  page: readonly TrailRow[],
  codes: Codes,
): Promise<AuditLineView[]> {
  const named = areasWithNames(actor);
  const isNamed = ({ areaId }: TrailRow) => named === 'all' || named.includes(areaId);
  const nameOf = await readPractitionerNames(
    deps,
    page.filter(isNamed).map(({ actorId }) => actorId),
  );
  return page.map((row) => {
    const { id, kind, reference, event, route, outcome, address, at } = row;
    return {
      id,
      kind,
      reference,
      area: codes.area(row.areaId),
      what: kind === 'did' ? describeFact(event as FactType, row.data as FactData[FactType]) : inWords(event),
      event,
      byId: row.actorId,
      by: isNamed(row) ? nameOf(row.actorId) : null,
      asRoles: [...row.asRoles],
      address,
      route,
      outcome,
      refused: outcome !== null && turnedAway.includes(outcome),
      at,
    };
  });
}

/** The name of an access as words: `readCase` is "Read case". */
function inWords(code: string): string {
  const words = code.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
