import { agenciesHeldAs, areasHeldAs, standsFor, type Actor } from './actor.ts';

/** Where duties lie that are somebody's to do: their own and those of colleagues they stand in for, and those of their posts. */
export interface TaskPlaces {
  readonly ownerIds: readonly string[];
  /** Duties of an agency or service that no person owns; `areaId` null is every area. */
  readonly agencies: readonly AgencyPlace[];
  /** Areas whose coordinator's duties they are; of a transfer to be answered, the area that is asked. */
  readonly areaIds: readonly string[];
  /** Areas whose chair decides on cases that were deferred again. */
  readonly chairedAreaIds: readonly string[];
  /** Areas whose administrator reviews what is kept of cases that have ended. */
  readonly recordAreaIds: readonly string[];
}

export interface AgencyPlace {
  readonly agencyId: string;
  readonly areaId: string | null;
  /** Whether decisions that are the service's own are theirs: the service manager's. */
  readonly decides: boolean;
}

/** The places of an actor, as `holdersOf` names the owners of a duty when a reminder of it goes out. */
export function taskPlaces(actor: Actor): TaskPlaces {
  const areaIds = areasHeldAs(actor, ['coordinator']);
  const chairedAreaIds = areasHeldAs(actor, ['chair']);
  const recordAreaIds = areasHeldAs(actor, ['administrator']);
  const managed = agenciesHeldAs(actor, ['idvaServiceManager']);
  const queues = agenciesHeldAs(actor, ['idva']).filter((id) => !managed.includes(id));
  const represented = actor.appointments.flatMap(({ role, agencyId, areaId }) =>
    (role === 'agencyRepresentative' || role === 'agencyLead') && agencyId !== null
      ? [{ agencyId, areaId: role === 'agencyLead' ? null : areaId, decides: true }]
      : [],
  );
  return {
    ownerIds: standsFor(actor),
    agencies: [
      ...managed.map((agencyId) => ({ agencyId, areaId: null, decides: true })),
      ...queues.map((agencyId) => ({ agencyId, areaId: null, decides: false })),
      ...represented,
    ],
    areaIds: areaIds === 'all' ? [] : areaIds,
    chairedAreaIds: chairedAreaIds === 'all' ? [] : chairedAreaIds,
    recordAreaIds: recordAreaIds === 'all' ? [] : recordAreaIds,
  };
}
