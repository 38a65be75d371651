import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import type { ChildModel } from '../generated/models/Child.ts';

/** A child of a case as a referral tells of them, out of the row. */
export function childFromRow(
  row: Pick<ChildModel, 'personId' | 'ageBand' | 'servicesId' | 'servicesBy' | 'authorityId' | 'ofSchoolAge'>,
): Omit<ChildInReferral, 'childId'> {
  const { personId, servicesId, authorityId, ofSchoolAge } = row;
  const servicesBy = row.servicesBy as Required<ChildInReferral>['servicesBy'] | null;
  return {
    personId,
    ageBand: row.ageBand as ChildInReferral['ageBand'],
    servicesAgencyId: servicesId,
    ...(servicesBy === null ? {} : { servicesBy }),
    authorityId,
    ofSchoolAge,
  };
}
