import type { Settlement } from '../../domain/furtherAbuse/settlement.ts';

/** What became of a report that waited for a person. */
export const settlementLabels: Readonly<Record<Settlement, string>> = {
  matched: 'It is about the two people of a case',
  knownAlready: 'It is on record already',
  notOurs: 'Nobody here is meant',
};
