import { isSchoolTold } from '../../children/isSchoolTold.ts';
import type { CaseState } from '../caseState.ts';
import { propose, type Decider } from '../command.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Stage } from '../stage.ts';

/** A named person says which services answer for the address of a child; once they were told there is nothing to find. */
export const setChildServices: Decider<'setChildServices'> = (state, payload, { occurred }) => {
  const { childId } = payload;
  const refusal = unlessKnown(state, [childId]);
  if (refusal) return refusal;
  if (state.children[childId]?.notified) return refuse('ALREADY_NOTIFIED', [{ type: 'child', id: childId }]);
  return propose([{ type: 'childServicesFound', occurred, data: payload }]);
};

/**
 * The schools of a family hear of it once, whoever tells them. That a child goes to none, or that nobody knows to which, is an
 * answer too, which may be put right later.
 */
export const tellSchools: Decider<'tellSchools'> = (state, payload, { occurred }) => {
  const refusal = unlessKnown(state, payload.children);
  if (refusal) return refusal;
  const heard = payload.children.filter((id) => isSchoolTold(state.children[id]?.school));
  if (heard.length > 0)
    return refuse(
      'SCHOOL_TOLD_ALREADY',
      heard.map((id) => ({ type: 'child', id })),
    );
  return propose([{ type: 'schoolsTold', occurred, data: payload }]);
};

/** Stages at which somebody still answers for the children of a case. */
export const answeredFor: readonly Stage[] = [
  'received',
  'returned',
  'accepted',
  'graded',
  'listed',
  'heard',
  'closed',
  'handedOver',
];

/** A child of whom the referral did not tell, born or not: from now on one of the case like any other. */
export const addChild: Decider<'addChild'> = (state, payload, { occurred }) => {
  if (!answeredFor.includes(state.stage)) return refuse('NOT_IN_THIS_STAGE');
  const { personId, ofSchoolAge = false } = payload;
  // What is taken over from elsewhere happened long before the next school day.
  const data = { ...payload, schoolOwed: ofSchoolAge && !state.silent };
  return propose([{ type: 'childAdded', occurred, data }], { type: 'addChild', personId });
};

/** What stands of a child is put right; what follows for services, school and plan is worked out by what stood before. */
export const putChildRight: Decider<'putChildRight'> = (state, payload, { occurred }) => {
  const { childId, personId, ageBand } = payload;
  if (!answeredFor.includes(state.stage)) return refuse('NOT_IN_THIS_STAGE');
  const refusal = unlessKnown(state, [childId]);
  if (refusal) return refusal;
  const notified = state.children[childId]?.notified ?? false;
  const data = { ...payload, bandBefore: ageBand, notified, schoolOwed: false };
  return propose([{ type: 'childPutRight', occurred, data }], { type: 'putChildRight', childId, personId });
};

/** Somebody is no child of this case and was told of by mistake: nothing is erased, and whoever had heard hears that too. */
export const takeOutChild: Decider<'takeOutChild'> = (state, payload, { occurred }) => {
  const { childId } = payload;
  if (!answeredFor.includes(state.stage)) return refuse('NOT_IN_THIS_STAGE');
  const refusal = unlessKnown(state, [childId]);
  if (refusal) return refusal;
  const follows = { ageBand: 'unborn', withdrawn: [], corrections: [], unsentIds: [], schoolTold: false } as const;
  const data = { ...payload, ...follows, schoolTold: isSchoolTold(state.children[childId]?.school) };
  return propose([{ type: 'childTakenOut', occurred, data }], { type: 'takeOutChild', childId });
};

function unlessKnown({ children }: CaseState, ids: readonly string[]): Refusal | null {
  const unknown = ids.filter((id) => !children[id]);
  if (unknown.length === 0) return null;
  return refuse(
    'UNKNOWN_CHILD',
    unknown.map((id) => ({ type: 'child', id })),
  );
}
