import type { Agency } from '../agencies/findAgencies.ts';
import type { Area } from '../areas/findArea.ts';
import type { Tx } from '../prismaClient.ts';

/** Gives an agency another name; its code stays, which figures and links go by. */
export async function renameAgency(tx: Tx, code: string, name: string): Promise<void> {
  await tx.agency.update({ where: { code }, data: { name } });
}

/** Sets the name of an area and the services that work for it from now on; cases keep the service they have. */
export async function changeArea(tx: Tx, { code, ...change }: Omit<Area, 'id'>): Promise<void> {
  await tx.area.update({ where: { code }, data: change });
}

/** The agency with a code, or null. */
export async function agencyByCode(tx: Tx, code: string): Promise<Agency | null> {
  return tx.agency.findUnique({ where: { code } });
}
