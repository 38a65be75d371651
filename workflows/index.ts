export { auditSealer } from './auditSealer/auditSealer.ts';
export { adviserWatch } from './adviserWatch/adviserWatch.ts';
export { assessmentWatch } from './assessmentWatch/assessmentWatch.ts';
export { driftCheck, workflowCheck } from './driftCheck/driftCheck.ts';
export { maracCase } from './maracCase/maracCase.ts';
export { maracMeeting } from './maracMeeting/maracMeeting.ts';
export { meetingCalendar } from './meetingCalendar/meetingCalendar.ts';
export { reconciler } from './reconciler/reconciler.ts';
export { repeatWatch } from './repeatWatch/repeatWatch.ts';
