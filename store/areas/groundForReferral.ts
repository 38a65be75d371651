import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import type { PolicyEntry } from '../../domain/policy/policyInForce.ts';
import { areaEntriesOf, type PolicyRow } from '../decisions/openRows.ts';
import type { Tx } from '../prismaClient.ts';
import type { Area } from './findArea.ts';

/** What a referral to an area is made with. */
export interface GroundForReferral {
  readonly area: Area;
  /** Every policy entry that counts for the area, by date. */
  readonly entries: readonly PolicyEntry[];
  /** Whether a case has the reference already that was drawn for this one. */
  readonly isTaken: boolean;
}

type GroundRow = Area & { readonly entered: readonly PolicyRow[]; readonly isTaken: boolean };

/** An area by its code, with its policy, and whether a reference is taken, in one statement; null where there is no such area. */
export async function groundForReferral(
  tx: Tx,
  areaCode: string,
  reference: string,
): Promise<GroundForReferral | null> {
  const [row] = await tx.$queryRaw<GroundRow[]>`
    select a.id, a.code, a.name, a.childrens_services_id as "childrensServicesId",
      a.idva_service_id as "idvaServiceId", a.standard_risk_service_id as "standardRiskServiceId",
      (select coalesce(jsonb_agg(to_jsonb(e) order by effective_from, version), '[]') from area_policy_entry e
        where e.area_id is null or e.area_id = a.id) as entered,
      exists (select 1 from "case" where reference = ${reference}) as "isTaken"
    from area a where a.code = ${areaCode}`;
  if (!row) return null;
  const { entered, isTaken, ...area } = row;
  return { area, entries: [...defaultPolicyEntries, ...areaEntriesOf(entered, area)], isTaken };
}
