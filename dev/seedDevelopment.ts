import { addMonths, londonDate, londonMoment } from '../domain/calendar/london.ts';
import type { IsoInstant } from '../domain/calendar/time.ts';
import { englandAndWales } from '../domain/calendar/workingCalendar.ts';
import { deriveId } from '../platform/ids.ts';
import { addAgencies } from '../store/agencies/addAgencies.ts';
import { addAreas } from '../store/areas/addAreas.ts';
import { addMeetings } from '../store/meetings/addMeetings.ts';
import { addPractitioners, type NewPractitioner } from '../store/practitioners/addPractitioners.ts';
import type { Store } from '../store/prismaClient.ts';
import { developmentPeople, type DevelopmentAppointment, type DevelopmentPerson } from './identity/people.ts';
import { meetingDates } from './meetingDates.ts';
import { developmentAgencies, developmentAreas } from './reference.ts';

/** Everybody has held their posts since before the oldest figures the product is tried on. */
const appointedSince = '2012-01-01';
const meetingsBeginAt = '09:30';

/** How much was put on record that was not there before. */
export interface Seeded {
  readonly areas: number;
  readonly agencies: number;
  readonly practitioners: number;
  readonly meetings: number;
}

/**
 * The areas, agencies and people of development, and the meetings of the twelve months to come. Repeatable: ids come
 * from codes, what is there already stays as it is, and each time the calendar of meetings is filled up again.
 */
export async function seedDevelopment(store: Store, now: IsoInstant): Promise<Seeded> {
  return store.prisma.$transaction(
    async (tx) => ({
      agencies: await addAgencies(
        tx,
        developmentAgencies.map((agency) => ({ id: idOf('agency', agency.code), ...agency })),
      ),
      areas: await addAreas(
        tx,
        developmentAreas.map((area) => ({
          id: idOf('area', area.code),
          code: area.code,
          name: area.name,
          childrensServicesId: idOf('agency', area.childrensServices),
          idvaServiceId: idOf('agency', area.idvaService),
          standardRiskServiceId: idOf('agency', area.standardRiskService),
        })),
      ),
      practitioners: await addPractitioners(tx, developmentPeople.map(practitioner)),
      meetings: await addMeetings(tx, comingMeetings(now), englandAndWales, now),
    }),
    { timeout: 30_000 },
  );
}

/** The id of something development knows by a code: an area, an agency, a practitioner (by subject). */
export function idOf(
  kind: 'area' | 'agency' | 'authority' | 'practitioner' | 'appointment' | 'meeting',
  code: string,
): string {
  return deriveId('00000000-0000-8000-8000-000000000000', `${kind}/${code}`);
}

function practitioner({ subject, name, email, appointments }: DevelopmentPerson): NewPractitioner {
  const held = appointments.flatMap((appointment) => spread(subject, appointment));
  return { id: idOf('practitioner', subject), subject, name, email, appointments: held };
}

/** One appointment for each area it is held for; one without an area where it names none. */
function spread(subject: string, { role, areaCodes, agencyCode }: DevelopmentAppointment) {
  return (areaCodes ?? [null]).map((areaCode) => ({
    id: idOf('appointment', [subject, role, areaCode ?? 'everywhere', agencyCode ?? 'none'].join('/')),
    role,
    areaId: areaCode === null ? null : idOf('area', areaCode),
    agencyId: agencyCode === undefined ? null : idOf('agency', agencyCode),
    startsOn: appointedSince,
  }));
}

function comingMeetings(now: IsoInstant) {
  const today = londonDate(now);
  return developmentAreas.flatMap(({ code, meets }) =>
    meetingDates(meets, today, addMonths(today, 12), englandAndWales).map((date) => ({
      id: idOf('meeting', `${code}/${date}`),
      areaId: idOf('area', code),
      kind: 'ordinary' as const,
      startsAt: londonMoment(date, meetingsBeginAt),
    })),
  );
}
