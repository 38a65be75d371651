import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { CaseSummaryView } from '../../contracts/views/caseView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { stageMeanings, type Stage } from '../../domain/lifecycle/stage.ts';
import { caseAccesses } from '../../store/access/caseAccess.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import { listCases as readCases, type CaseListed, type CasePosition } from '../../store/cases/listCases.ts';
import { openPeople, type OpenedPerson } from '../../store/people/openPeople.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';

export interface CaseQuestion {
  readonly area?: string | undefined;
  readonly stage?: string | undefined;
  readonly adviser?: string | undefined;
  readonly meeting?: string | undefined;
  readonly after: CasePosition | null;
  readonly limit: number;
}

export type CasePage =
  | { readonly ok: true; readonly items: readonly CaseSummaryView[]; readonly next: CasePosition | null }
  | RequestProblem;

/** The cases somebody may see, latest referral first; each is noted as shown to them. */
export async function listCases(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: CaseQuestion,
): Promise<CasePage> {
  const { prisma } = deps.store;
  const codes = await readCodes(deps);
  const areaId = question.area === undefined ? undefined : codes.areaId(question.area);
  if (areaId === null) return problem('UNKNOWN_AREA');
  const { stage, adviser: adviserId, meeting: meetingId, after, limit } = question;
  const rows = await readCases(prisma, actor, { areaId, stage, adviserId, meetingId }, after, limit + 1);
  const page = rows.slice(0, limit);
  const named = await readableNames(deps, actor, page);
  const at = deps.clock.now();
  const noted = page.map(({ id }) => {
    return { actorId: actor.practitionerId, event: 'listCase', route, caseId: id, outcome: 'shown', at };
  });
  await recordAccesses(prisma, noted);
  const last = page.at(-1);
  return {
    ok: true,
    items: page.map((row) => summary(row, codes, named.get(row.victimId))),
    next: rows.length > limit && last ? { at: last.receivedAt, id: last.id } : null,
  };
}

/** The victims whose names the actor may read, by person. */
async function readableNames({ store, sealing }: Dependencies, actor: Actor, page: readonly CaseListed[]) {
  const accesses = await caseAccesses(
    store.prisma,
    page.map(({ id }) => id),
  );
  const readable = page.filter(({ id }) => {
    const access = accesses.get(id);
    return access !== undefined && !['none', 'reference'].includes(disclosureLevel(actor, access));
  });
  return openPeople(
    store.prisma,
    sealing,
    readable.map(({ victimId }) => victimId),
  );
}

function summary(row: CaseListed, codes: Codes, victim: OpenedPerson | undefined): CaseSummaryView {
  const { id: _id, areaId, victimId: _victimId, transferredFromId, transferToId, ...shown } = row;
  const area = (id: string | null) => (id === null ? null : id === 'outside' ? id : codes.area(id));
  const name = victim?.state === 'open' ? `${victim.identity.givenNames} ${victim.identity.familyName}` : null;
  return {
    ...shown,
    area: codes.area(areaId),
    stageMeaning: stageMeanings[row.stage as Stage],
    victim: name,
    transferredFrom: area(transferredFromId),
    transferTo: area(transferToId),
  };
}
