/** The row of a matter as Postgres writes it into JSON: snake case, timestamps with an offset. */
export type MatterRow = Readonly<Record<string, unknown>> & {
  readonly epoch: number;
  readonly seq: number;
  readonly revision: number;
  readonly last_hash: string;
  readonly parked: boolean;
};

/** The standing of a matter out of its row. */
export function standingFromRow<S>(row: MatterRow): S {
  const entries = Object.entries(row).map(([column, value]) => [camelCase(column), asPlain(column, value)]);
  const {
    epoch: _e,
    seq: _s,
    revision: _r,
    lastHash: _l,
    parked: _p,
    recordedAt: _t,
    ...standing
  } = Object.fromEntries(entries) as Record<string, unknown>;
  return standing as S;
}

/** Instants leave in one form, UTC with milliseconds; every column that ends in `_at` is one. */
function asPlain(column: string, value: unknown): unknown {
  return column.endsWith('_at') && typeof value === 'string' ? new Date(value).toISOString() : value;
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** The one area a case belongs to; throws where the row of a case names an area that is not there. */
export function areaOf(
  areas: readonly { id: string; code: string; standard_risk_service_id: string }[] | null,
  caseId: string,
) {
  const area = areas?.[0];
  if (!area) throw new Error(`Case ${caseId} belongs to no area that is known.`);
  return { id: area.id, code: area.code, standardRiskServiceId: area.standard_risk_service_id };
}
