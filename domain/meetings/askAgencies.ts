/** Who has a part in which case. */
export interface PartsInCase {
  readonly caseId: string;
  readonly agencyIds: readonly string[];
}

/** What was asked of an agency before, and what it has answered for. */
export interface AskedBefore {
  readonly requestId: string;
  readonly agencyId: string;
  readonly caseIds: readonly string[];
  readonly returnedIds: readonly string[];
}

/** One request to one agency, for all its cases at a meeting. */
export interface Asking {
  readonly requestId: string;
  readonly agencyId: string;
  readonly caseIds: readonly string[];
}

/**
 * What to ask whom, one request an agency and meeting, however many cases: a request made before grows by the cases
 * that are new to it. Left out are agencies that have nothing to answer, and unless `again` those with nothing new.
 */
export function askAgencies(
  cases: readonly PartsInCase[],
  before: readonly AskedBefore[],
  idFor: (name: string) => string,
  again = false,
): readonly Asking[] {
  const byAgency = new Map<string, string[]>();
  for (const { caseId, agencyIds } of cases)
    for (const agencyId of agencyIds) byAgency.set(agencyId, [...(byAgency.get(agencyId) ?? []), caseId]);
  return [...byAgency]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([agencyId, caseIds]): Asking[] => {
      const asked = before.find((each) => each.agencyId === agencyId);
      if (!asked) return [{ requestId: idFor(`research/${agencyId}`), agencyId, caseIds }];
      const all = [...new Set([...asked.caseIds, ...caseIds])];
      const isNew = caseIds.some((id) => !asked.caseIds.includes(id));
      const isOpen = caseIds.some((id) => !asked.returnedIds.includes(id));
      return isOpen && (isNew || again) ? [{ requestId: asked.requestId, agencyId, caseIds: all }] : [];
    });
}
