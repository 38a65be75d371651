import type { HeldAppointment } from '../../domain/access/actor.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromIsoDate } from '../time.ts';

export interface NewPractitioner {
  readonly id: string;
  /** What their sign-in calls them. */
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly appointments: readonly (HeldAppointment & { readonly id: string; readonly startsOn: IsoDate })[];
}

/** Puts practitioners and their appointments on record; what is there already is left as it is. Returns how many people were new. */
export async function addPractitioners(tx: Tx, practitioners: readonly NewPractitioner[]): Promise<number> {
  const { count } = await tx.practitioner.createMany({
    data: practitioners.map(({ id, subject, name, email }) => ({ id, subject, name, email })),
    skipDuplicates: true,
  });
  await tx.appointment.createMany({
    data: practitioners.flatMap(({ id: practitionerId, appointments }) =>
      appointments.map(({ startsOn, ...held }) => ({ ...held, practitionerId, startsOn: fromIsoDate(startsOn) })),
    ),
    skipDuplicates: true,
  });
  return count;
}
