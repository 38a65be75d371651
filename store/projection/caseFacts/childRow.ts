import type { ChildInReferral } from '../../../domain/lifecycle/facts/children.ts';

/** The row of a child as a case is told of it. */
export function childRow(
  { childId: id, personId, ageBand, servicesAgencyId: servicesId, ...known }: ChildInReferral,
  caseId: string,
  notificationId: string | null,
) {
  const { servicesBy = null, authorityId = null, ofSchoolAge = false } = known;
  const services = { servicesId, servicesBy, authorityId };
  return { id, caseId, personId, ageBand, ...services, ofSchoolAge, notificationId, alreadySent: false };
}
