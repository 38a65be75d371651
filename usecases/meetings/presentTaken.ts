import type { CaseTakenView } from '../../contracts/views/meetingDocumentViews.ts';
import type { CaseOutcome } from '../../domain/meetings/meetingFact.ts';
import type { Words } from '../cases/words.ts';
import type { Codes } from '../office/codes.ts';

/** Everything of a case taken that somebody wrote, by the ids of the words. */
export function wordsOfTaken(taken: CaseOutcome): (string | null)[] {
  if (taken.outcome === 'deferred') return [taken.reasonId];
  return [
    taken.decisionId,
    taken.minuteId,
    ...taken.information.map(({ contentId }) => contentId),
    ...taken.actions.map(({ contentId }) => contentId),
  ];
}

interface Given {
  readonly reference: string;
  readonly victim: string | null;
  readonly words: Words;
  readonly codes: Codes;
  /** Null: for those who run the meeting, who read it all; otherwise these agencies' own actions alone. */
  readonly onlyFor: readonly string[] | null;
}

/** What a meeting did with a case, as its reader may know it. */
export function presentTaken(taken: CaseOutcome, { reference, victim, words, codes, onlyFor }: Given): CaseTakenView {
  const common = { reference, victim, outcome: taken.outcome };
  const nothing = { presentedBy: null, information: [], risks: [], decision: null, minute: null, actions: [] };
  if (taken.outcome === 'deferred')
    return { ...common, ...nothing, because: taken.because, reason: words(taken.reasonId, onlyFor === null) };
  const actions = taken.actions
    .filter(({ agencyId }) => onlyFor === null || onlyFor.includes(agencyId))
    .map(({ actionId, agencyId, ownerId, riskCode, urgent, due, contentId }) => ({
      ...{ actionId, ownerId, urgent, due, risk: riskCode },
      agency: codes.agency(agencyId),
      description: words(contentId),
    }));
  if (onlyFor !== null) return { ...common, ...nothing, because: null, reason: null, actions };
  return {
    ...common,
    because: null,
    reason: null,
    presentedBy: codes.agency(taken.presentedById),
    information: taken.information.map(({ agencyId, contentId }) => ({
      agency: codes.agency(agencyId),
      words: words(contentId),
    })),
    risks: [...taken.risks],
    decision: words(taken.decisionId),
    minute: words(taken.minuteId),
    actions,
  };
}
