import * as body from '../../contracts/children.ts';
import { caseCommand } from './caseCommand.ts';
import { childAdded, childPutRight } from './keepChild.ts';

/** What is owed to the children of a case beside the notification itself. */
export const childrenCommands = [
  caseCommand({
    type: 'setChildServices',
    path: '/child-services',
    summary: 'Say which children’s services answer for the address of a child',
    schema: body.childServicesSchema,
    named: ({ services }) => ({ agencies: [services] }),
    payload: ({ child, services }, desk) => ({ childId: child, servicesAgencyId: desk.agency(services) }),
  }),
  caseCommand({
    type: 'tellSchools',
    path: '/school-tellings',
    summary: 'Record that the schools of children were told, or why not',
    schema: body.schoolTellingSchema,
    payload: ({ children, result, note }, desk) => ({ children, result, contentId: desk.keepIfAny('note', note) }),
  }),
  caseCommand({
    type: 'addChild',
    path: '/children',
    summary: 'Add a child of whom the referral did not tell, born or not',
    schema: body.childAddedSchema,
    needs: ['family'],
    creates: ({ childId }) => ({ childId }),
    named: (said) => (said.child === 'unborn' ? {} : whereIn(said)),
    payload: childAdded,
  }),
  caseCommand({
    type: 'putChildRight',
    path: '/child-corrections',
    summary: 'Put right what stands of a child, or that they have been born',
    schema: body.childPutRightSchema,
    needs: ['family'],
    named: whereIn,
    payload: childPutRight,
  }),
  caseCommand({
    type: 'takeOutChild',
    path: '/child-removals',
    summary: 'Take out a child who was told of by mistake',
    schema: body.childTakenOutSchema,
    payload: ({ child, reason }, desk) => ({ childId: child, reasonId: desk.keep('reason', reason) }),
  }),
];

interface Where {
  readonly address?: { readonly postcode?: string | undefined } | undefined;
  readonly childrensServices?: string | undefined;
}

function whereIn({ address, childrensServices }: Where) {
  return {
    agencies: childrensServices === undefined ? [] : [childrensServices],
    postcodes: address?.postcode === undefined ? [] : [address.postcode],
  };
}
