/** What somebody is appointed to; one person may hold several appointments. */
export const roles = [
  'referrer',
  'coordinator',
  'administrator',
  'chair',
  'supervisor',
  'strategicCoordinator',
  'idva',
  'idvaServiceManager',
  'agencyRepresentative',
  'agencyLead',
  'governance',
  'systemAdministrator',
] as const;
export type Role = (typeof roles)[number];

/** The roles as people call them. */
export const roleNames: Record<Role, string> = {
  referrer: 'Referrer',
  coordinator: 'MARAC coordinator',
  administrator: 'MARAC administrator',
  chair: 'Chair',
  supervisor: 'MARAC supervisor',
  strategicCoordinator: 'Strategic coordinator',
  idva: 'IDVA',
  idvaServiceManager: 'IDVA service manager',
  agencyRepresentative: 'Agency representative',
  agencyLead: 'Agency lead',
  governance: 'Governance',
  systemAdministrator: 'System administrator',
};
