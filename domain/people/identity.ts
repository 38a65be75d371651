import type { IsoDate } from '../calendar/time.ts';

export const sexes = ['female', 'male', 'other', 'notKnown'] as const;
export type Sex = (typeof sexes)[number];

/** Who a person is, as a practitioner wrote it down. Sealed wherever it is kept; never in a log, an error or the engine. */
export interface PersonIdentity {
  readonly givenNames: string;
  readonly familyName: string;
  /** Other names they go by or went by, each in full. */
  readonly otherNames?: readonly string[] | undefined;
  /** Null where nobody knows it, which is frequent for perpetrators. */
  readonly dateOfBirth: IsoDate | null;
  readonly sex?: Sex | undefined;
  readonly address?: string | undefined;
  readonly postcode?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}
