import { randomBytes } from 'node:crypto';
import { caseReferenceFrom } from '../../domain/ids/caseReference.ts';
import { caseByReference } from '../../store/cases/findCase.ts';
import type { Tx } from '../../store/prismaClient.ts';

/** A reference drawn by chance. */
export function drawnReference(): string {
  return caseReferenceFrom(randomBytes(8));
}

/** A reference nobody has yet; chance alone keeps two that are drawn in one moment apart, and the database has the last word. */
export async function freeReference(tx: Tx): Promise<string> {
  for (;;) {
    const reference = drawnReference();
    if (!(await caseByReference(tx, reference))) return reference;
  }
}
