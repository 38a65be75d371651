import type { Standing } from './caseAccess.ts';
import { roles, type Role } from './role.ts';

/** The posts that run an area's MARAC between them. */
const marac = ['coordinator', 'administrator', 'supervisor', 'strategicCoordinator'] as const;
/** The IDVA service; the duty queue stands in until an adviser is allocated. */
const service = ['adviser', 'dutyQueue', 'serviceManager'] as const;
const agency = ['agencyRepresentative', 'agencyLead'] as const;
/** The two sides of a transfer: who is asked to take a case over, and the area whose case it was. */
const transfer = ['receivingCoordinator', 'formerArea'] as const;

interface CaseRule {
  readonly by: readonly Standing[];
  /** May do it only where the thing belongs to an agency of their own. */
  readonly forOwnAgency?: readonly Standing[];
}

/** Who may do what with a case: by what they are to it, and by nothing else. */
export const casePermissions = {
  readCase: { by: [...marac, 'chair', ...service, ...agency, 'ownReferral', 'governance', ...transfer] },
  readAudit: { by: [...marac, 'chair', 'governance', 'formerArea'] },
  readTransferPack: { by: [...marac, 'chair', ...transfer] },
  requestTransfer: { by: [...marac, 'chair'] },
  answerTransfer: { by: ['receivingCoordinator'] },
  completeReferral: { by: [...marac, 'ownReferral'] },
  screen: { by: marac },
  grade: { by: [...marac, 'chair'] },
  decideLikelyMatch: { by: marac },
  notifyChildren: { by: [...marac, ...service] },
  /** Whoever works with the family learns of a child, or of what is wrong about one. */
  keepChildren: { by: [...marac, 'chair', ...service] },
  acknowledge: { by: marac, forOwnAgency: [...service, ...agency] },
  referOn: { by: [...marac, 'chair', ...service] },
  decideWhatFollows: { by: [...marac, 'chair'] },
  setAction: { by: [...marac, 'chair'], forOwnAgency: [...service, ...agency] },
  endAction: { by: [...marac, 'chair'], forOwnAgency: [...service, ...agency] },
  reassignAction: { by: [...marac, 'chair'], forOwnAgency: ['serviceManager', 'agencyLead'] },
  moveAction: { by: [...marac, 'chair'] },
  listCase: { by: [...marac, 'chair'] },
  takeOffList: { by: [...marac, 'chair'] },
  admitLate: { by: ['chair'] },
  callToEmergency: { by: [...marac, 'chair'] },
  recordHearing: { by: [...marac, 'chair'] },
  /** The chair's; where an area has none, its ladder asks the supervisor. */
  decideDeferral: { by: ['chair', 'supervisor'] },
  reviewPlan: { by: [...marac, 'chair'] },
  pauseClock: { by: [...marac, 'serviceManager'] },
  acknowledgeEscalation: { by: [...marac, 'chair', ...service], forOwnAgency: agency },
  allocate: { by: ['serviceManager', 'coordinator', 'supervisor'] },
  recordContact: { by: service },
  decideContact: { by: ['serviceManager'] },
  decideAttempts: { by: ['serviceManager'] },
  changeSafeContact: { by: [...marac, ...service] },
  recordEngagement: { by: service },
  recordSafetyPlan: { by: service },
  recordVictimView: { by: service },
  reviewRisk: { by: service },
  tellOutcome: { by: service },
  endSupport: { by: service },
  tellReferrer: { by: marac },
  addLiveDate: { by: [...marac, 'chair', ...service, ...agency] },
  recordLiveDateOutcome: { by: [...marac, 'chair', ...service, ...agency] },
  settleHearingCompany: { by: [...marac, ...service] },
  tellResult: { by: [...marac, ...service] },
  reviewLiveDate: { by: [...marac, ...service] },
  recordBreach: { by: [...marac, 'chair', ...service, ...agency] },
  closeCase: { by: [...marac, 'chair'] },
  reopenCase: { by: [...marac, 'chair'] },
  recordDeath: { by: [...marac, 'chair', 'adviser', 'serviceManager', 'agencyLead'] },
  /** Whoever answers for the case finds out whether she lives; others who recorded it by mistake tell them. */
  takeBackDeath: { by: marac },
  /** By those whom its ladder asks. */
  decideRetention: { by: ['administrator', 'supervisor'] },
  catchUp: { by: ['coordinator', 'administrator'] },
  manageDenyList: { by: ['coordinator', 'supervisor'] },
} as const satisfies Record<string, CaseRule>;

const everyone: readonly Role[] = roles;
const maracPosts = ['coordinator', 'administrator', 'supervisor', 'strategicCoordinator'] as const;
const casework: readonly Role[] = roles.filter((role) => role !== 'governance' && role !== 'systemAdministrator');
const atTheTable = ['chair', 'idva', 'idvaServiceManager', 'agencyRepresentative', 'agencyLead'] as const;

/** Posts that see to what is stuck in cases: in each that they may see. */
export const casesOverseenBy: readonly Role[] = [...maracPosts, 'chair', 'idvaServiceManager'];

/** Who may do what that is not about one case: by role. What a list then shows is narrowed to the cases they may see. */
export const officePermissions = {
  submitReferral: casework,
  recordAssessment: casework,
  readAssessments: casework,
  settleAssessment: [...maracPosts, 'chair', 'agencyLead'],
  answerAssessment: [...maracPosts, 'chair', 'agencyRepresentative', 'agencyLead', 'idvaServiceManager'],
  readOwnReferrals: casework,
  searchPeople: casework,
  reportFurtherAbuse: everyone,
  adoptCase: ['coordinator', 'administrator'],
  readOverdue: [...maracPosts, ...atTheTable, 'governance'],
  /** Anybody may be asked to go along to a hearing, and finds it there; what cases have is for the posts below. */
  readCourtDiary: everyone,
  readDatesOfCases: [...maracPosts, 'chair', 'idva', 'idvaServiceManager'],
  readTasks: casework,
  readExceptions: [...casesOverseenBy, 'agencyLead', 'systemAdministrator'],
  readFurtherAbuse: casesOverseenBy,
  readAuditTrail: ['coordinator', 'supervisor', 'strategicCoordinator', 'governance'],
  readReports: [...maracPosts, 'chair', 'idvaServiceManager', 'governance'],
  readTransfers: [...maracPosts, 'chair'],
  readMeetings: [...maracPosts, ...atTheTable, 'governance'],
  manageMeetings: maracPosts,
  readMeetingList: [...maracPosts, ...atTheTable],
  returnResearch: ['agencyRepresentative', 'agencyLead', 'idva', 'idvaServiceManager'],
  runMeeting: [...maracPosts, 'chair'],
  retryCommand: ['administrator', 'systemAdministrator'],
  settleReport: ['coordinator', 'administrator'],
  settleDelivery: [...maracPosts, 'systemAdministrator'],
  manageService: ['idvaServiceManager'],
  readPeople: everyone,
  managePeople: ['systemAdministrator'],
  manageAreas: ['systemAdministrator'],
  changePolicy: ['systemAdministrator'],
  readPolicyChanges: [...maracPosts, 'chair', 'governance', 'systemAdministrator'],
} as const satisfies Record<string, readonly Role[]>;

export type CasePermission = keyof typeof casePermissions;
export type OfficePermission = keyof typeof officePermissions;
export type Permission = CasePermission | OfficePermission;

/** Permissions that agencies and services have for what is their own: to ask, one has to say whose it is. */
export type OwnAgencyPermission = {
  [P in CasePermission]: (typeof casePermissions)[P] extends { forOwnAgency: unknown } ? P : never;
}[CasePermission];

export function isCasePermission(permission: Permission): permission is CasePermission {
  return permission in casePermissions;
}

/** The rule of one permission, with both its halves spelled out. */
export function ruleOf(permission: CasePermission): Required<CaseRule> {
  return { forOwnAgency: [], ...(casePermissions[permission] as CaseRule) };
}
