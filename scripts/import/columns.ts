import { contactMedia } from '../../contracts/safeContact.ts';
import { legalBases, relationships } from '../../contracts/referral.ts';
import { risks } from '../../contracts/action.ts';
import { attemptResults, engagementStatuses } from '../../contracts/support.ts';
import { supportEnds } from '../../domain/lifecycle/facts/support.ts';
import { grades, routes } from '../../domain/risk/grade.ts';
import type { CaseloadFile } from './caseloadFile.ts';
import { type Column, column, key, ofCase, oneOf, some } from './column.ts';
import { dateColumns, hearingColumns, proceedingColumns } from './courtColumns.ts';

const answer = 'as the equality form of a referral has it; empty: not asked';

const referral: readonly Column[] = [
  column('caseKey', `${key('the case')}, each only once, over all files that are taken over`, true),
  column('area', 'the code of the area', true),
  column('referredOn', 'the day of the referral, 2026-03-09', true),
  column('agencies', 'codes of the agencies that referred, the leading one first, with ";" between them', true),
  column('route', oneOf(routes), true),
  column('victimGivenNames', 'given names', true),
  column('victimFamilyName', 'family name', true),
  column('victimDateOfBirth', 'date of birth, or the age instead'),
  column('victimAge', 'age in years, where the date of birth is not known'),
  column('victimAddress', 'where the victim lives, without the postcode, its lines with ";" between them'),
  column('victimPostcode', 'the postcode of it'),
  column('victimSex', answer),
  column('victimEthnicity', answer),
  column('victimOrientation', answer),
  column('victimGenderIdentity', answer),
  column('victimDisability', answer),
  column('victimLanguage', 'the language they speak best, where it is not English'),
  column('interpreterNeeded', 'yes or no; empty: no'),
  column('perpetratorGivenNames', 'given names', true),
  column('perpetratorFamilyName', 'family name', true),
  column('perpetratorDateOfBirth', 'date of birth'),
  column('perpetratorAge', 'age in years, where the date of birth is not known'),
  column('relationship', oneOf(relationships), true),
  column('dash', 'the 24 answers of the checklist in order, each y, n or ?, nothing between them'),
  column('policeGrade', oneOf(grades)),
  column('consent', 'yes or no', true),
  column('consentReason', 'why it is shared without consent'),
  column('legalBasis', oneOf(legalBases)),
  column('safeNumbers', 'numbers that are safe to call, with ";" between them'),
  column('safeMedia', some(contactMedia), true),
  column('mayLeaveMessage', 'yes or no', true),
  column('safeTimes', 'when the victim can be reached without danger, in words'),
  column('narrative', 'what happened, and why it was referred', true),
];

const stage: readonly Column[] = [
  column('acceptedOn', 'the day it was accepted; empty: it is still to be screened'),
  column('gradedOn', 'the day it was graded; empty: it is still to be graded, or was heard and nobody knows the day'),
  column('judgement', `${oneOf(grades)}; only where judgement raised the grade`),
  column('judgementReason', 'why judgement raised it'),
  column('heardOn', 'the day of the meeting that heard it; empty: it is before its meeting'),
  column('heardSource', 'which MARAC heard it, and where that is written down'),
  column('heardDecided', 'what the meeting decided, as far as it is known'),
  column('referrerToldOn', 'the day the referrer was told what the meeting decided; empty: that is still to be done'),
];

/** What the IDVA service says of its work: sent as the service, but for the adviser. */
const support: readonly Column[] = [
  column('adviser', 'who advises the victim: the name as this product has it; empty: nobody yet'),
  column('allocatedOn', 'the day the adviser was given the case'),
  column('firstAttemptOn', 'the day of the first attempt to reach the victim; empty: nobody has tried'),
  column('firstAttemptResult', oneOf(attemptResults)),
  column('contactMedium', `how it was tried; ${oneOf(contactMedia)}`),
  column('spokeOn', 'the day somebody first spoke with the victim, where that was later than the first attempt'),
  column('engagement', oneOf(engagementStatuses)),
  column('engagedOn', 'the day from which that is so'),
  column('safetyPlanOn', 'the day of the safety plan that stands'),
  column('safetyPlan', 'the plan itself, for the victim and all children'),
  column('reviewedOn', 'the day of the last review of the risk; empty: it was never reviewed since the engagement'),
  column('reviewDash', 'the checklist of that review, as in dash'),
  column('victimToldOn', 'the day the victim was told what the meeting decided; empty: that is still to be done'),
  column('noSafeWay', 'why the victim could not be told; then the day before is that of the decision'),
  column('supportEndedOn', 'the day support by the service ended; empty: it goes on, or never began'),
  column('supportEnd', oneOf(supportEnds)),
];

const closing: readonly Column[] = [
  column('closedOn', 'the day it was closed at MARAC; empty: it is open'),
  column('closedReason', 'why it was closed'),
];

/** Every column there is of cases, in the order of the template. */
const caseColumns: readonly Column[] = [...referral, ...stage, ...support, ...closing];

/** The children of the family: a child a row. */
const childColumns: readonly Column[] = [
  ofCase,
  column('childKey', `${key('the child')}, each only once in its case`, true),
  column('unborn', 'yes or no; empty: no'),
  column('givenNames', 'given names; empty only where it is not born yet'),
  column('familyName', 'family name; empty only where it is not born yet'),
  column('dateOfBirth', 'date of birth'),
  column('expectedOn', 'the day on which an unborn child is expected'),
  column('school', 'the school, where the child goes to one'),
  column(
    'childrensServices',
    'the code of the services that answer for the child, where they are not those of the area',
  ),
  column('notifiedOn', 'the day children’s services were told of the child; empty: nobody has told them'),
];

/** What the meeting set, and what was set before it: an action a row. */
const actionColumns: readonly Column[] = [
  ofCase,
  column('actionKey', `${key('the action')}, each only once in its case`, true),
  column('agency', 'the code of the agency that is to do it', true),
  column('risk', oneOf(risks), true),
  column('description', 'what is to be done', true),
  column('urgent', 'yes or no; empty: no'),
  column('setOn', 'the day it was set', true),
  column('dueOn', 'the day by which it is due; empty: by the policy of the area, counted from the day it was set'),
  column('outcome', 'one of: completed, notPossible, notDone; empty: it is open'),
  column('endedOn', 'the day of that outcome'),
  column('note', 'what came of it; needed where it was not possible or not done'),
];

/** The columns of each file of a caseload. */
export const columnsOf: Readonly<Record<CaseloadFile, readonly Column[]>> = {
  cases: caseColumns,
  children: childColumns,
  actions: actionColumns,
  proceedings: proceedingColumns,
  hearings: hearingColumns,
  dates: dateColumns,
};
