import * as body from '../../contracts/screening.ts';
import { caseCommand } from './caseCommand.ts';

/** What becomes of things handed to services: taken on, refused, referred on to others, settled. */
export const handoverCommands = [
  caseCommand({
    type: 'recordAcknowledgement',
    path: '/acknowledgements',
    summary: 'Record that a hand-over or notification has arrived and is taken on',
    schema: body.acknowledgementSchema,
    whose: 'handover',
    payload: ({ handoverId }) => ({ handoverId }),
  }),
  caseCommand({
    type: 'refuseHandover',
    path: '/handover-refusals',
    summary: 'Refuse what was handed over, or give it back, with a reason',
    schema: body.handoverRefusalSchema,
    whose: 'handover',
    payload: ({ handoverId, reason }, desk) => ({ handoverId, reasonId: desk.keep('reason', reason) }),
  }),
  caseCommand({
    type: 'referOn',
    path: '/onward-referrals',
    summary: 'Refer on to a service outside MARAC, perhaps in place of one that refused',
    schema: body.onwardReferralSchema,
    creates: ({ handoverId }) => ({ handoverId }),
    named: ({ to }) => ({ agencies: [to] }),
    payload: ({ kind, to, urgent, request, insteadOf }, desk) => ({
      handoverId: desk.id('handover'),
      kind,
      toAgencyId: desk.agency(to),
      urgent,
      contentId: desk.keepIfAny('request', request),
      insteadOfId: insteadOf ?? null,
    }),
  }),
  caseCommand({
    type: 'settleRefusal',
    path: '/refusal-settlements',
    summary: 'Decide, with a reason, that nobody else is asked after a refusal',
    schema: body.refusalSettlementSchema,
    payload: ({ handoverId, reason }, desk) => ({
      handoverId,
      reasonId: desk.keep('reason', reason),
      byId: desk.actorId,
    }),
  }),
  caseCommand({
    type: 'decideOnConsent',
    path: '/consent-decision',
    summary: 'Decide where a case goes that scored high, below the county’s threshold, without consent',
    schema: body.consentDecisionSchema,
    payload: ({ decision, reason }, desk) => ({
      decision,
      handoverId: desk.id('handover'),
      reasonId: desk.keep('reason', reason),
      byId: desk.actorId,
    }),
  }),
];
