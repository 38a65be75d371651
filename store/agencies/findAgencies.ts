import type { Tx } from '../prismaClient.ts';

export interface Agency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** The agencies with these codes; codes that mean nothing are left out. */
export async function agenciesByCode(tx: Tx, codes: readonly string[]): Promise<Agency[]> {
  if (codes.length === 0) return [];
  return tx.agency.findMany({ where: { code: { in: [...new Set(codes)] } } });
}

/** Every agency, by name. */
export async function allAgencies(tx: Tx): Promise<Agency[]> {
  return tx.agency.findMany({ orderBy: { name: 'asc' } });
}
