/** A figure of policy together with where it comes from, so that nobody has to guess why it is what it is. */
export interface Figure<T> {
  readonly value: T;
  /** Published practice, a document of the partnership, or `assumption: …` where no published figure was found. */
  readonly source: string;
}

/** A figure and its source line. */
export function figure<T>(value: T, source: string): Figure<T> {
  return { value, source };
}

/** Where the figures come from, in the words shown beside a date. */
export const sources = {
  practice: 'published practice guidance of SafeLives and MARAC partnerships',
  kentAndMedway: 'documents of the Kent and Medway partnership',
  medwayChildren: 'Medway’s domestic abuse notification',
  victimsCode: 'Code of Practice for Victims of Crime in England and Wales',
  dvpn: 'Crime and Security Act 2010, sections 24 to 33',
  policeBail: 'Police and Criminal Evidence Act 1984, as amended in 2022',
  clares: 'Domestic Violence Disclosure Scheme statutory guidance',
  encompass: 'Operation Encompass: the school hears before the next school day, from reception to 17',
  assumption: 'assumption: no published figure found',
} as const;
