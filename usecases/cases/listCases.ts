import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { CaseSummaryView } from '../../contracts/views/caseView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { stageMeanings, type Stage } from '../../domain/lifecycle/stage.ts';
import { noteAccesses } from '../../store/access/recordAccess.ts';
import { listCases as readCases, type CaseListed, type CasePosition } from '../../store/cases/listCases.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';
import { readNamesOfPeople } from './readNamesOfPeople.ts';

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
  const { reads } = deps.store;
  const codes = await readCodes(deps);
  const areaId = question.area === undefined ? undefined : codes.areaId(question.area);
  if (areaId === null) return problem('UNKNOWN_AREA');
  const { stage, adviser: adviserId, meeting: meetingId, after, limit } = question;
  const rows = await readCases(reads, actor, { areaId, stage, adviserId, meetingId }, after, limit + 1);
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
    items: page.map((row) => summary(row, codes, named(row.victimId))),
    next: rows.length > limit && last ? { at: last.receivedAt, id: last.id } : null,
  };
}

function summary(row: CaseListed, codes: Codes, victim: string | null): CaseSummaryView {
  const { id: _id, areaId, victimId: _victimId, transferredFromId, transferToId, ...shown } = row;
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
