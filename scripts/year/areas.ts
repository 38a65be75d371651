/** One of the thirteen areas, as the published table names it, and the day of the month its MARAC sat on. */
export interface YearArea {
  readonly code: string;
  /** Its column in the published table. */
  readonly name: string;
  /** Every area met once a month in that year, on the nth such weekday (1 is Monday). */
  readonly meets: { readonly nth: 1 | 2 | 3 | 4; readonly weekday: 1 | 2 | 3 | 4 | 5 };
}

/**
 * The areas in the order of the table. That each met monthly is known; on which weekday is not, and is made up here,
 * with days that fall on bank holidays of the year among them on purpose.
 */
export const yearAreas: readonly YearArea[] = [
  { code: 'medway', name: 'Medway', meets: { nth: 2, weekday: 2 } },
  { code: 'maidstone', name: 'Maidstone', meets: { nth: 1, weekday: 4 } },
  { code: 'swale', name: 'Swale', meets: { nth: 3, weekday: 3 } },
  { code: 'dartford', name: 'Dartford', meets: { nth: 2, weekday: 4 } },
  { code: 'gravesham', name: 'Gravesham', meets: { nth: 3, weekday: 4 } },
  { code: 'tunbridge-wells', name: 'Tunbridge Wells', meets: { nth: 1, weekday: 2 } },
  { code: 'tonbridge-and-malling', name: 'Tonbridge and Malling', meets: { nth: 2, weekday: 3 } },
  { code: 'sevenoaks', name: 'Sevenoaks', meets: { nth: 4, weekday: 3 } },
  { code: 'ashford', name: 'Ashford', meets: { nth: 3, weekday: 2 } },
  { code: 'folkestone', name: 'Folkestone', meets: { nth: 4, weekday: 2 } },
  { code: 'canterbury', name: 'Canterbury', meets: { nth: 2, weekday: 1 } },
  { code: 'thanet', name: 'Thanet', meets: { nth: 1, weekday: 3 } },
  { code: 'dover', name: 'Dover', meets: { nth: 4, weekday: 4 } },
];
