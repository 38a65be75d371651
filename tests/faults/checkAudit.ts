import { readAnchors } from '../../platform/anchorFile.ts';
import { verifyAudit } from '../../scripts/audit-verify/verifyAudit.ts';
import type { World } from './world.ts';

/**
 * The whole audit as an operator would check it: the chain of every case and meeting, each row against its seal, the
 * seals against each other and against the anchors; not against those of a database that was put back to before them.
 */
export async function checkAudit({ store, product, lostAnchors }: World): Promise<void> {
  const anchors = readAnchors(product.env['AUDIT_ANCHOR_FILE'] ?? '').slice(lostAnchors.length);
  const said: string[] = [];
  if (!(await verifyAudit(store, anchors, (line) => said.push(line)))) throw new Error(said.join('\n'));
}

/** The anchors so far speak of a database that is about to be put back to an earlier moment. */
export function forgetAnchors({ product, lostAnchors }: World): void {
  lostAnchors.splice(0, lostAnchors.length, ...readAnchors(product.env['AUDIT_ANCHOR_FILE'] ?? ''));
}
