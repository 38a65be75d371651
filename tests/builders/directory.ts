import type { Role } from '../../domain/access/role.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import type { CaseParts } from '../../domain/notices/caseParts.ts';
import type { DatedAppointment, Directory, DirectoryEntry, NoticeRole } from '../../domain/notices/directory.ts';
import { type Resolution, resolveRecipients } from '../../domain/notices/resolveRecipients.ts';

/** The day on which the tests of directories ask who is told. */
export const on = '2026-03-09';

/** Somebody who holds one post, with no end to it. */
export function somebody(practitionerId: string, role: Role, place: Partial<DatedAppointment> = {}): DirectoryEntry {
  const appointment = { role, areaId: null, agencyId: null, startsOn: '2020-01-01', endsOn: null, ...place };
  return { practitionerId, endsOn: null, appointments: [appointment], absences: [] };
}

/** The same person, away on that day unless others are named; null: nobody covers. */
export function away(
  entry: DirectoryEntry,
  coverId: string | null,
  days = { fromDate: on, untilDate: on },
): DirectoryEntry {
  return { ...entry, absences: [{ ...days, coverId }] };
}

export function without(directory: Directory, ...ids: string[]): Directory {
  return directory.filter(({ practitionerId }) => !ids.includes(practitionerId));
}

export function instead(directory: Directory, entry: DirectoryEntry): Directory {
  return [...without(directory, entry.practitionerId), entry];
}

/** The people of Swale and Dover. */
export const everybody: Directory = [
  somebody('coordinator', 'coordinator', { areaId: 'swale' }),
  somebody('coordinator elsewhere', 'coordinator', { areaId: 'dover' }),
  somebody('administrator', 'administrator', { areaId: 'swale' }),
  somebody('supervisor', 'supervisor'),
  somebody('chair', 'chair', { areaId: 'swale' }),
  somebody('strategic', 'strategicCoordinator'),
  somebody('governance', 'governance'),
  somebody('governance of dover', 'governance', { areaId: 'dover' }),
  somebody('adviser', 'idva', { agencyId: 'idva service' }),
  somebody('second adviser', 'idva', { agencyId: 'idva service' }),
  somebody('manager', 'idvaServiceManager', { agencyId: 'idva service' }),
  somebody('manager elsewhere', 'idvaServiceManager', { agencyId: 'other service' }),
  somebody('housing rep', 'agencyRepresentative', { agencyId: 'housing', areaId: 'swale' }),
  somebody('housing rep of dover', 'agencyRepresentative', { agencyId: 'housing', areaId: 'dover' }),
  somebody('housing lead', 'agencyLead', { agencyId: 'housing' }),
  somebody('police rep', 'agencyRepresentative', { agencyId: 'police', areaId: 'swale' }),
  somebody('referrer', 'referrer', { agencyId: 'police' }),
  somebody('watcher', 'agencyRepresentative', { agencyId: 'probation', areaId: 'swale' }),
  somebody('system', 'systemAdministrator'),
];

/** The parts of a case in which nobody has one yet. */
export const nobodysParts: CaseParts = {
  areaId: '',
  adviserId: null,
  idvaServiceId: '',
  referrerId: '',
  deniedPractitionerIds: [],
  ownerId: null,
  agencyId: null,
  watchedById: null,
  contactSuspended: false,
  otherAreaId: null,
};

/** The parts of a case that nobody in particular owns a duty of. */
export const partsOfACase: CaseParts = {
  ...nobodysParts,
  areaId: 'swale',
  adviserId: 'adviser',
  idvaServiceId: 'idva service',
  referrerId: 'referrer',
};
export const ofHousing = { agencyId: 'housing' };
export const ofRep = { agencyId: 'housing', ownerId: 'housing rep' };
export const ofService = { agencyId: 'idva service', ownerId: 'adviser' };

export interface Asked {
  readonly directory?: Directory;
  readonly kind?: ClockKind | null;
  readonly parts?: Partial<CaseParts>;
}

/** Who is told by a ladder of roles, of a duty in the case as far as nothing else is said of it. */
export function tell(
  ladder: readonly (readonly NoticeRole[])[],
  { directory = everybody, kind = null, parts = {} }: Asked = {},
): Resolution {
  return resolveRecipients({ ladder, kind, parts: { ...partsOfACase, ...parts }, directory, on });
}

/** Who is told where one rung names these roles, as `who as role`; where there is nobody: `nobody`. */
export function told(roles: readonly NoticeRole[], asked: Asked = {}): string[] {
  const { recipients, exception } = tell([roles], asked);
  return exception ? ['nobody'] : recipients.map(({ practitionerId, role }) => `${practitionerId} as ${role}`);
}
