import type { BrokenLink } from '../rebuild/brokenLink.ts';
import type { SealedTable } from './sealedRow.ts';

/** Where the audit is not what was written. */
export type AuditFault =
  | { readonly in: 'chain'; readonly matterId: string; readonly link: BrokenLink; readonly rowId: string | null }
  | { readonly in: 'matter'; readonly matterId: string }
  | {
      readonly in: 'row';
      readonly table: SealedTable;
      readonly rowId: string;
      readonly seal: number;
      readonly why: 'changed' | 'removed' | 'slippedIn';
    }
  | { readonly in: 'seal'; readonly seal: number; readonly why: 'missing' | 'changed' | 'unchained' }
  | { readonly in: 'anchor'; readonly seal: number; readonly why: 'cutOff' | 'differs' };

const ofLink: Record<BrokenLink['why'], string> = {
  missing: 'is missing',
  changed: 'was changed',
  unchained: 'does not follow from the one before it',
  endMissing: 'and all after it are missing',
  endChanged: 'is not the last one the case was known to have',
};
const ofRow = {
  changed: 'was changed after it was sealed',
  removed: 'was removed after it was sealed',
  slippedIn: 'was put in after everything around it had been sealed',
};
const ofSeal = {
  missing: 'is missing',
  changed: 'was changed',
  unchained: 'does not follow from the one before it',
};

/** A fault as a sentence, with the row it is about: ids only. */
export function describeAuditFault(fault: AuditFault): string {
  switch (fault.in) {
    case 'chain': {
      const row = fault.rowId === null ? '' : ` (audit_event ${fault.rowId})`;
      return `Fact ${fault.link.seq} of ${fault.matterId}${row} ${ofLink[fault.link.why]}.`;
    }
    case 'matter':
      return `Every fact of ${fault.matterId} is missing.`;
    case 'row':
      return `${fault.table} ${fault.rowId} ${ofRow[fault.why]} (seal ${fault.seal}).`;
    case 'seal':
      return `Seal ${fault.seal} ${ofSeal[fault.why]}.`;
    case 'anchor':
      return fault.why === 'cutOff'
        ? `The end is cut off: the anchor remembers seal ${fault.seal}, and the database ends before it.`
        : `Seal ${fault.seal} is not the one that the anchor remembers.`;
  }
}
