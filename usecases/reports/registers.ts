import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { RegisterQuery } from '../../contracts/report.ts';
import type { OverrideView, RepeatView } from '../../contracts/views/registerView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { caseAccesses } from '../../store/access/caseAccess.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { referencesOf } from '../../store/cases/findCase.ts';
import { overridesRegister, type RegisterSpan, repeatsRegister } from '../../store/reports/registers.ts';
import { readWords } from '../cases/words.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { reportAreas } from './reportAreas.ts';

/** Which page of a register is asked for. */
export type RegisterQuestion = Omit<RegisterQuery, 'after' | 'limit'> & Pick<RegisterSpan, 'after' | 'limit'>;

export interface RegisterPage<View> {
  readonly ok: true;
  readonly items: readonly View[];
  readonly next: RegisterSpan['after'];
}

/** Grades raised by judgement, with the reason for those who may read it, and what became of each case. */
export async function overrides(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: RegisterQuestion,
): Promise<RegisterPage<OverrideView> | RequestProblem> {
  const allowed = await reportAreas(deps, actor, route, question.areas);
  if (!allowed.ok) return allowed;
  const { prisma } = deps.store;
  const found = await overridesRegister(prisma, actor, spanOf(question, allowed.ids));
  const page = found.slice(0, question.limit);
  const [codes, access] = await Promise.all([
    readCodes(deps),
    caseAccesses(
      prisma,
      page.map(({ caseId }) => caseId),
    ),
  ]);
  const mayRead = (caseId: string): boolean => {
    const facts = access.get(caseId);
    return facts !== undefined && disclosureLevel(actor, facts) === 'full';
  };
  const words = await readWords(
    deps,
    page.filter(({ caseId }) => mayRead(caseId)).map(({ reasonId }) => reasonId),
  );
  const items = page.map(({ id: _id, caseId, areaId, reasonId, ...entry }) => {
    return { ...entry, area: codes.area(areaId), reason: words(reasonId, mayRead(caseId)) };
  });
  return { ok: true, items, next: nextOf(found, question.limit) };
}

/** Repeats beside the cases they repeat, and what became of each. */
export async function repeats(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: RegisterQuestion,
): Promise<RegisterPage<RepeatView> | RequestProblem> {
  const allowed = await reportAreas(deps, actor, route, question.areas);
  if (!allowed.ok) return allowed;
  const { prisma } = deps.store;
  const found = await repeatsRegister(prisma, actor, spanOf(question, allowed.ids));
  const page = found.slice(0, question.limit);
  const earlierIds = page.map(({ repeatOfId }) => repeatOfId);
  const [codes, visible, references] = await Promise.all([
    readCodes(deps),
    visibleCaseIds(prisma, actor, earlierIds),
    referencesOf(prisma, earlierIds),
  ]);
  const items = page.map(({ id: _id, caseId: _caseId, areaId, at, repeatOfId, ...entry }) => ({
    ...entry,
    area: codes.area(areaId),
    receivedAt: at,
    repeatOf: visible.has(repeatOfId) ? (references.get(repeatOfId) ?? null) : null,
  }));
  return { ok: true, items, next: nextOf(found, question.limit) };
}

function spanOf({ from, to, after, limit }: RegisterQuestion, areas: RegisterSpan['areas']): RegisterSpan {
  return { from, to, areas, after, limit: limit + 1 };
}

function nextOf(found: readonly { readonly at: string; readonly id: string }[], limit: number): RegisterSpan['after'] {
  const last = found[limit - 1];
  return found.length > limit && last ? { at: last.at, id: last.id } : null;
}
