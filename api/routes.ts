import { denyListRoutes } from './administration/denyListRoutes.ts';
import { authorityRoutes } from './administration/authorityRoutes.ts';
import { administrationOfficeRoutes } from './administration/officeRoutes.ts';
import { administrationPeopleRoutes } from './administration/peopleRoutes.ts';
import { auditRoutes } from './audit/auditRoutes.ts';
import { assessmentRoutes } from './assessments/assessmentRoutes.ts';
import { caseCommandRoutes } from './cases/caseCommandRoutes.ts';
import { caseRoutes } from './cases/caseRoutes.ts';
import { clockRoutes } from './clocks/clockRoutes.ts';
import { commandRoutes } from './commands/commandRoutes.ts';
import { courtDiaryRoutes } from './court/courtDiaryRoutes.ts';
import type { Route } from './defineRoute.ts';
import { serviceRoutes } from './idva/serviceRoutes.ts';
import { deliveryRoutes } from './deliveries/deliveryRoutes.ts';
import { exceptionRoutes } from './exceptions/exceptionRoutes.ts';
import { furtherAbuseRoutes } from './furtherAbuse/furtherAbuseRoutes.ts';
import { meetingCommandRoutes } from './meetings/meetingCommandRoutes.ts';
import { meetingDocumentRoutes } from './meetings/meetingDocumentRoutes.ts';
import { meetingPaperRoutes } from './meetings/meetingPaperRoutes.ts';
import { meetingRoutes } from './meetings/meetingRoutes.ts';
import { researchAnswerRoutes } from './meetings/researchAnswerRoutes.ts';
import { outageRoutes } from './outages/outageRoutes.ts';
import { overdueRoutes } from './overdue/overdueRoutes.ts';
import { peopleSearchRoute } from './people/peopleSearchRoute.ts';
import { peopleRoutes } from './people/peopleRoutes.ts';
import { assessmentsRoute } from './reports/assessments.ts';
import { policyChangeRoutes } from './replanning/policyChangeRoutes.ts';
import { durationsRoute } from './reports/durations.ts';
import { idvaReportRoute } from './reports/idva.ts';
import { punctualityRoute } from './reports/punctuality.ts';
import { registerRoutes } from './reports/registers.ts';
import { quarterlyReturnRoute } from './reports/quarterlyReturn.ts';
import { transferRoutes } from './transfers/transferRoutes.ts';
import { referralRoutes } from './referrals/referralRoutes.ts';
import { taskRoutes } from './tasks/taskRoutes.ts';

/** Every route there is below /api/v1, as data. */
export const routes: readonly Route[] = [
  ...referralRoutes,
  ...caseRoutes,
  ...caseCommandRoutes,
  ...furtherAbuseRoutes,
  ...assessmentRoutes,
  ...clockRoutes,
  ...overdueRoutes,
  ...outageRoutes,
  ...policyChangeRoutes,
  ...courtDiaryRoutes,
  ...transferRoutes,
  ...exceptionRoutes,
  durationsRoute,
  punctualityRoute,
  quarterlyReturnRoute,
  idvaReportRoute,
  ...auditRoutes,
  ...denyListRoutes,
  ...administrationPeopleRoutes,
  ...administrationOfficeRoutes,
  ...authorityRoutes,
  assessmentsRoute,
  ...registerRoutes,
  ...meetingRoutes,
  ...meetingCommandRoutes,
  ...meetingDocumentRoutes,
  ...meetingPaperRoutes,
  ...researchAnswerRoutes,
  ...deliveryRoutes,
  ...commandRoutes,
  ...peopleRoutes,
  peopleSearchRoute,
  ...taskRoutes,
  ...serviceRoutes,
];
