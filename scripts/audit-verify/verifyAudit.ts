import { describeAuditFault } from '../../store/audit/auditFault.ts';
import { checkChains, countMatters } from '../../store/audit/checkChains.ts';
import { checkSeals, countSeals, countUnsealed, type RememberedSeal } from '../../store/audit/checkSeals.ts';
import { sealedTables } from '../../store/audit/sealedRow.ts';
import type { Store } from '../../store/prismaClient.ts';
import { progressLine } from '../rebuild/progressLine.ts';

/** More than this is not worked off from a screen: the first says where it begins. */
const mostNamed = 50;

/** Checks the whole audit against itself and against what is remembered outside; says what it found, and whether all holds. */
export async function verifyAudit(
  { prisma }: Store,
  remembered: readonly RememberedSeal[],
  say: (line: string) => void,
): Promise<boolean> {
  let faults = 0;
  const tell = (line: string) => {
    faults += 1;
    if (faults === 1) say('THE AUDIT IS NOT AS IT WAS WRITTEN. The first that is wrong:');
    if (faults <= mostNamed) say(`  ${line}`);
  };
  const seals = progressLine('Seals', await countSeals(prisma), say);
  for await (const fault of checkSeals(prisma, remembered, () => seals.step())) tell(describeAuditFault(fault));
  const matters = progressLine('Cases and meetings', await countMatters(prisma), say);
  for await (const fault of checkChains(prisma, () => matters.step())) tell(describeAuditFault(fault));
  const unsealed = await Promise.all(sealedTables.map((table) => countUnsealed(prisma, table)));
  say(
    `Checked ${String(matters.done)} chains of cases and meetings, ${String(seals.done)} seals, ${remembered.length} anchors.`,
  );
  say(`Not sealed yet: ${String(unsealed[0])} facts, ${String(unsealed[1])} entries of the access log.`);
  say(faults === 0 ? 'Everything is as it was written.' : `${String(faults)} places are not as they were written.`);
  return faults === 0;
}
