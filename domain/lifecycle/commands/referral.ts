import type { Occurred } from '../../calendar/time.ts';
import { notifyingOfChildren } from '../../children/notifyingOfChildren.ts';
import type { CaseFact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import { type CommandPayloads, propose, type Decider } from '../command.ts';
import { refuse } from '../refusal.ts';
import { disposalsRefused, disposedOf, notDisposedOf } from './disposals.ts';
import { takenOff } from './meeting.ts';
import { transferWithdrawn } from './transfer.ts';

/** A referral opens the case; a victim under 16 is recorded and handed to children's safeguarding at once. */
export const submitReferral: Decider<'submitReferral'> = (state, payload, { occurred }) => {
  if (state.stage !== 'new') return refuse('CASE_EXISTS');
  const { safeguarding, safeContact, ...referral } = payload;
  const facts: CaseFact[] = [{ type: 'referralReceived', occurred, data: { ...referral, repeatOfId: null } }];
  if (safeguarding) facts.push({ type: 'safeguardingHandedOver', occurred, data: safeguarding });
  if (safeContact) facts.push({ type: 'safeContactProposed', occurred, data: safeContact });
  return propose(facts, { type: 'receive' });
};

/** A case that was taken over begins to remind people from here on. */
export const caughtUp: Decider<'caughtUp'> = (state, _payload, { occurred }) =>
  state.silent ? propose([{ type: 'caughtUp', occurred, data: {} }]) : refuse('NOT_ADOPTED');

/**
 * Screening accepts, returns as incomplete or declines. A repeat is on a list before it is screened, and may even be
 * heard: then it can no longer be declined. A declined case goes off the list, and somebody says what becomes of its dates.
 */
export const screenReferral: Decider<'screenReferral'> = (state, payload, { occurred }) => {
  if (state.accepted) return refuse('ALREADY_ACCEPTED');
  if (!['received', 'returned', 'graded', 'listed', 'heard'].includes(state.stage)) return refuse('NOT_IN_THIS_STAGE');
  switch (payload.outcome) {
    case 'accept':
      return propose([], { type: 'accept', adviceId: payload.adviceId });
    case 'returnAsIncomplete': {
      const { missing, noteId } = payload;
      return propose([{ type: 'referralReturned', occurred, data: { missing, noteId } }]);
    }
    case 'decline': {
      if (state.heard) return refuse('NOT_IN_THIS_STAGE');
      const { reason, adviceId, disposals = [] } = payload;
      const standing = notDisposedOf(state, disposals);
      const refusal = disposalsRefused(state, disposals) ?? (standing[0] && refuse('DISPOSITIONS_MISSING', standing));
      if (refusal) return refusal;
      const offList = state.listing ? [takenOff(state.listing, adviceId, occurred)] : [];
      // What is declined is nobody's to take over any more.
      const withdrawn = state.transfer ? [transferWithdrawn(state.transfer, adviceId, occurred)] : [];
      const facts = [...offList, ...withdrawn, ...disposedOf(disposals, occurred)];
      return propose(facts, { type: 'decline', reason, adviceId });
    }
  }
};

/** The referrer supplies what was missing; the referral is screened again. */
export const completeReferral: Decider<'completeReferral'> = (state, payload, { occurred }) => {
  const chased = Object.values(state.clocks).some((clock) => clock.kind === 'incompleteChase');
  if (state.stage !== 'returned' && !chased) return refuse('NOTHING_MISSING');
  return propose([{ type: 'referralCompleted', occurred, data: payload }]);
};

/** The highest of count, police grade and judgement counts; which that is, the store says by the policy in force. */
export const gradeRisk: Decider<'gradeRisk'> = (state, payload) => {
  if (
    !['accepted', 'graded', 'listed', 'handedOver'].includes(state.stage) ||
    !(state.accepted || state.stage === 'handedOver')
  )
    return refuse('NOT_IN_THIS_STAGE');
  if (payload.count === null && payload.policeGrade === null && payload.judgement === null)
    return refuse('GRADE_MISSING');
  const { consent = null, consentOwed = false } = state;
  return propose([], { type: 'grade', ...payload, consent, consentOwed });
};

/** Children's services are told of children once; which children are owed a notification the store says by the matrix. */
export const notifyChildrensServices: Decider<'notifyChildrensServices'> = (state, payload, { occurred }) => {
  const unknown = payload.children.filter((id) => !state.children[id]);
  if (unknown.length > 0)
    return refuse(
      'UNKNOWN_CHILD',
      unknown.map((id) => ({ type: 'child', id })),
    );
  const told = payload.children.filter((id) => state.children[id]?.notified);
  if (told.length > 0)
    return refuse(
      'ALREADY_NOTIFIED',
      told.map((id) => ({ type: 'child', id })),
    );
  const known = (payload.each ?? []).flatMap(({ childId, ageBand }) => (ageBand ? [[childId, ageBand] as const] : []));
  return propose(notificationsOf(payload, occurred), {
    type: 'notifyChildren',
    ages: Object.fromEntries(known),
    owed: owedAlready(state),
  });
};

function owedAlready({ clocks }: CaseState): readonly string[] {
  return Object.values(clocks)
    .filter(({ kind }) => notifyingOfChildren.includes(kind))
    .map(({ subject }) => subject.id);
}

/** One notification for each child; siblings who go to the same services are told of in the message of the first. */
function notificationsOf(payload: CommandPayloads['notifyChildrensServices'], occurred: Occurred): readonly CaseFact[] {
  const { each, ...together } = payload;
  if (each === undefined) return [{ type: 'childrenNotified', occurred, data: { ...together, urgent: false } }];
  return each.map(({ childId, notificationId, toAgencyId }) => {
    const first = each.find((other) => other.toAgencyId === toAgencyId)?.notificationId;
    const toldWith = first === undefined || first === notificationId ? {} : { toldWith: first };
    const { alreadySent, contentId = null } = payload;
    const words = contentId === null ? {} : { contentId };
    const data = { notificationId, children: [childId], toAgencyId, alreadySent, urgent: false, ...toldWith, ...words };
    return { type: 'childrenNotified', occurred, data };
  });
}
