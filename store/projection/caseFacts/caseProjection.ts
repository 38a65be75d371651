import type { CaseFactType, Fact } from '../../../domain/lifecycle/caseFact.ts';
import type { CaseStanding } from '../../../domain/lifecycle/caseStanding.ts';
import type { WriteSet } from '../writeSet.ts';

/** Where a fact stands in the record, what the case is after it, and where its changes are collected. */
export interface Projected {
  readonly factId: string;
  readonly seq: number;
  readonly standing: CaseStanding;
  readonly writes: WriteSet;
}

/** How each fact of a subject is laid over the tables beside the case row itself. */
export type CaseProjection<T extends CaseFactType> = {
  readonly [K in T]: (fact: Fact<K>, projected: Projected) => void;
};

/** The fact changes no row but that of the case. */
export function nothing(): void {}
