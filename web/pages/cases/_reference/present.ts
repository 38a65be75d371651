import type { CaseView } from '../../../../contracts/views/caseView.ts';
import type { WordsView } from '../../../../contracts/views/parts.ts';
import { londonDate } from '../../../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../../../domain/calendar/time.ts';
import type { Names } from '../../../../usecases/office/readNames.ts';
import { referralSaid } from '../../../../usecases/referral/referralSaid.ts';
import { clockLine } from '../../../wording/clocks.ts';
import { dayFromNow, dayWords, dueWords, momentWords, sentence, toldWords } from '../../../wording/days.ts';
import {
  conditionLabels,
  milestoneLabels,
  milestoneResultLabels,
  proceedingLabels,
  proceedingOutcomeLabels,
} from '../../../wording/courtLabels.ts';
import * as labels from '../../../wording/labels.ts';
import { liveDateWhen } from '../../../wording/liveDates.ts';
import { matchWords } from '../../../wording/matches.ts';
import { personWords } from '../../../wording/people.ts';
import { safeContactWords } from '../../../wording/safeContact.ts';
import { handoversOf } from './handovers.ts';
import { plainWords } from '../../../wording/plainWords.ts';
import { stageLine } from './stageLine.ts';
import { practitionersOfSupport, supportOf } from './support.ts';

interface Given {
  readonly view: CaseView;
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
  /** Whether the pages of meetings are for the reader. */
  readonly maySeeMeetings: boolean;
}

/** The practitioners a case names. */
export function practitionersIn(view: CaseView): (string | null)[] {
  return [
    view.referrerId,
    ...practitionersOfSupport(view),
    ...view.actions.map(({ ownerId }) => ownerId),
    ...view.liveDates.map(({ watchedById }) => watchedById),
    ...view.clocks.map(({ ownerId }) => ownerId),
  ];
}

/** A case in words, for its page. What the reader may not know is not in the view, and so not here either. */
export function presentCasePage(given: Given) {
  const { view, names, now } = given;
  const running = view.clocks.filter(({ status }) => status !== 'ended');
  return {
    reference: view.reference,
    disclosure: view.disclosure,
    stageMeaning: view.stageMeaning,
    isOver: view.stage === 'ended',
    stages: stageLine(view, now),
    area: names.area(view.area),
    mergedInto: view.mergedInto,
    repeatOf: view.repeatOf,
    planReviewed: planReviewedWords(view),
    joined: view.joined.map(({ reference, referringAgencies }) => ({
      reference,
      from: referringAgencies.map((code) => names.agency(code) ?? code).join(', '),
    })),
    flags: flagsOf(view, names),
    next: running.map((clock) => ({
      ...clockLine(clock, now, names.agency),
      who: given.nameOf(clock.ownerId) ?? names.agency(clock.agency) ?? 'The MARAC',
    })),
    people: peopleOf(given),
    referral: referralOf(given),
    risk: riskOf(given),
    handovers: handoversOf(view, names.agency, now),
    actions: actionsOf(given),
    support: supportOf(given),
    court: courtOf(given),
    proceedings: proceedingsOf(given),
    meetings: meetingsOf(given),
  };
}

/** Of a repeat, whether somebody has looked at what became of the last plan; nothing where there is none to look at. */
function planReviewedWords({ planReviewed }: CaseView): string | null {
  if (planReviewed === null) return null;
  return planReviewed ? 'What became of its plan was reviewed.' : 'Nobody has reviewed yet what became of its plan.';
}

function meetingsOf({ view, now, maySeeMeetings }: Given) {
  const { heardElsewhere, listings } = view;
  const elsewhere = heardElsewhere && {
    meeting: dayOfMeeting(heardElsewhere.meetingOn, now),
    href: null,
    status: 'heard elsewhere, before it was taken over',
    overflow: false,
    // What is withheld or erased is said once.
    source: heardElsewhere.words?.state === 'open' ? plainWords(heardElsewhere.words, 'source') : null,
    words: plainWords(heardElsewhere.words, 'decided'),
  };
  const here = listings.map((each) => ({
    meeting: dayOfMeeting(each.meetingOn, now),
    href: maySeeMeetings ? `/meetings/${each.meetingId}` : null,
    status: labels.labelOf({}, each.status),
    overflow: each.overflow,
    source: null,
    words: plainWords(each.words),
  }));
  return elsewhere ? [elsewhere, ...here] : here;
}

function dayOfMeeting(on: IsoDate | null, now: IsoInstant): string {
  return on ? dayFromNow(on, now) : 'A meeting without a date';
}

function flagsOf(view: CaseView, names: Names): { text: string; colour: string }[] {
  return [
    ...view.alsoBefore.map((area) => ({
      text: `Also before the meeting of ${names.area(area) ?? area}`,
      colour: 'orange',
    })),
    ...(view.reversedPair ? [{ text: 'Roles reversed in another case: keep advisers apart', colour: 'orange' }] : []),
    ...(view.likelyMatches.some(({ answer }) => answer === null)
      ? [{ text: 'Perhaps on record already: not decided', colour: 'orange' }]
      : []),
    ...(view.repeat ? [{ text: 'Repeat', colour: 'purple' }] : []),
    ...(view.frozen ? [{ text: 'Frozen: the victim has died', colour: 'red' }] : []),
    ...(view.safeContactProposals.length > 0
      ? [{ text: 'A referral says otherwise how to reach the victim: not decided', colour: 'orange' }]
      : []),
    ...(view.contactSuspended ? [{ text: 'Contact suspended: do not try to reach the victim', colour: 'red' }] : []),
    ...(view.parked ? [{ text: 'Something waits to be mended', colour: 'orange' }] : []),
    ...(view.legalHold ? [{ text: 'Legal hold: nothing of it is erased', colour: 'grey' }] : []),
    ...(view.silent ? [{ text: 'Taken over, not caught up: nobody is reminded', colour: 'grey' }] : []),
  ];
}

function peopleOf({ view, names, now }: Given) {
  const { victim, perpetrator } = view;
  return {
    victim: personWords(victim),
    perpetrator: personWords(perpetrator),
    relationship: labels.labelOf(labels.relationshipLabels, view.relationship),
    safeContact: safeContactWords(view),
    proposals: view.safeContactProposals.map(({ proposalId, proposedAt, fromThisCase }) => ({
      id: proposalId,
      from: fromThisCase ? 'The referral of this case' : 'A later referral',
      when: momentWords(proposedAt, now, 'day'),
    })),
    matches: view.likelyMatches.map((match) => matchWords(match, names, now)),
    children: view.children.map((child) => ({
      who: personWords(child.who)?.name ?? null,
      age: labels.labelOf(labels.ageBandLabels, child.ageBand),
      school: [schoolNameOf(child, view.referral), schoolWords(child, now)].filter(Boolean).join('. '),
      added: child.addedAt === null ? null : `Added ${momentWords(child.addedAt, now, 'day')}`,
      notified: child.notified
        ? child.alreadySent
          ? 'Told before by somebody else'
          : 'Told'
        : notToldWords(child.servicesBy),
    })),
  };
}

function notToldWords(servicesBy: string | null): string {
  return servicesBy === 'nobody' ? 'Not told: no services are known for the address' : 'Not told';
}

/** The name of the school, as the referral said or as it was put right. */
function schoolNameOf({ childId, about }: CaseView['children'][number], referral: CaseView['referral']): string | null {
  const said = (words: CaseView['referral']) => (words?.state === 'open' ? words.text : {}) as Record<string, unknown>;
  const later = said(about)['school'];
  if (typeof later === 'string') return later;
  const { children = [] } = said(referral) as { readonly children?: readonly Record<string, unknown>[] };
  const school = children.find((each) => each['childId'] === childId)?.['school'];
  return typeof school === 'string' ? school : null;
}

function schoolWords(
  { school, servicesBy }: Pick<CaseView['children'][number], 'school' | 'servicesBy'>,
  now: IsoInstant,
): string {
  // How services were found is on record since schools are told: of a child from before, nobody knows whether it was of age.
  if (school === null) return servicesBy === null ? 'Not asked when this came' : 'Not of school age';
  if (school.result === null || school.at === null) return 'Nothing on record yet';
  return `${labels.labelOf(labels.schoolResultLabels, school.result)}, ${momentWords(school.at, now, 'day')}`;
}

function referralOf({ view, names, nameOf, now }: Given) {
  return {
    rows: [
      { key: 'Received', value: sentence(toldWords(view.dates.received, now)) },
      { key: 'From', value: view.referringAgencies.map((code) => names.agency(code)).join(', ') },
      { key: 'Sent by', value: nameOf(view.referrerId) ?? '' },
      { key: 'Route', value: labels.labelOf(labels.routeLabels, view.route) },
      {
        key: 'Events that come together',
        value: view.escalationOn.map((on) => dayWords(on, londonDate(now))).join('; '),
      },
      ...referralSaid(view.referral),
      { key: 'Grade', value: view.grade === null ? '' : labels.labelOf(labels.gradeLabels, view.grade) },
    ],
    narrative: plainWords(view.referral, 'narrative'),
  };
}

function riskOf({ view, now }: Given) {
  return {
    assessments: view.assessments.map((each) => ({
      what: each.tool === 'gradeOnly' ? 'Police grade' : each.tool,
      count: each.count,
      policeGrade: each.policeGrade && labels.labelOf(labels.gradeLabels, each.policeGrade),
      when: momentWords(each.occurredAt, now, 'day'),
      answers: answersOf(each.answers),
    })),
  };
}

function answersOf(words: WordsView): { question: string; answer: string }[] {
  const open = words?.state === 'open' ? (words.text as { answers?: unknown }).answers : null;
  const answerLabels = { yes: 'Yes', no: 'No', notKnown: 'Not known' };
  if (!Array.isArray(open)) return [];
  return (open as { question: string; answer: string }[]).map(({ question, answer }) => ({
    question,
    answer: labels.labelOf(answerLabels, answer),
  }));
}

function actionsOf({ view, names, nameOf, now }: Given) {
  const statuses = { open: 'Open', completed: 'Completed', notPossible: 'No longer possible', notDone: 'Not done' };
  return view.actions.map((action) => ({
    id: action.actionId,
    risk: labels.labelOf(labels.riskLabels, action.risk),
    description: plainWords(action.description),
    agency: names.agency(action.agency) ?? '',
    owner: nameOf(action.ownerId),
    urgent: action.urgent,
    isOpen: action.status === 'open',
    status: statuses[action.status],
    urgency: action.status !== 'open' ? 'quiet' : action.overdue ? 'late' : 'later',
    due: action.due && dueWords(action.due, now),
    ended: action.endedAt && momentWords(action.endedAt, now, 'day'),
    endedWith: plainWords(action.endedWith),
    clockHref: action.clockId && `/clocks/${action.clockId}`,
  }));
}

function courtOf({ view, now }: Given) {
  return view.liveDates.map((date) => ({
    id: date.liveDateId,
    what: labels.labelOf(labels.liveDateLabels, date.kind),
    when: date.at ? liveDateWhen({ kind: date.kind, at: date.at }, now) : labels.noDateWords(date.kind),
    clockHref: clockHrefOf(view, date.liveDateId),
    isLive: date.status === 'live',
    status: labels.labelOf({}, date.status),
    outcome: labels.labelOf(labels.liveDateOutcomeLabels, date.outcome),
    conditions: date.conditions.map((code) => labels.labelOf(conditionLabels, code)).join(', '),
    where: plainWords(date.details, 'where'),
    note: plainWords(date.details, 'note'),
  }));
}

/** The soonest of the clocks that run for a date. */
function clockHrefOf({ clocks }: CaseView, liveDateId: string): string | null {
  const running = clocks.filter(({ subject, status }) => subject.id === liveDateId && status !== 'ended');
  const [soonest] = running.toSorted((a, b) => a.overdueAt.localeCompare(b.overdueAt));
  return soonest ? `/clocks/${soonest.clockId}` : null;
}

function proceedingsOf({ view, now }: Given) {
  return view.proceedings.map((each) => ({
    id: each.proceedingId,
    what: `${labels.labelOf(proceedingLabels, each.kind)}${each.specialist ? ' (specialist domestic violence court)' : ''}`,
    where: plainWords(each.details, 'where'),
    status: each.outcome === null ? 'Under way' : labels.labelOf(proceedingOutcomeLabels, each.outcome),
    milestones: each.milestones.map(({ milestone, result, occurredAt }) => {
      const decided = result === null ? '' : `: ${labels.labelOf(milestoneResultLabels, result).toLowerCase()}`;
      return `${labels.labelOf(milestoneLabels, milestone)}${decided}, ${momentWords(occurredAt, now, 'day')}`;
    }),
  }));
}
