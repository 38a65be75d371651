import type { Role } from '../../domain/access/role.ts';

/** One role somebody holds. Without areas or agency it is held for all of Kent and Medway. */
export interface DevelopmentAppointment {
  readonly role: Role;
  readonly areaCodes?: readonly string[];
  readonly agencyCode?: string;
}

/** Somebody one can sign in as during development. All of them are invented. */
export interface DevelopmentPerson {
  /** What tokens call them. */
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly appointments: readonly DevelopmentAppointment[];
}

const north = ['medway', 'swale', 'gravesham', 'dartford', 'sevenoaks', 'maidstone'];
const south = ['tunbridge-wells', 'tonbridge-and-malling', 'ashford', 'folkestone', 'canterbury', 'thanet', 'dover'];

function person(name: string, organisation: string, ...appointments: DevelopmentAppointment[]): DevelopmentPerson {
  const subject = name.toLowerCase().replaceAll("'", '').replaceAll(' ', '.');
  return { subject, name, email: `${subject}@${organisation}.example`, appointments };
}

/** The people of development and tests: every role of the partnership, every area with somebody on each duty. */
export const developmentPeople: readonly DevelopmentPerson[] = [
  person('Amy Adeyemi', 'marac', { role: 'coordinator', areaCodes: north }),
  person('Bruno Castelli', 'marac', { role: 'coordinator', areaCodes: south }),
  person('Cerys Maddock', 'marac', { role: 'administrator', areaCodes: north }),
  person('Dilip Raval', 'marac', { role: 'administrator', areaCodes: south }),
  person('Esther Quaye', 'police', { role: 'chair', areaCodes: north, agencyCode: 'police' }),
  person('Fergus Hallam', 'police', { role: 'chair', areaCodes: south, agencyCode: 'police' }),
  person('Grace Oyelaran', 'marac', { role: 'supervisor' }),
  person('Hugo Brandt', 'marac', { role: 'strategicCoordinator' }),
  person('Ines Moreau', 'medway-idva', { role: 'idva', agencyCode: 'medway-idva-service' }),
  person('Joanna Pike', 'kent-idva', { role: 'idva', agencyCode: 'kent-idva-service' }),
  person('Kwame Boateng', 'medway-idva', { role: 'idvaServiceManager', agencyCode: 'medway-idva-service' }),
  person('Leila Haddad', 'kent-idva', { role: 'idvaServiceManager', agencyCode: 'kent-idva-service' }),
  person('Marek Nowak', 'police', { role: 'referrer', agencyCode: 'police' }),
  person('Nuala Brennan', 'health', { role: 'referrer', agencyCode: 'health-acute' }),
  person('Owen Tregear', 'housing', { role: 'agencyRepresentative', agencyCode: 'housing' }),
  person('Priya Chandran', 'medway-children', {
    role: 'agencyRepresentative',
    agencyCode: 'childrens-services-medway',
  }),
  person('Quentin Ashby', 'police', { role: 'agencyRepresentative', agencyCode: 'police' }),
  person('Rosa Delgado', 'housing', { role: 'agencyLead', agencyCode: 'housing' }),
  person('Stefan Lindqvist', 'police', { role: 'agencyLead', agencyCode: 'police' }),
  person('Tamsin Fairlie', 'medway-children', { role: 'agencyLead', agencyCode: 'childrens-services-medway' }),
  person('Una Whitcombe', 'kent-children', { role: 'agencyLead', agencyCode: 'childrens-services-kent' }),
  person('Xanthe Rowley', 'kidas', { role: 'agencyRepresentative', agencyCode: 'kidas' }),
  person('Yusuf Marlowe', 'kidas', { role: 'agencyLead', agencyCode: 'kidas' }),
  person('Zofia Hartley', 'mdas', { role: 'agencyLead', agencyCode: 'mdas' }),
  person('Viktor Sandor', 'governance', { role: 'governance' }),
  person('Wanda Osei', 'marac', { role: 'systemAdministrator' }),
];
