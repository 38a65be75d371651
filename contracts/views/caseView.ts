import { z } from 'zod';
import { matchAnswers } from '../../domain/lifecycle/facts/samePeople.ts';
import { matchReasons } from '../../domain/people/matchForms.ts';
import { schoolResults } from '../../domain/lifecycle/facts/children.ts';
import { clockView } from './clockView.ts';
import { courtShape } from './courtView.ts';
import { supportParts } from './supportView.ts';
import { dateOrNull, dueView, instantOrNull, instantView, textOrNull, wordsView } from './parts.ts';

/** A case as a list shows it. */
export const caseSummaryView = z
  .object({
    reference: z.string(),
    area: z.string(),
    stage: z.string(),
    stageMeaning: z.string(),
    grade: textOrNull,
    route: z.string(),
    repeat: z.boolean(),
    silent: z.boolean(),
    victim: textOrNull.meta({ description: 'The name, for those who may know it.' }),
    adviserId: textOrNull,
    openActions: z.int(),
    receivedAt: instantView,
    meetingOn: dateOrNull,
    flagEndsOn: dateOrNull,
    planReviewed: z
      .boolean()
      .nullable()
      .meta({ description: 'Of a repeat: whether its last plan was reviewed. Null where there is none to review.' }),
    transferredFrom: textOrNull.meta({ description: 'The area that sent the case here.' }),
    transferTo: textOrNull.meta({ description: 'The area asked to take it over, "outside" where it is outside.' }),
    nextDue: z
      .object({ clockId: z.uuid(), kind: z.string(), what: z.string(), due: dueView, overdue: z.boolean() })
      .nullable()
      .meta({ description: 'What is due the soonest. Null where nothing is, and for those who have no board of it.' }),
    revision: z.int(),
  })
  .meta({ id: 'CaseSummary' });
export type CaseSummaryView = z.output<typeof caseSummaryView>;

/** Who somebody is, as far as the reader may know; null for those who may not. */
export const personView = z
  .object({ state: z.enum(['open', 'erased']), identity: z.record(z.string(), z.unknown()).nullable() })
  .nullable()
  .meta({ id: 'Person' });
export type PersonView = z.output<typeof personView>;

export const actionView = z
  .object({
    actionId: z.uuid(),
    agency: textOrNull,
    ownerId: textOrNull,
    risk: z.string(),
    urgent: z.boolean(),
    status: z.enum(['open', 'completed', 'notPossible', 'notDone']),
    description: wordsView,
    due: dueView.nullable(),
    overdue: z.boolean(),
    setAt: instantView,
    endedAt: instantOrNull,
    endedWith: wordsView,
    clockId: textOrNull,
    revision: z.int().meta({ description: 'The version to send as If-Match when moving or reassigning it.' }),
  })
  .meta({ id: 'Action' });
export type ActionView = z.output<typeof actionView>;

/** One case, as much of it as the reader may see. */
export const caseView = z
  .object({
    reference: z.string(),
    disclosure: z.enum(['full', 'agency', 'outcome', 'reference']),
    area: z.string(),
    stage: z.string(),
    stageMeaning: z.string(),
    grade: textOrNull,
    route: z.string(),
    repeat: z.boolean(),
    escalationOn: z.array(z.iso.date()).meta({
      description:
        'The days of the events that came together to potential escalation when it was graded last; only for those who see the whole case.',
    }),
    repeatOf: textOrNull.meta({ description: 'The earlier case of the same two people, for those who may see it.' }),
    planReviewed: z.boolean().nullable(),
    transferredFrom: textOrNull.meta({ description: 'The area that sent the case here.' }),
    alsoBefore: z.array(z.string()).meta({
      description:
        'Other areas that have the same two people before their meetings; only for those who see the whole case.',
    }),
    reversedPair: z.boolean().meta({
      description:
        'Whether the same two people are in another case with the roles reversed; only for those who see the whole case.',
    }),
    likelyMatches: z
      .array(
        z.object({
          matchId: z.uuid(),
          part: z.enum(['victim', 'perpetrator']),
          because: z.array(z.enum(matchReasons)).meta({ description: 'The surest first.' }),
          notedAt: instantView,
          answer: z.enum(matchAnswers).nullable(),
          decidedAt: instantOrNull,
          areas: z.array(z.string()).meta({ description: 'The areas whose cases the other record is in.' }),
          cases: z.array(z.string()).meta({ description: 'Those of its cases that the reader may see.' }),
          who: personView,
        }),
      )
      .meta({
        description:
          'Other records that may be, or were decided to be, of the same people; only for those who see the whole case.',
      }),
    mergedInto: textOrNull.meta({
      description:
        'The case in which this referral goes on, for those who may see it. Null where it stands for itself.',
    }),
    joined: z
      .array(z.object({ reference: z.string(), referringAgencies: z.array(z.string()) }))
      .meta({ description: 'Referrals of the same incident that were merged into this case.' }),
    sameTwo: z.array(z.object({ reference: z.string(), stage: z.string(), receivedAt: instantView })).meta({
      description: 'Other cases of the same two people into which this referral may be merged.',
    }),
    transfers: z.array(
      z.object({
        transferId: z.uuid(),
        from: z.string(),
        to: textOrNull,
        outside: wordsView,
        status: z.enum(['pending', 'refused', 'accepted', 'withdrawn']),
        reason: wordsView,
        requestedAt: instantView,
        answeredAt: instantOrNull,
        answer: wordsView,
      }),
    ),
    silent: z.boolean(),
    frozen: z.boolean(),
    legalHold: z.boolean(),
    parked: z.boolean(),
    revision: z.int(),
    victim: personView,
    perpetrator: personView,
    relationship: textOrNull,
    referral: wordsView,
    safeContact: z
      .object({
        suspended: z.boolean(),
        details: wordsView,
        also: z.array(wordsView).meta({
          description: 'What stands on other records of the same victim: contact has to be safe by each of them.',
        }),
      })
      .nullable(),
    safeContactProposals: z
      .array(z.object({ proposalId: z.uuid(), fromThisCase: z.boolean(), proposedAt: instantView, details: wordsView }))
      .meta({ description: 'What referrals say otherwise of safe contact, until somebody decides on it.' }),
    referringAgencies: z.array(z.string()),
    referrerId: textOrNull,
    adviserId: textOrNull,
    engagement: z.string(),
    contactSuspended: z.boolean(),
    children: z.array(
      z.object({
        childId: z.uuid(),
        ageBand: z.string(),
        who: personView,
        services: textOrNull,
        servicesBy: textOrNull.meta({
          description: 'How they were found: named, by the address, or of the area; "nobody" covers the address.',
        }),
        school: z
          .object({ result: z.enum(schoolResults).nullable(), at: instantOrNull, note: wordsView })
          .nullable()
          .meta({
            description:
              'What is on record of the school; null where the child was not of school age, or came before anybody asked.',
          }),
        about: wordsView.meta({
          description: 'What is known of them in words since they were added or put right: school, expected day.',
        }),
        addedAt: instantOrNull.meta({ description: 'When they were added; null for a child of the referral.' }),
        notified: z.boolean(),
        alreadySent: z.boolean(),
        notificationOwed: z
          .boolean()
          .meta({ description: 'Whether somebody is asked to notify the children’s services of the child.' }),
      }),
    ),
    assessments: z.array(
      z.object({
        assessmentId: z.uuid(),
        tool: z.string(),
        version: z.string(),
        count: z.int().nullable(),
        policeGrade: textOrNull,
        answers: wordsView,
        occurredAt: instantView,
      }),
    ),
    handovers: z.array(
      z.object({
        handoverId: z.uuid(),
        kind: z.string(),
        to: textOrNull,
        urgent: z.boolean(),
        asked: wordsView.meta({ description: 'What is asked of the service, where it was referred on.' }),
        madeAt: instantView,
        acknowledgedAt: instantOrNull.meta({ description: 'When they said that it arrived and that they take it on.' }),
        refusedAt: instantOrNull,
        refusedBecause: wordsView,
        settledAt: instantOrNull.meta({ description: 'When it was decided what follows the refusal.' }),
        settledBecause: wordsView,
        insteadOf: textOrNull.meta({ description: 'The refused hand-over in whose place this was made.' }),
      }),
    ),
    actions: z.array(actionView),
    advisers: z.array(
      z.object({
        adviserId: z.uuid(),
        kind: z.string(),
        allocatedAt: instantView,
        endedAt: instantOrNull.meta({ description: 'When another took over; null for who advises now.' }),
        overCapacity: z.boolean(),
        reason: wordsView,
      }),
    ),
    contactAttempts: z.array(
      z.object({
        attemptId: z.uuid(),
        result: z.string(),
        medium: z.string(),
        byId: z.uuid(),
        note: wordsView,
        outsideSafeTimesBecause: wordsView,
        occurredAt: instantView,
      }),
    ),
    ...supportParts,
    ...courtShape,
    listings: z.array(
      z.object({
        meetingId: z.uuid(),
        meetingOn: dateOrNull,
        status: z.string(),
        overflow: z.boolean(),
        words: wordsView,
      }),
    ),
    heardElsewhere: z.object({ meetingOn: dateOrNull, words: wordsView }).nullable().meta({
      description: 'A meeting this system did not run, which heard the case before it was taken over.',
    }),
    clocks: z.array(clockView),
    dates: z.object({
      received: instantView,
      screened: instantOrNull,
      accepted: instantOrNull,
      graded: instantOrNull.meta({ description: 'When the risk was graded last.' }),
      firstAttempt: instantOrNull,
      firstSpoke: instantOrNull,
      listed: instantOrNull,
      heard: instantOrNull,
      actionsEnded: instantOrNull,
      closed: instantOrNull,
      supportEnded: instantOrNull,
      ended: instantOrNull,
      erased: instantOrNull.meta({ description: 'When its words and people were erased.' }),
      flagEndsOn: dateOrNull,
    }),
  })
  .meta({ id: 'Case' });
export type CaseView = z.output<typeof caseView>;

/** One line of what happened in a case, in a plain sentence; no name and no free text, so that governance may read it. */
export const historyView = z
  .object({
    number: z.int(),
    what: z.string(),
    type: z.string(),
    byId: textOrNull,
    occurredAt: instantView,
    precision: z.enum(['minute', 'day']),
    recordedAt: instantView,
    policyVersion: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'HistoryLine' });
