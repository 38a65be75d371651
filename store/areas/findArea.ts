import type { Tx } from '../prismaClient.ts';

/** A MARAC area with the services that work for it. */
export interface Area {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly childrensServicesId: string;
  readonly idvaServiceId: string;
  readonly standardRiskServiceId: string;
}

/** The area with a code, or null. */
export async function areaByCode(tx: Tx, code: string): Promise<Area | null> {
  return tx.area.findUnique({ where: { code } });
}

/** The area with an id, or null. */
export async function areaById(tx: Tx, id: string): Promise<Area | null> {
  return tx.area.findUnique({ where: { id } });
}

/** Every area, by name. */
export async function allAreas(tx: Tx): Promise<Area[]> {
  return tx.area.findMany({ orderBy: { name: 'asc' } });
}
