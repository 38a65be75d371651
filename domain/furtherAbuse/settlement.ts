/** What somebody said becomes of a report that waited for a person: it is of a case, of nobody here, or on record already. */
export const settlements = ['matched', 'notOurs', 'knownAlready'] as const;
export type Settlement = (typeof settlements)[number];
