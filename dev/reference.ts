/** An agency or service of development; `kind` groups those that are counted together. */
export interface DevelopmentAgency {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

export const developmentAgencies: readonly DevelopmentAgency[] = [
  { code: 'police', name: 'Kent Police', kind: 'police' },
  { code: 'kent-idva-service', name: 'Kent IDVA service', kind: 'idva' },
  { code: 'medway-idva-service', name: 'Medway IDVA service', kind: 'idva' },
  { code: 'childrens-services-kent', name: 'Children’s services, Kent', kind: 'childrensServices' },
  { code: 'childrens-services-medway', name: 'Children’s services, Medway', kind: 'childrensServices' },
  { code: 'adult-social-care', name: 'Adult social care', kind: 'adultSocialCare' },
  { code: 'health-primary', name: 'Primary care', kind: 'health' },
  { code: 'health-acute', name: 'Hospitals', kind: 'health' },
  { code: 'housing', name: 'Housing', kind: 'housing' },
  { code: 'probation', name: 'Probation', kind: 'probation' },
  { code: 'mental-health', name: 'Mental health services', kind: 'mentalHealth' },
  { code: 'education', name: 'Education', kind: 'education' },
  { code: 'substance-misuse', name: 'Drug and alcohol services', kind: 'substanceMisuse' },
  { code: 'voluntary', name: 'Voluntary sector', kind: 'voluntary' },
  { code: 'fire', name: 'Fire and rescue', kind: 'fire' },
  { code: 'kidas', name: 'Kent integrated domestic abuse service', kind: 'domesticAbuseService' },
  { code: 'mdas', name: 'Medway domestic abuse service', kind: 'domesticAbuseService' },
  { code: 'other', name: 'Another agency', kind: 'other' },
];

/** When an area meets: every week on a weekday, or every month on the nth of it; 1 is Monday. */
export type MeetingPattern =
  | { readonly every: 'week'; readonly weekday: number }
  | { readonly every: 'month'; readonly nth: number; readonly weekday: number };

export interface DevelopmentArea {
  readonly code: string;
  readonly name: string;
  /** That Medway meets weekly and the others monthly is known; the weekdays are made up. */
  readonly meets: MeetingPattern;
  readonly idvaService: string;
  readonly childrensServices: string;
  readonly standardRiskService: string;
}

const kent = {
  idvaService: 'kent-idva-service',
  childrensServices: 'childrens-services-kent',
  standardRiskService: 'kidas',
};
const medway = {
  idvaService: 'medway-idva-service',
  childrensServices: 'childrens-services-medway',
  standardRiskService: 'mdas',
};

/** The thirteen MARACs of Kent and Medway. */
export const developmentAreas: readonly DevelopmentArea[] = [
  { code: 'medway', name: 'Medway', meets: { every: 'week', weekday: 2 }, ...medway },
  { code: 'maidstone', name: 'Maidstone', meets: { every: 'month', nth: 1, weekday: 4 }, ...kent },
  { code: 'swale', name: 'Swale', meets: { every: 'month', nth: 3, weekday: 3 }, ...kent },
  { code: 'dartford', name: 'Dartford', meets: { every: 'month', nth: 2, weekday: 4 }, ...kent },
  { code: 'gravesham', name: 'Gravesham', meets: { every: 'month', nth: 3, weekday: 4 }, ...kent },
  { code: 'tunbridge-wells', name: 'Tunbridge Wells', meets: { every: 'month', nth: 1, weekday: 2 }, ...kent },
  {
    code: 'tonbridge-and-malling',
    name: 'Tonbridge and Malling',
    meets: { every: 'month', nth: 2, weekday: 3 },
    ...kent,
  },
  { code: 'sevenoaks', name: 'Sevenoaks', meets: { every: 'month', nth: 4, weekday: 3 }, ...kent },
  { code: 'ashford', name: 'Ashford', meets: { every: 'month', nth: 3, weekday: 2 }, ...kent },
  { code: 'folkestone', name: 'Folkestone', meets: { every: 'month', nth: 4, weekday: 2 }, ...kent },
  { code: 'canterbury', name: 'Canterbury', meets: { every: 'month', nth: 2, weekday: 1 }, ...kent },
  { code: 'thanet', name: 'Thanet', meets: { every: 'month', nth: 1, weekday: 3 }, ...kent },
  { code: 'dover', name: 'Dover', meets: { every: 'month', nth: 4, weekday: 4 }, ...kent },
];
