import type { Actor } from './actor.ts';
import { standingsOf, type CaseAccess } from './caseAccess.ts';
import { mayDo } from './mayDo.ts';
import { officePermissions, type OfficePermission } from './permission.ts';

/**
 * Whether somebody may say what becomes of a report of further abuse: whoever coordinates or administers the area of its
 * case; where it belongs to no case (null), and so to no area, of any.
 */
export function maySettleReport(actor: Actor, access: CaseAccess | null): boolean {
  if (!mayDo<OfficePermission>(actor, 'settleReport', null)) return false;
  const settling: readonly string[] = officePermissions.settleReport;
  return access === null || standingsOf(actor, access).some((standing) => settling.includes(standing));
}
